import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newId } from '../../../lib/memory/id';
import { createMemory, type Memory } from '../../../lib/memory/memory';
import type { Connection } from '../../../lib/settings';
import { type Hindsight, startHindsight } from '../../../scripts/hindsight';
import type { ServerModel } from '../../../scripts/hindsight/server';
import { databaseUrlOf } from './database';
import { isSmoke } from './spread';

/** A real Hindsight for one part of the bench. */
export interface BenchServer {
  hindsight: Hindsight;
  /** Address of its database, to fill it faster than the server does. */
  databaseUrl: string;
  /** Makes a new, empty bank. */
  bank(name?: string): Promise<{ memory: Memory; connection: Connection }>;
}

/** How long the server may take over what is not measured (ms): it may be busy with what came before. */
export const patienceMs = 120_000;

/** The server that the parts of a smoke run share; each uses banks of its own. */
let shared: Promise<{ hindsight: Hindsight; home: string }> | null = null;

async function begin(options: { llm?: ServerModel } = {}) {
  const kept = process.env.SALESMEMORY_BENCH_HOME;
  const home = kept || (await mkdtemp(path.join(tmpdir(), 'salesmemory-bench-')));
  try {
    return { hindsight: await startHindsight({ home, ...options }), home };
  } catch (error) {
    await clear(home);
    throw error;
  }
}

async function clear(home: string): Promise<void> {
  if (!process.env.SALESMEMORY_BENCH_HOME) await rm(home, { recursive: true, force: true });
}

async function end({ hindsight, home }: { hindsight: Hindsight; home: string }): Promise<void> {
  try {
    await hindsight.stop();
  } finally {
    await clear(home);
  }
}

/** Stops the server that parts shared, where they did. */
export async function stopShared(): Promise<void> {
  if (shared) await end(await shared);
  shared = null;
}

/**
 * Runs work on a real Hindsight with a database of its own, in a folder that is thrown away; or in
 * SALESMEMORY_BENCH_HOME, where a bank that took long to fill stays for the next run. In a smoke run
 * all parts share one.
 *
 * @param options.llm a model for the server itself; without one it stores what it is given
 */
export async function withServer<T>(
  work: (server: BenchServer) => Promise<T>,
  options: { llm?: ServerModel } = {},
): Promise<T> {
  const isShared = isSmoke && !options.llm;
  if (isShared) shared ??= begin();
  const server = (isShared && (await shared)) || (await begin(options));
  const { hindsight, home } = server;
  try {
    return await work({
      hindsight,
      databaseUrl: databaseUrlOf(home),
      bank: async (name = `bench-${newId()}`) => {
        const { baseUrl, apiKey } = hindsight;
        const connection = { baseUrl, apiKey, bank: name };
        await createMemory(connection, { timeoutMs: patienceMs }).createBank();
        return { memory: createMemory(connection), connection };
      },
    });
  } finally {
    if (!isShared) await end(server);
  }
}
