import { expect, inject, it } from 'vitest';
import { asCsv, asJson } from '../../../lib/transfer/export';
import { planImport } from '../../../lib/transfer/plan';
import { runImport } from '../../../lib/transfer/run';
import { readTable } from '../../../lib/transfer/table';
import { log, newBank, store } from './bank';

const now = new Date('2026-11-20T12:00:00Z');

const csv = (rows: number) =>
  [
    'Record ID,Call Title,Call notes,Activity date,Call outcome,Associated Contact',
    ...Array.from(
      { length: rows },
      (_, index) =>
        `${900 + index},Call ${index},"They asked, about topic ${index}",2026-03-${String((index % 28) + 1).padStart(2, '0')} 09:00,Connected,Priya Sharma (priya@rentokil.example)`,
    ),
  ].join('\n');

const planOf = (text: string) => planImport(readTable(new TextEncoder().encode(text)), now);

/** How many memories a bank holds: asked of the server directly. */
async function memoriesIn(bank: string): Promise<number> {
  const { baseUrl, apiKey } = inject('hindsight');
  const answer = await fetch(`${baseUrl}/v1/default/banks/${bank}/memories/list?limit=1`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });
  return ((await answer.json()) as { total: number }).total;
}

it('an imported file is stored once, also when it is imported twice at once and again later', async () => {
  const memory = await newBank();
  const { interactions } = planOf(csv(60));
  const send = async (logs: typeof interactions) => ({
    ok: true as const,
    ...(await memory.storeMany(logs)),
  });
  const parts = { send, onProgress: () => {}, signal: new AbortController().signal };
  await Promise.all([runImport(interactions, parts), runImport(interactions, parts)]);
  expect(await memoriesIn(memory.bank)).toBe(60);
  const again = await runImport(planOf(csv(60)).interactions, parts);
  expect(again).toMatchObject({ ended: 'complete', stored: 0, known: 60 });
  const longer = await runImport(planOf(csv(70)).interactions, parts);
  expect(longer).toMatchObject({ ended: 'complete', stored: 10, known: 60 });
  expect(await memoriesIn(memory.bank)).toBe(70);
  const history = await memory.historyOf({ name: 'Priya', email: 'priya@rentokil.example' });
  expect(history.map(({ id }) => id).sort()).toEqual(
    planOf(csv(70))
      .interactions.map(({ id }) => id)
      .sort(),
  );
});

it('an import leaves what was edited since, and brings back what was taken back', async () => {
  const memory = await newBank();
  const { interactions } = planOf(csv(3));
  const [edited, gone] = interactions;
  if (!edited || !gone) throw new Error('no rows');
  await memory.storeMany(interactions);
  await store(memory, { ...edited, summary: 'In better words.' });
  await memory.remove(gone.id);
  expect(await memory.storeMany(interactions)).toEqual({ stored: 1, known: 2 });
  const history = await memory.historyOf({ name: 'Priya', email: 'priya@rentokil.example' });
  expect(history).toHaveLength(3);
  expect(history.find(({ id }) => id === edited.id)?.summary).toBe('In better words.');
});

it.each(['csv', 'json'])(
  'an export as %s fills an empty bank with the same logs',
  async (format) => {
    const memory = await newBank();
    const logs = [
      log({ summary: '=SUM(A1:A9) was in her mail', outcome: 'pilot', rep: 'Robin Rep' }),
      log({
        summary: 'Line one\nline "two", 🎉',
        prospect: 'Zoë Müller',
        email: 'zoe@bau.example',
      }),
    ];
    await store(memory, ...logs);
    const exported = await memory.allLogs();
    const text = format === 'csv' ? asCsv(exported) : asJson(exported, now.toISOString());
    const other = await newBank();
    const plan = planOf(text);
    expect(plan.problems).toEqual([]);
    expect(await other.storeMany(plan.interactions)).toEqual({ stored: 2, known: 0 });
    expect(await other.allLogs()).toEqual(exported);
  },
);
