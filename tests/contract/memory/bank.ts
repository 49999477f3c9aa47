import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import type { Interaction } from '../../../lib/interaction';
import { newId } from '../../../lib/memory/id';
import { createMemory, type Memory } from '../../../lib/memory/memory';
import { createOutbox, type Outbox } from '../../../lib/memory/outbox';
import { locks } from '../../fakes/locks';

/** @returns the memory of a new bank on the run's real server. */
export async function newBank(): Promise<Memory & { bank: string }> {
  const bank = `test-${newId()}`;
  const memory = createMemory({ ...inject('hindsight'), bank });
  await memory.createBank();
  return { ...memory, bank };
}

/** @returns an outbox whose store a test can look into. */
export function outboxOn(
  memory: () => Promise<Memory>,
  parts: { store?: { value: unknown }; lock?: ReturnType<typeof locks> } = {},
): Outbox {
  const store = parts.store ?? { value: null };
  return createOutbox({
    store: {
      get: async () => structuredClone(store.value),
      set: async (value) => {
        store.value = structuredClone(value);
      },
    },
    lock: parts.lock ?? locks(),
    memory,
    now: () => Date.now(),
    pause: (ms) => sleep(ms),
  });
}

/** @returns a log with what a test doesn't care about filled in. */
export function log(patch: Partial<Interaction> = {}): Interaction {
  return {
    id: newId(),
    at: '2026-11-01T10:00:00.000Z',
    outcome: 'none',
    summary: 'Talked about the budget.',
    prospect: 'Ada Lovelace',
    email: 'ada@analytical.example',
    company: 'Analytical Engines',
    type: 'call_log',
    ...patch,
  };
}

const slowestMs = 90_000;

/** Stores logs for good through an outbox, and fails the test where one isn't. */
export async function store(memory: Memory, ...logs: Interaction[]): Promise<void> {
  const outbox = outboxOn(async () => memory);
  for (const one of logs) await outbox.add(one);
  // A busy server may work longer on a log than one run of the outbox asks after it.
  for (const until = Date.now() + slowestMs; Date.now() < until; await outbox.retry()) {
    await outbox.flush();
    const [waiting] = await outbox.items();
    if (!waiting) return;
    if (waiting.problem) throw new Error(`not stored: ${waiting.problem.reason}`);
  }
  throw new Error(`not stored within ${slowestMs} ms`);
}
