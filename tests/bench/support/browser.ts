import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Demo, openDemo } from '../../../scripts/demo';
import { type BuildMode, buildExtension, extensionFolder } from '../../../scripts/extension';
import type { Hindsight } from '../../../scripts/hindsight';
import { isSmoke } from './spread';

const built = new Map<BuildMode, Promise<string>>();

/** What `npm test` built before a smoke run is good enough for it. */
async function builtBefore(mode: BuildMode): Promise<string> {
  const folder = extensionFolder(mode);
  return existsSync(path.join(folder, 'manifest.json')) ? folder : buildExtension(mode);
}

/** @returns the folder of the extension, built once for a run of the bench. */
export function builtExtension(mode: BuildMode): Promise<string> {
  const there = built.get(mode) ?? (isSmoke ? builtBefore(mode) : buildExtension(mode));
  built.set(mode, there);
  return there;
}

/** @returns the folder of a copy of the extension that has some pages more. */
async function withPages(built: string, home: string, pages: Record<string, string>) {
  const folder = path.join(home, 'extension');
  await cp(built, folder, { recursive: true });
  for (const [file, html] of Object.entries(pages)) await writeFile(path.join(folder, file), html);
  return folder;
}

/**
 * Runs work in a real browser with the built extension, on the sample calendar.
 *
 * @param pages what the extension gets besides: HTML by the name of its file
 */
export async function withDemo<T>(
  hindsight: Pick<Hindsight, 'baseUrl' | 'apiKey'>,
  work: (demo: Demo) => Promise<T>,
  pages?: Record<string, string>,
): Promise<T> {
  const home = await mkdtemp(path.join(tmpdir(), 'salesmemory-bench-'));
  try {
    const built = await builtExtension('samples');
    const extension = pages ? await withPages(built, home, pages) : built;
    const demo = await openDemo({ extension, home, headless: true, hindsight });
    try {
      return await work(demo);
    } finally {
      await demo.close();
    }
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
