import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { repository } from '../home';
import { fail } from '../say';

/** Stores that get a build. Edge takes Chrome's; Firefox gets a sidebar instead of a side panel. */
export const stores = ['chrome', 'edge', 'firefox'] as const;
export type Store = (typeof stores)[number];

/** The folder of a build, and the archive that a store is given. */
export interface Archive {
  store: Store;
  folder: string;
  file: string;
  /** Of the archive, in hexadecimal. */
  sha256: string;
}

/**
 * Builds the extension for a store and packs it.
 *
 * @param version that the archive's name carries
 * @param root the sources; another folder gives the same archive
 * @throws (through `fail`) with the build's last lines where it doesn't build
 */
export async function makeArchive(
  store: Store,
  version: string,
  root = repository,
): Promise<Archive> {
  const wxt = path.join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const built = spawnSync(process.execPath, [wxt, 'zip', '--browser', store, '--mv3'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', WXT_SAMPLES: '' },
  });
  if (built.status !== 0) {
    const lines = `${built.stdout}${built.stderr}`.trim().split('\n').slice(-15).join('\n');
    fail(`The build for ${store} could not be packed.`, lines);
  }
  const file = path.join(root, '.output', `salesmemory-${version}-${store}.zip`);
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  return { store, folder: path.join(root, '.output', `${store}-mv3`), file, sha256 };
}
