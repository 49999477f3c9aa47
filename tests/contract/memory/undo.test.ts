import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Memory } from '../../../lib/memory/memory';
import { log, newBank, outboxOn } from './bank';

const ada = { name: 'Ada Lovelace', email: 'ada@analytical.example' };

it('a log taken back while it is sent doesn’t come back', async () => {
  const memory = await newBank();
  const submitted: string[] = [];
  let undone: Promise<boolean> = Promise.resolve(false);
  const watched: Memory = {
    ...memory,
    submit: async (logs, operation) => {
      await memory.submit(logs, operation);
      submitted.push(...logs.map(({ id }) => id));
      // The server has taken it, but its worker hasn't stored it yet.
      if (submitted.includes(taken.id)) undone = outbox.remove(taken.id);
    },
  };
  const outbox = outboxOn(async () => watched);
  const [taken, kept] = [log(), log()];
  for (const one of [taken, kept]) await outbox.add(one);
  await outbox.flush();
  expect(await undone).toBe(true);
  expect(submitted).toContain(taken.id);
  // Longer than the server's worker pauses between two looks at its queue.
  await sleep(2_000);
  expect(await memory.has(taken.id)).toBe(false);
  expect((await memory.historyOf(ada)).map(({ id }) => id)).toEqual([kept.id]);
  expect(await outbox.items()).toEqual([]);
});
