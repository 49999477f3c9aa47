import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startHindsight } from '../../scripts/hindsight';

declare module 'vitest' {
  interface ProvidedContext {
    /** The real server that the tests of a run share; each file uses banks of its own. */
    hindsight: { baseUrl: string; apiKey: string };
  }
}

/** One real Hindsight for all contract tests, on a free port, in a folder that is thrown away. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(path.join(tmpdir(), 'salesmemory-contract-'));
  const hindsight = await startHindsight({ home });
  project.provide('hindsight', { baseUrl: hindsight.baseUrl, apiKey: hindsight.apiKey });
  return async () => {
    await hindsight.stop();
    await rm(home, { recursive: true, force: true });
  };
}
