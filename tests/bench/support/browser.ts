import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Demo, openDemo } from '../../../scripts/demo';
import { type BuildMode, buildExtension } from '../../../scripts/extension';
import type { Hindsight } from '../../../scripts/hindsight';

const built = new Map<BuildMode, Promise<string>>();

/** @returns the folder of the extension, built once for a run of the bench. */
export function builtExtension(mode: BuildMode): Promise<string> {
  const there = built.get(mode) ?? buildExtension(mode);
  built.set(mode, there);
  return there;
}

/** Runs work in a real browser with the built extension, on the sample calendar. */
export async function withDemo<T>(
  hindsight: Pick<Hindsight, 'baseUrl' | 'apiKey'>,
  work: (demo: Demo) => Promise<T>,
): Promise<T> {
  const home = await mkdtemp(path.join(tmpdir(), 'salesmemory-bench-'));
  const extension = await builtExtension('samples');
  const demo = await openDemo({ extension, home, headless: true, hindsight });
  try {
    return await work(demo);
  } finally {
    await demo.close();
    await rm(home, { recursive: true, force: true });
  }
}
