import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { repository } from '../home';
import { type Archive, makeArchive } from './archive';

/** What a build reads, besides packages. */
function sources(): string[] {
  const listed = spawnSync('git', ['ls-files', '-z'], { cwd: repository, encoding: 'utf8' });
  return listed.stdout.split('\0').filter((file) => file !== '' && !file.startsWith('docs/'));
}

/**
 * Builds an archive once more from a copy of the sources in another folder.
 *
 * @returns whether it is the same to the last byte
 */
export async function isReproducible({ store, sha256 }: Archive, version: string) {
  const copy = await mkdtemp(path.join(tmpdir(), 'salesmemory-build-'));
  try {
    for (const file of sources()) {
      await cp(path.join(repository, file), path.join(copy, file));
    }
    await symlink(path.join(repository, 'node_modules'), path.join(copy, 'node_modules'));
    return (await makeArchive(store, version, copy)).sha256 === sha256;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
