import { build } from 'vite';
import { repository } from '../../../scripts/home';
import type { Recipe } from '../../fixtures/hostile/build';
import { addresses } from './addresses';

/** What the bundle puts in the page. */
export interface PageDetectors {
  /** Builds a page at random, and says how many nodes it has. */
  build(recipe: Recipe): number;
  /** Looks with each site's detector, three times. */
  look(): { site: string; ms: number; error: string | null; found: unknown }[];
}

const entry = '\0detectors';

const source = `
  import { lookWith } from '/lib/detect/look.ts';
  import { sites } from '/lib/detect/registry.ts';
  import { buildPage } from '/tests/fixtures/hostile/build.ts';
  const addresses = ADDRESSES;
  globalThis.detectors = {
    build: (recipe) => buildPage(recipe, document),
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
