import { describe, expect, it } from 'vitest';
import { log, newBank, store } from './bank';

describe('known prospects', () => {
  it('come from the server alone, with count, company and last contact', async () => {
    const memory = await newBank();
    await store(
      memory,
      log({ at: '2026-10-01T10:00:00.000Z' }),
      log({ at: '2026-10-09T10:00:00.000Z' }),
      log({ prospect: 'Grace Hopper', email: 'grace@navy.example', company: 'Navy' }),
    );
    expect(await memory.knownProspects('')).toEqual([
      {
        prospect: { name: 'Grace Hopper', email: 'grace@navy.example', company: 'Navy' },
        count: 1,
        lastAt: '2026-11-01T10:00:00.000Z',
      },
      {
        prospect: {
          name: 'Ada Lovelace',
          email: 'ada@analytical.example',
          company: 'Analytical Engines',
        },
        count: 2,
        lastAt: '2026-10-09T10:00:00.000Z',
      },
    ]);
  });

  it('are listed from tags alone, without reading a document', async () => {
    const memory = await newBank();
    await store(memory, log(), log({ prospect: 'Grace Hopper', email: 'grace@navy.example' }));
    const real = globalThis.fetch;
    const asked: string[] = [];
    globalThis.fetch = (...args) => {
      asked.push(String(args[0] instanceof Request ? args[0].url : args[0]));
      return real(...args);
    };
    try {
      expect(await memory.allProspects()).toHaveLength(2);
    } finally {
      globalThis.fetch = real;
    }
    // What reps decided about who is who is a handful of small documents.
    const reading = asked.filter(
      (url) => /documents/.test(url) && !/limit=0|tags=identity/.test(url),
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(reading).toEqual([]);
  });

  it('of one company are found by its name and by their addresses, without the others', async () => {
    const memory = await newBank();
    const at = (name: string, email: string, company?: string) =>
      log({ prospect: name, email, company });
    await store(
      memory,
      at('Ada', 'ada@rentokil.example', 'Rentokil'),
      at('Tom', 'tom@rentokil.example'),
      at('Eve', 'eve@mail.example', 'RENTOKIL'),
      at('Zoe', 'zoe@paysend.example', 'Paysend'),
    );
    const { company } = await memory.about({ name: 'Ada', email: 'ada@rentokil.example' });
    expect(company.map(({ prospect }) => prospect.name).sort()).toEqual(['Ada', 'Eve', 'Tom']);
    expect((await memory.about({ name: 'Somebody' })).company).toEqual([]);
  });

  it('are found by name, address or company, whatever the case and the accents', async () => {
    const memory = await newBank();
    await store(
      memory,
      log({ prospect: 'Zoë Müller', email: 'z.mueller@bau.example', company: 'Bau GmbH' }),
      log(),
    );
    for (const query of ['zoe', 'MULLER', 'z.mueller@', 'bau gmbh']) {
      const found = await memory.knownProspects(query);
      expect(
        found.map(({ prospect }) => prospect.name),
        query,
      ).toEqual(['Zoë Müller']);
    }
  });

  it('count a person once, however the name was spelled', async () => {
    const memory = await newBank();
    await store(memory, log(), log(), log({ prospect: 'A. Lovelace' }));
    const found = await memory.knownProspects('');
    expect(found.map(({ prospect, count }) => [prospect.name, count])).toEqual([
      ['Ada Lovelace', 3],
    ]);
  });
});

describe('forgetting', () => {
  it('removes everything about one person and nothing of another', async () => {
    const memory = await newBank();
    const other = log({ prospect: 'Grace Hopper', email: 'grace@navy.example' });
    const logs = [log(), log({ summary: 'A second call.' })];
    await store(memory, ...logs, other);
    const ada = { name: 'Ada Lovelace', email: 'ada@analytical.example' };
    expect(await memory.forget(ada)).toBe(2);
    expect(await memory.historyOf(ada)).toEqual([]);
    for (const { id } of logs) expect(await memory.has(id)).toBe(false);
    expect(await memory.recall('second call', ada)).toEqual([]);
    expect(await memory.knownProspects('ada')).toEqual([]);
    expect(await memory.historyOf({ name: 'Grace Hopper', email: other.email })).toHaveLength(1);
  });

  it('of one log leaves the others', async () => {
    const memory = await newBank();
    const [first, second] = [log(), log()];
    await store(memory, first, second);
    await memory.remove(first.id);
    await memory.remove(first.id);
    const left = await memory.historyOf({ name: 'Ada Lovelace', email: first.email });
    expect(left.map(({ id }) => id)).toEqual([second.id]);
  });
});

describe('recall', () => {
  it('finds what was said in other words', async () => {
    const memory = await newBank();
    const wanted = log({
      summary:
        'She is worried about onboarding delays; the last vendor took five months to go live.',
    });
    await store(memory, wanted, log({ summary: 'Lunch at the harbour, talked about sailing.' }));
    const found = await memory.recall('she pushed back on timing', {
      name: 'Ada Lovelace',
      email: wanted.email,
    });
    expect(found[0]).toBe(wanted.id);
  });

  it('never answers with another person’s logs', async () => {
    const memory = await newBank();
    const other = log({ prospect: 'Grace Hopper', email: 'grace@navy.example' });
    await store(memory, other);
    expect(
      await memory.recall('budget', { name: 'Ada Lovelace', email: 'ada@analytical.example' }),
    ).toEqual([]);
  });
});
