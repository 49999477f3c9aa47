import { sdk } from '@vectorize-io/hindsight-client';
import type { Prospect } from '../../../lib/identity/prospect';
import type { Interaction } from '../../../lib/interaction';
import { toRecord } from '../../../lib/memory/record';
import { createTransport } from '../../../lib/memory/transport';
import type { Connection } from '../../../lib/settings';
import { writtenDeals } from '../../fixtures/deals';
import { historyOf } from '../../fixtures/deals/deal';

/** Logs of each invented prospect, at every size of a bank: what grows is the bank, not a history. */
export const logsEach = 20;
/** Logs that one request carries, and requests under way at once: more gained nothing on 2 cores. */
const batchSize = 200;
const atOnce = 2;
/** A batch is embedded by the server before it answers (ms). */
const patienceMs = 120_000;
/** Days between the calls of one prospect. */
const daysBetween = 6;

const calls = writtenDeals.flatMap(historyOf);

/** @returns the invented prospect of a number, always the same. */
export function invented(number: number): Prospect {
  return {
    name: `Pat Prospect ${number}`,
    email: `pat.${number}@company-${number}.example`,
    company: `Company ${number}`,
  };
}

/** @returns a log of an invented prospect, in words that a rep wrote about some deal. */
export function inventedLog(index: number, people: number): Interaction {
  const { name, email, company } = invented(index % people);
  const turn = Math.floor(index / people);
  const words = calls[(index * 7 + turn) % calls.length] as Interaction;
  const at = Date.UTC(2026, 10, 24, 9) - (logsEach - turn) * daysBetween * 86_400_000;
  return {
    ...words,
    id: `fill-${index}`,
    at: new Date(at).toISOString(),
    prospect: name,
    email,
    company,
  };
}

/** How filling a bank went. */
interface Filled {
  /** Logs that this run stored; those of an earlier, ended run are left. */
  stored: number;
  perSecond: number;
}

/**
 * Fills a bank with logs, in order and under fixed ids, so that an ended run goes on where it was.
 *
 * @param count how many logs the bank shall hold, `logsEach` of each prospect
 * @param deadlineMs how long it may take; the bank then holds fewer
 */
export async function fillBank(
  connection: Connection,
  count: number,
  deadlineMs = Number.POSITIVE_INFINITY,
): Promise<Filled> {
  const transport = createTransport(connection, patienceMs);
  const path = { bank_id: connection.bank };
  const people = Math.max(1, Math.round(count / logsEach));
  const listed = (await transport.read((options) =>
    sdk.listDocuments({ ...options, path, query: { limit: 1, q: 'fill-' } }),
  )) as { total: number };
  // The last batches of an ended run may have holes; storing a document again replaces it.
  const from = Math.max(0, listed.total - batchSize * atOnce);
  const began = performance.now();
  let next = from;
  const storeBatches = async () => {
    while (next < count && performance.now() - began < deadlineMs) {
      const first = next;
      next = Math.min(count, first + batchSize);
      const items = Array.from({ length: next - first }, (_, index) =>
        toRecord(inventedLog(first + index, people)),
      );
      await transport.write((options) =>
        sdk.retainMemories({ ...options, path, body: { items, async: false } }),
      );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, storeBatches));
  const seconds = (performance.now() - began) / 1000;
  return { stored: next - from, perSecond: (next - from) / seconds };
}
