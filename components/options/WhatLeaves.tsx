import { t } from '../../lib/i18n';
import { withinReach } from '../../lib/reach';
import type { Settings } from '../../lib/settings';

interface Row {
  what: string;
  to: string;
}

/** @returns the host of an address, or the address where it is none. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

function readerRow(settings: Settings, server: string): Row {
  const { model } = withinReach(settings);
  const what = t('leaves_memories');
  switch (model.use) {
    case 'basic':
      return { what, to: t('leaves_basic') };
    case 'chrome':
      return { what, to: t('leaves_chrome') };
    case 'groq':
      return { what, to: t('leaves_groq', 'api.groq.com') };
    case 'hindsight':
      return { what, to: t('leaves_hindsight', server) };
    case 'openai_compatible':
      return { what, to: hostOf(model.openaiBaseUrl) || t('leaves_no_address') };
  }
}

/** @returns what leaves the browser and to whom, as the settings are now. */
function rowsOf(settings: Settings, hasDictation: boolean): Row[] {
  const { baseUrl } = settings.connection;
  const server = baseUrl ? t('leaves_server_at', hostOf(baseUrl)) : t('leaves_server');
  const kept = baseUrl ? server : t('leaves_not_connected');
  return [
    { what: t('leaves_logs'), to: kept },
    { what: t('leaves_people'), to: kept },
    readerRow(settings, server),
    {
      what: t('leaves_page'),
      to: t('leaves_page_to'),
    },
    ...(hasDictation ? [{ what: t('leaves_voice'), to: t('leaves_voice_to') }] : []),
    { what: t('leaves_keys'), to: t('leaves_keys_to') },
    { what: t('leaves_usage'), to: t('leaves_usage_to') },
  ];
}

interface WhatLeavesProps {
  settings: Settings;
  hasDictation: boolean;
}

/** What leaves the browser, as a plain table of the real settings. */
export function WhatLeaves({ settings, hasDictation }: WhatLeavesProps) {
  return (
    <section className="card" aria-labelledby="leaves-title">
      <h2 id="leaves-title">{t('leaves_title')}</h2>
      <table className="leaves" data-testid="what-leaves">
        <thead>
          <tr>
            <th scope="col">{t('leaves_what')}</th>
            <th scope="col">{t('leaves_to')}</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(settings, hasDictation).map(({ what, to }) => (
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
