import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MemoryError } from '../../../lib/memory/errors';
import { newId } from '../../../lib/memory/id';
import { createMemory, type Memory } from '../../../lib/memory/memory';
import { runImport } from '../../../lib/transfer/run';
import { type Hindsight, startHindsight } from '../../../scripts/hindsight';
import { keepsAwkwardInput } from './awkward';
import { log, outboxOn, store } from './bank';
import { type ModelApi, startModelApi } from './model-api';

let home: string;
let model: ModelApi;
let server: Hindsight;

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'salesmemory-model-'));
  model = await startModelApi();
  server = await startHindsight({
    home,
    llm: { baseUrl: model.baseUrl, apiKey: 'stand-in', model: 'stand-in' },
  });
});

afterAll(async () => {
  await server?.stop();
  model?.close();
  await rm(home, { recursive: true, force: true });
});

async function newBank(): Promise<{ memory: Memory; bank: string }> {
  const bank = `test-${newId()}`;
  const memory = createMemory({ baseUrl: server.baseUrl, apiKey: server.apiKey, bank });
  await memory.createBank();
  return { memory, bank };
}

/** @returns the texts of a bank's memories, asked of the server directly. */
async function textsIn(bank: string): Promise<string[]> {
  const answer = await fetch(`${server.baseUrl}/v1/default/banks/${bank}/memories/list`, {
    headers: { authorization: `Bearer ${server.apiKey}` },
  });
  return ((await answer.json()) as { items: { text: string }[] }).items.map(({ text }) => text);
}

const ada = { name: 'Ada Lovelace', email: 'ada@analytical.example' };

describe('a server with a model of its own', () => {
  it('gives the rep’s words back although it remembers facts in other words', async () => {
    model.facts = 3;
    const { memory, bank } = await newBank();
    const logs = [
      log({ at: '2026-10-01T10:00:00.000Z', summary: 'Worried about onboarding delays.' }),
      log({ at: '2026-10-09T10:00:00.000Z', summary: 'Asked for a pilot 🎉\n<b>soon</b>.' }),
    ];
    await store(memory, ...logs);
    const texts = await textsIn(bank);
    expect(texts.length).toBeGreaterThan(logs.length);
    expect(texts.join()).not.toContain('onboarding');
    expect(await memory.historyOf(ada)).toEqual(logs);
  });

  it('counts logs, not facts, and forgets both', async () => {
    model.facts = 3;
    const { memory, bank } = await newBank();
    await store(memory, log(), log({ summary: 'A second call.' }));
    expect((await memory.knownProspects('ada')).map(({ count }) => count)).toEqual([2]);
    expect(await memory.forget(ada)).toBe(2);
    expect(await textsIn(bank)).toEqual([]);
  });

  it('keeps a log in which its model finds no fact', async () => {
    model.facts = 0;
    const { memory } = await newBank();
    const one = log({ summary: 'Nothing new.' });
    await store(memory, one);
    expect(await memory.historyOf(ada)).toEqual([one]);
    expect(await memory.allProspects()).toMatchObject([
      { prospect: ada, count: 1, lastAt: one.at },
    ]);
  });

  it('keeps who is who, in its own words nowhere', async () => {
    model.facts = 2;
    const { memory } = await newBank();
    const other = { name: 'Ada King', email: 'ada@lovelace.example' };
    const logs = [log(), log({ prospect: other.name, email: other.email, company: undefined })];
    await store(memory, ...logs);
    await memory.changePerson({ kind: 'merge', from: other, into: ada });
    expect(await memory.historyOf(other)).toHaveLength(2);
    expect(await memory.allProspects()).toMatchObject([{ prospect: ada, count: 2 }]);
    await memory.changePerson({ kind: 'split', key: 'ada@lovelace.example' });
    expect(await memory.historyOf(other)).toHaveLength(1);
    expect(await memory.allProspects()).toHaveLength(2);
  });

  it('stores a log once whose answer got lost, and replaces it whole when it is edited', async () => {
    model.facts = 3;
    const { memory, bank } = await newBank();
    let lost = 0;
    const lossy: Memory = {
      ...memory,
      submit: async (logs, operation) => {
        await memory.submit(logs, operation);
        lost += 1;
        if (lost === 1) throw new MemoryError('unreachable');
      },
    };
    const one = log();
    await store(memory, log({ email: 'other@x.example' }));
    const outbox = outboxOn(async () => lossy);
    await outbox.add(one);
    for (let round = 0; round < 5 && (await outbox.items()).length > 0; round += 1) {
      await outbox.flush();
      await outbox.retry();
    }
    expect(lost).toBeGreaterThan(0);
    expect(await memory.historyOf(ada)).toEqual([one]);
    expect(await textsIn(bank)).toHaveLength(6);
    const reworded = { ...one, summary: 'In other words.', outcome: 'pilot' as const };
    await store(memory, reworded);
    expect(await memory.historyOf(ada)).toEqual([reworded]);
    expect(await textsIn(bank)).toHaveLength(6);
  });

  it('imports each log once, and pages through a history of more than one page in order', async () => {
    model.facts = 1;
    const { memory } = await newBank();
    const logs = Array.from({ length: 210 }, (_, index) =>
      log({
        at: new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString(),
        summary: `Call ${index} about the budget.`,
      }),
    );
    const send = async (some: typeof logs) => ({
      ok: true as const,
      ...(await memory.storeMany(some)),
    });
    const parts = { send, onProgress: () => {}, signal: new AbortController().signal };
    expect(await runImport(logs, parts)).toMatchObject({ ended: 'complete', stored: 210 });
    expect(await runImport(logs, parts)).toMatchObject({ stored: 0, known: 210 });
    expect(await memory.historyOf(ada)).toEqual(logs);
    expect((await memory.knownProspects('ada')).map(({ count }) => count)).toEqual([210]);
  });

  it('recalls by what its model made of a log, each log once and in the rep’s words', async () => {
    model.facts = 1;
    model.wording = new Map([
      [
        'five months',
        [
          'The buyer fears that the rollout is going to be late',
          'Going live with another vendor took the buyer very long',
        ],
      ],
      ['canteen', ['The buyer ate soup', 'The canteen has a new cook']],
      ['boat', ['The buyer spent money on a boat', 'The buyer goes sailing']],
    ]);
    const { memory } = await newBank();
    const delays = log({
      summary: 'Worried about onboarding delays; the last vendor took five months to go live.',
    });
    const others = ['Soup in the canteen.', 'He bought a boat.', 'Nothing much.', 'A short chat.'];
    await store(memory, delays, ...others.map((summary) => log({ summary })));
    model.wording = new Map();
    for (const asked of ['she pushed back on timing', 'implementation timeline concerns']) {
      const ids = await memory.recall(asked, ada);
      expect(ids[0], asked).toBe(delays.id);
      expect(new Set(ids).size).toBe(ids.length);
      const [first] = await memory.recallLogs(asked, [ada]);
      expect(first?.interaction).toEqual(delays);
    }
  });

  describe('given bad input', () => {
    keepsAwkwardInput(async () => {
      model.facts = 2;
      return (await newBank()).memory;
    });
  });
});
