import { sdk } from '@vectorize-io/hindsight-client';
import { v5 } from 'uuid';
import { z } from 'zod';
import type { Interaction } from '../interaction';
import { type Bank, isMissing, parsed } from './bank';
import { MemoryError } from './errors';
import { newId } from './id';
import { toRecord } from './record';

/** How often and how long (ms) the server is asked whether it is done: a model may read each log. */
const askEveryMs = 200;
const askForMs = 180_000;
/** Documents looked for at the same time. */
const atOnce = 8;
/** The name space of operations that are made from the logs in them. */
const namespace = '7b3a5a1e-02f4-5c1b-8f53-9d1f0f7c2a10';

const statusSchema = z.object({ status: z.string() });

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** How many of some logs are new, and how many were there. */
export interface Stored {
  stored: number;
  known: number;
}

/**
 * Stores logs of which some may be there already, and leaves those as they are. The same logs again,
 * while the first time is still being worked off, are the same delivery: nothing is stored twice.
 *
 * @throws MemoryError where any of them isn't stored afterwards
 */
export async function storeMany(bank: Bank, logs: readonly Interaction[]): Promise<Stored> {
  const { transport, path } = bank;

  async function missing(among: readonly Interaction[]): Promise<Interaction[]> {
    const found: Interaction[] = [];
    for (let at = 0; at < among.length; at += atOnce) {
      const part = among.slice(at, at + atOnce);
      const there = await Promise.all(part.map(({ id }) => bank.documentOf(id)));
      found.push(...part.filter((_, index) => there[index] === null));
    }
    return found;
  }

  async function statusOf(operation: string): Promise<string> {
    try {
      const answer = await transport.read((options) =>
        sdk.getOperationStatus({ ...options, path: { ...path, operation_id: operation } }),
      );
      return parsed(statusSchema, answer).status;
    } catch (error) {
      if (isMissing(error)) return 'not_found';
      throw error;
    }
  }

  const fresh = await missing(logs);
  const known = logs.length - fresh.length;
  if (fresh.length === 0) return { stored: 0, known };
  // An operation is one for the whole server: the same file may go into another bank of it, too.
  const made = v5(JSON.stringify([path.bank_id, fresh.map(toRecord)]), namespace);
  const before = await statusOf(made);
  // What was worked off before and isn't there now was taken back, or given up.
  const ended = ['completed', 'failed', 'cancelled'].includes(before);
  const operation = ended ? newId() : made;
  const body = { items: fresh.map(toRecord), async: true, operation_id: operation };
  await transport.write((options) => sdk.retainMemories({ ...options, path, body }));
  for (const until = Date.now() + askForMs; ; await pause(askEveryMs)) {
    const status = await statusOf(operation);
    if (['completed', 'failed', 'cancelled'].includes(status)) break;
    if (Date.now() > until) {
      throw new MemoryError('broken', `${fresh.length} logs are still being stored`);
    }
  }
  const left = await missing(fresh);
  if (left.length > 0) {
    throw new MemoryError('broken', `${left.length} of ${logs.length} logs weren’t stored`);
  }
  return { stored: fresh.length, known };
}
