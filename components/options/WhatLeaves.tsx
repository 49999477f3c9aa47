import type { Settings } from '../../lib/settings';

interface Row {
  what: string;
  to: string;
}

/** @returns the host of an address, or the address where it is none. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

function readerRow({ model }: Settings, server: string): Row {
  const what = 'The memories of the prospect whose brief is on the screen';
  switch (model.use) {
    case 'basic':
      return { what, to: 'nobody: rules read them on this device' };
    case 'chrome':
      return { what, to: 'nobody: Chrome’s model reads them on this device' };
    case 'groq':
      return { what, to: 'Groq (api.groq.com)' };
    case 'hindsight':
      return { what, to: `nobody else: the model of ${server} reads them` };
    case 'openai_compatible':
      return { what, to: hostOf(model.openaiBaseUrl) || 'nobody until an address is set' };
  }
}

/** @returns what leaves the browser and to whom, as the settings are now. */
function rowsOf(settings: Settings): Row[] {
  const { baseUrl } = settings.connection;
  const server = baseUrl ? `your memory server (${hostOf(baseUrl)})` : 'your memory server';
  const kept = baseUrl ? server : 'nobody until a memory is connected; logs wait in this browser';
  return [
    { what: 'Logs and remembered passages', to: kept },
    { what: 'Name and address of the people whose brief you open', to: kept },
    readerRow(settings, server),
    {
      what: 'What is read on a page: people, company, meeting title and time',
      to: 'nobody: it stays in the browser until you log or open a brief',
    },
    { what: 'Keys', to: 'only the server each belongs to' },
    { what: 'Usage figures, crash reports, advertising', to: 'nobody: there are none' },
  ];
}

/** What leaves the browser, as a plain table of the real settings. */
export function WhatLeaves({ settings }: { settings: Settings }) {
  return (
    <section className="card" aria-labelledby="leaves-title">
      <h2 id="leaves-title">What leaves the browser</h2>
      <table className="leaves" data-testid="what-leaves">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">To whom</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(settings).map(({ what, to }) => (
            <tr key={what}>
              <td>{what}</td>
              <td>{to}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
