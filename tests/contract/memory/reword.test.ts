import { expect, it } from 'vitest';
import { MemoryError } from '../../../lib/memory/errors';
import type { Memory } from '../../../lib/memory/memory';
import { log, newBank, outboxOn, store } from './bank';

const ada = { name: 'Ada Lovelace', email: 'ada@analytical.example' };

it('a reworded log replaces the old words for good, also where a request got lost', async () => {
  const memory = await newBank();
  const first = log({ summary: 'She declined the pilot.' });
  await store(memory, first, log({ summary: 'Another call.' }));

  let lost = 0;
  const lossy: Memory = {
    ...memory,
    submit: async (logs, operation) => {
      lost += 1;
      if (lost === 1) throw new MemoryError('unreachable');
      await memory.submit(logs, operation);
    },
  };
  const outbox = outboxOn(async () => lossy);
  const reworded = { ...first, summary: 'She asked for the pilot.', outcome: 'pilot' as const };
  await outbox.add(reworded);
  await outbox.flush();
  expect(await outbox.items()).toHaveLength(1);
  await outbox.retry();
  await outbox.flush();

  expect(await outbox.items()).toEqual([]);
  const history = await memory.historyOf(ada);
  expect(history).toHaveLength(2);
  expect(history.find(({ id }) => id === first.id)).toEqual(reworded);
});
