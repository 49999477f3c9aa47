import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { prospectKey } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';
import type { Interaction } from '../../lib/interaction';
import { MemoryError } from '../../lib/memory/errors';
import { createMemory, type Memory } from '../../lib/memory/memory';
import { createOutbox, needsSomebody, type OutboxItem } from '../../lib/memory/outbox';
import { prospectOf } from '../../lib/memory/record';
import type { Failure, MemoryFailure, OutboxItemView } from '../../lib/messages';
import type { Connection } from '../../lib/settings';
import { patternOf } from '../options/permissions';
import { settingsRead } from './settings';

const outboxItem = storage.defineItem<unknown>('local:outbox');

/** Whether the browser lets us reach an address: asked once, until it is told otherwise. */
const allowed = new Map<string, Promise<boolean>>();
for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) {
  event.addListener(() => allowed.clear());
}

function isAllowed(pattern: string): Promise<boolean> {
  const asked = allowed.get(pattern) ?? browser.permissions.contains({ origins: [pattern] });
  allowed.set(pattern, asked);
  // Nothing is learned from a question that failed.
  asked.catch(() => allowed.delete(pattern));
  return asked;
}

/** @returns the memory at an address that may not be the saved one. @throws MemoryError */
export async function memoryAt(connection: Connection): Promise<Memory> {
  const memory = createMemory(connection);
  // Without it a request fails as if nobody were there, and no repetition would help.
  const pattern = patternOf(connection.baseUrl);
  if (pattern && !(await isAllowed(pattern))) {
    throw new MemoryError('not_allowed', pattern);
  }
  return memory;
}

/** @returns the memory of the settings. @throws MemoryError where none is set up. */
export async function memoryOfSettings(): Promise<Memory> {
  return memoryAt((await settingsRead()).connection);
}

/** Logs that wait, in the browser's storage; a lock of the browser's keeps windows apart. */
export const outbox = createOutbox({
  store: { get: () => outboxItem.getValue(), set: (value) => outboxItem.setValue(value) },
  lock: (name, work) => navigator.locks.request(`salesmemory-${name}`, work) as never,
  memory: memoryOfSettings,
  now: () => Date.now(),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

/** @returns what waits, as a screen shows it. */
export async function outboxView(): Promise<OutboxItemView[]> {
  return (await outbox.items()).map((item) => ({
    id: item.interaction.id,
    prospect: prospectOf(item.interaction),
    summary: item.interaction.summary,
    outcome: item.interaction.outcome,
    at: item.interaction.at,
    state: stateOf(item),
    message: item.problem?.message ?? null,
  }));
}

function stateOf(item: OutboxItem): OutboxItemView['state'] {
  if (needsSomebody(item)) return 'needs_you';
  return item.attempts > 0 && item.problem === null ? 'sending' : 'waiting';
}

/** @returns the logs that still wait in the outbox, of everybody, marked so. */
export async function waitingLogs(): Promise<Interaction[]> {
  return (await outbox.items()).map(({ interaction }) => ({ ...interaction, pending: true }));
}

/** @returns the key of whom a log is about. */
export const keyOf = (log: Interaction): string => prospectKey(prospectOf(log));

/** @returns a prospect's logs that still wait in the outbox, marked so. */
export async function waitingFor(prospect: Prospect): Promise<Interaction[]> {
  const key = prospectKey(prospect);
  return (await waitingLogs()).filter((log) => keyOf(log) === key);
}

/** Takes a log back for good, wherever it is. @throws MemoryError */
export async function forgetLog(id: string): Promise<void> {
  // What the outbox has, it takes from the server too, now or once the server answers.
  if (await outbox.remove(id)) return;
  await (await memoryOfSettings()).remove(id);
}

/** @returns a failure as a screen shows it. */
export function failureOf(error: unknown): MemoryFailure {
  const failure = error instanceof MemoryError ? error : new MemoryError('broken', String(error));
  return { ok: false, reason: failure.reason, message: failure.message };
}

/** Runs a request on the memory of the settings. @returns its answer, or why there is none. */
export async function withMemory<T extends object>(
  work: (memory: Memory) => Promise<T>,
): Promise<({ ok: true } & T) | Failure> {
  try {
    return { ok: true, ...(await work(await memoryOfSettings())) };
  } catch (error) {
    return failureOf(error);
  }
}
