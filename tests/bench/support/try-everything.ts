import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { repository } from '../../../scripts/home';

const entry = '\0try-everything';
const source = `
  import { watchPlainly } from '/tests/bench/support/detect/reference.ts';
  watchPlainly((found) => { document.documentElement.dataset.tryEverything = found.length; });
`;

async function bundled(): Promise<string> {
  const built = await build({
    root: repository,
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'try-everything',
        resolveId: (id) => (id === 'try-everything' ? entry : undefined),
        load: (id) => (id === entry ? source : undefined),
      },
    ],
    build: {
      write: false,
      rolldownOptions: { input: 'try-everything', output: { format: 'iife' } },
      modulePreload: { polyfill: false },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output[0] : null;
  if (!chunk) throw new Error('the reference could not be bundled');
  return chunk.code;
}

/**
 * The reference for what a page reader may cost, as an extension: the plain watcher of the detection
 * bench, which tries every strategy upon every change.
 *
 * @param folder where it is made. @returns the folder, as an unpacked extension
 */
export async function tryEverything(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'content.js'), await bundled());
  await writeFile(path.join(folder, 'worker.js'), '');
  await writeFile(
    path.join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Try everything',
      version: '1',
      background: { service_worker: 'worker.js' },
      content_scripts: [{ matches: ['https://*/*'], js: ['content.js'] }],
    }),
  );
  return folder;
}
