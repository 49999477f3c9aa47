import { build } from 'vite';
import { repository } from '../../../scripts/home';

/** What the bundle puts in the page. */
export interface PageDetectors {
  /** Looks with each site's detector, three times. */
  look(): { site: string; ms: number; error: string | null; found: unknown }[];
}

const entry = '\0detectors';

const source = `
  import { lookWith } from '/lib/detect/look.ts';
  import { sites } from '/lib/detect/registry.ts';
  const addresses = ADDRESSES;
  globalThis.detectors = {
    look: () => sites.map((site) => {
      const { site: name } = site;
      const url = new URL(addresses[name] ?? 'https://crm.example/contacts/1');
      let ms = Infinity, error = null, found = null;
      for (let turn = 0; turn < 3; turn += 1) {
        const began = performance.now();
        try { found = lookWith(site, document, url); } catch (thrown) { error = String(thrown); }
        ms = Math.min(ms, performance.now() - began);
      }
      return { site: name, ms, error, found };
    }),
  };
`;

/** Addresses that each site's detector reads records at. */
const addresses = {
  'google-calendar': 'https://calendar.google.com/calendar/u/0/r/week',
  outlook: 'https://outlook.office.com/calendar/view/week',
  hubspot: 'https://app.hubspot.com/contacts/1/record/0-1/2',
  salesforce: 'https://x.lightning.force.com/lightning/r/Contact/003000000000001AAA/view',
  pipedrive: 'https://x.pipedrive.com/person/1',
  close: 'https://app.close.com/lead/lead_1/',
  attio: 'https://app.attio.com/w/person/0193c1d2-7b54-7d10-9f31-5a2b6c7d8e9f',
  zoho: 'https://crm.zoho.com/crm/org1/tab/Contacts/1',
  dynamics: 'https://x.crm.dynamics.com/main.aspx?etn=contact&id=1',
  odoo: 'https://x.odoo.com/odoo/contacts/1',
  gmail: 'https://mail.google.com/mail/u/0/#inbox/abc',
  linkedin: 'https://www.linkedin.com/in/somebody',
};

/** @returns a script that gives a page all detectors, as `detectors`. */
export async function detectorsScript(): Promise<string> {
  const built = await build({
    root: repository,
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'detectors',
        resolveId: (id) => (id === 'detectors' ? entry : undefined),
        load: (id) =>
          id === entry ? source.replace('ADDRESSES', JSON.stringify(addresses)) : undefined,
      },
    ],
    build: {
      write: false,
      rolldownOptions: { input: 'detectors', output: { format: 'iife' } },
      modulePreload: { polyfill: false },
      minify: false,
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output[0] : null;
  if (!chunk) throw new Error('the detectors could not be bundled');
  return chunk.code;
}
