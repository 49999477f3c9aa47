import { setTimeout as sleep } from 'node:timers/promises';
import type { Memory } from '../lib/memory/memory';
import { createOutbox, type Outbox } from '../lib/memory/outbox';

/** @returns an outbox of this process alone, gone with it. */
export function outboxOf(memory: Memory): Outbox {
  let kept: unknown = null;
  return createOutbox({
    store: {
      get: async () => kept,
      set: async (value) => {
        kept = value;
      },
    },
    lock: (_, work) => work(),
    memory: async () => memory,
    now: () => Date.now(),
    pause: sleep,
  });
}
