import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { ProtocolMap } from '../../../lib/messages';

type Name = keyof ProtocolMap & string;
/** What a message carries, by its name: a name that the product doesn't know is no program. */
export type DataOf<Type extends Name> = Parameters<ProtocolMap[Type]>[0];
export type AnswerOf<Type extends Name> = Awaited<ReturnType<ProtocolMap[Type]>>;
export type MessageName = Name;

/** How long a page of the extension waits for an answer (ms). */
const answerMs = 15_000;

/**
 * Sends a message as a page of the extension does.
 *
 * @param patienceMs how long it waits: a page whose worker was killed is never told
 * @throws where no answer comes back in time
 */
export async function askFrom<Type extends Name>(
  page: Page | null | undefined,
  type: Type,
  data: DataOf<Type>,
  patienceMs = answerMs,
): Promise<AnswerOf<Type>> {
  if (!page) throw new Error('no page');
  const answer = page.evaluate(
    async (message) => {
      const answered = await chrome.runtime.sendMessage({ ...message, timestamp: Date.now() });
      if (!answered || answered.err) throw new Error(answered?.err?.message ?? 'no answer');
      return answered.res as unknown;
    },
    { id: Math.floor(Math.random() * 1e6), type, data: data as unknown },
  );
  return (await inTime(answer, patienceMs)) as AnswerOf<Type>;
}

/** A page that dies with its browser never answers. */
function inTime<T>(answer: Promise<T>, patienceMs: number): Promise<T> {
  const late = sleep(patienceMs, undefined, { ref: false }).then(() => {
    throw new Error('no answer in time');
  });
  return Promise.race([answer, late]);
}

/**
 * @returns how many logs the browser still has to do with: those too that were taken back, and that
 *   the server may hold. Infinite where the page doesn't answer.
 */
export async function leftInOutbox(page: Page | null | undefined): Promise<number> {
  if (!page) return Number.POSITIVE_INFINITY;
  const items = page.evaluate(async () => {
    const { outbox } = await chrome.storage.local.get('outbox');
    return ((outbox as { items?: unknown[] } | undefined)?.items ?? []).length;
  });
  return inTime(items, answerMs).catch(() => Number.POSITIVE_INFINITY);
}
