import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Hindsight, startHindsight } from '../../scripts/hindsight';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers, as JSON, where the server is that files share; the first question starts it. */
    sharedMemory: string;
  }
}

/**
 * One real Hindsight for the files that only read and write: starting one takes longer than what most
 * of them do. It starts when the first of them asks, since many files need none.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(path.join(tmpdir(), 'salesmemory-shared-'));
  let starting: Promise<Hindsight> | null = null;
  const door = createServer(async (_, answer) => {
    starting ??= startHindsight({ home });
    try {
      const { baseUrl, apiKey } = await starting;
      answer.end(JSON.stringify({ baseUrl, apiKey }));
    } catch (error) {
      answer.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const { port } = door.address() as AddressInfo;
  project.provide('sharedMemory', `http://127.0.0.1:${port}`);
  return async () => {
    door.close();
    await (await starting?.catch(() => null))?.stop();
    await rm(home, { recursive: true, force: true });
  };
}
