import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newId } from '../../../lib/memory/id';
import { createMemory, type Memory } from '../../../lib/memory/memory';
import type { Connection } from '../../../lib/settings';
import { type Hindsight, startHindsight } from '../../../scripts/hindsight';
import type { ServerModel } from '../../../scripts/hindsight/server';
import { databaseUrlOf } from './database';

/** A real Hindsight for one part of the bench. */
export interface BenchServer {
  hindsight: Hindsight;
  /** Address of its database, to fill it faster than the server does. */
  databaseUrl: string;
  /** Makes a new, empty bank. */
  bank(name?: string): Promise<{ memory: Memory; connection: Connection }>;
}

/**
 * Runs work on a real Hindsight with a database of its own, in a folder that is thrown away; or in
 * SALESMEMORY_BENCH_HOME, where a bank that took long to fill stays for the next run.
 *
 * @param options.llm a model for the server itself; without one it stores what it is given
 */
export async function withServer<T>(
  work: (server: BenchServer) => Promise<T>,
  options: { llm?: ServerModel } = {},
): Promise<T> {
  const kept = process.env.SALESMEMORY_BENCH_HOME;
  const home = kept || (await mkdtemp(path.join(tmpdir(), 'salesmemory-bench-')));
  const hindsight = await startHindsight({ home, ...options });
  try {
    return await work({
      hindsight,
      databaseUrl: databaseUrlOf(home),
      bank: async (name = `bench-${newId()}`) => {
        const { baseUrl, apiKey } = hindsight;
        const connection = { baseUrl, apiKey, bank: name };
        const memory = createMemory(connection);
        await memory.createBank();
        return { memory, connection };
      },
    });
  } finally {
    await hindsight.stop();
    if (!kept) await rm(home, { recursive: true, force: true });
  }
}
