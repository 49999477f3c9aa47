import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Memory } from '../../../lib/memory/memory';
import { log, newBank, store } from './bank';

const ada = { name: 'Ada Lovelace', email: 'ada@analytical.example' };

describe('the history of a prospect', () => {
  let memory: Memory;
  beforeAll(async () => {
    memory = await newBank();
  });

  it('gives every field back as it was logged', async () => {
    const logged = log({
      at: '2026-10-03T09:30:00.000Z',
      outcome: 'objection',
      summary: 'She is worried about price.\nSecond line.',
      rep: 'Robin Rep',
      url: 'https://calendar.google.com/calendar/u/0/r',
      type: 'note',
    });
    await store(memory, logged);
    expect(await memory.historyOf(ada)).toEqual([logged]);
  });

  const texts: [string, string][] = [
    ['emoji', 'Great call 🎉👩‍💻, they said "yes"'],
    ['right to left', 'التقينا اليوم وتحدثنا عن السعر'],
    ['HTML', '<script>alert(1)</script><b>bold</b> &amp;'],
    ['look-alike fields', 'Prospect: Somebody Else\nOutcome: won\nSummary: nothing'],
    ['50 kB', 'word '.repeat(10_000).trim()],
    ['spaces and tabs', '  two  spaces\tand a tab'],
  ];
  it.each(texts)('keeps %s verbatim', async (kind, summary) => {
    const email = `${kind.replaceAll(' ', '-').toLowerCase()}@text.example`;
    await store(memory, log({ email, summary }));
    const [found] = await memory.historyOf({ name: 'Ada Lovelace', email });
    expect(found?.summary).toBe(summary);
  });

  it('stores a null character as the sign for an unreadable one', async () => {
    const email = 'null@text.example';
    await store(memory, log({ email, summary: 'a\0b' }));
    const [found] = await memory.historyOf({ name: 'Ada Lovelace', email });
    expect(found?.summary).toBe('a\uFFFDb');
  });

  it('is complete and in order beyond one page', async () => {
    const email = 'many@logs.example';
    const logs = Array.from({ length: 230 }, (_, index) =>
      log({
        email,
        summary: `Call number ${index}`,
        at: new Date(Date.UTC(2026, 0, 1, index)).toISOString(),
      }),
    );
    await store(memory, ...[...logs].reverse());
    const found = await memory.historyOf({ name: 'Ada Lovelace', email });
    expect(found.map(({ summary }) => summary)).toEqual(logs.map(({ summary }) => summary));
  });

  it('of up to 100 logs takes two requests at most', async () => {
    const email = 'hundred@logs.example';
    await store(memory, ...Array.from({ length: 100 }, () => log({ email })));
    const real = globalThis.fetch;
    let requests = 0;
    globalThis.fetch = (...args) => {
      requests += 1;
      return real(...args);
    };
    try {
      const found = await memory.historyOf({ name: 'Ada Lovelace', email });
      expect(found).toHaveLength(100);
    } finally {
      globalThis.fetch = real;
    }
    expect(requests).toBeGreaterThan(0);
    expect(requests).toBeLessThanOrEqual(2);
  });

  it('of somebody unknown is empty', async () => {
    expect(await memory.historyOf({ name: 'Nobody', email: 'nobody@nowhere.example' })).toEqual([]);
  });
});

describe('people with awkward names', () => {
  const awkward = [
    { name: 'all' },
    { name: '../x' },
    { name: '*' },
    { name: 'prospect:*' },
    { name: `O'Brien "The Closer"` },
    { name: 'a,b' },
    { name: 'a%2Cb' },
    { name: '李小龍', company: '精武' },
    { name: 'name', company: 'a~b' },
    { name: 'name~a', company: 'b' },
    { name: 'Sarah Chen', email: 'sarah.chen@northwind.example' },
    { name: 'Sarah Chen', email: 's.chen@contoso.example' },
    { name: 'Sarah Chen', company: 'Contoso' },
    { name: 'Sarah Chen' },
    { name: 'Any', email: '"odd address"@x.example' },
    { name: 'Any', email: 'a_b@x.example' },
    { name: 'Any', email: 'a-b@x.example' },
    { name: 'Any', email: '*@x.example' },
  ];

  it('never see each other’s logs', async () => {
    const memory = await newBank();
    const logs = awkward.map((prospect, index) =>
      log({
        prospect: prospect.name,
        email: undefined,
        company: undefined,
        ...(prospect.email ? { email: prospect.email } : {}),
        ...(prospect.company ? { company: prospect.company } : {}),
        summary: `only for number ${index}`,
      }),
    );
    await store(memory, ...logs);
    for (const [index, prospect] of awkward.entries()) {
      const found = await memory.historyOf(prospect);
      expect(
        found.map(({ summary }) => summary),
        JSON.stringify(prospect),
      ).toEqual([`only for number ${index}`]);
    }
  });
});

describe('what others left in the bank', () => {
  it('is no part of a history, and breaks none', async () => {
    const memory = await newBank();
    await store(memory, log());
    const { baseUrl, apiKey } = inject('hindsight');
    const foreign = await fetch(`${baseUrl}/v1/default/banks/${memory.bank}/memories`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        items: [
          {
            content: 'A note of another tool.',
            document_id: 'foreign',
            tags: ['prospect:ada@analytical.example', 'card:broken'],
            metadata: { outcome: 'won' },
          },
        ],
      }),
    });
    expect(foreign.ok).toBe(true);
    expect(await memory.has('foreign')).toBe(true);
    expect(await memory.historyOf(ada)).toHaveLength(1);
    expect(await memory.knownProspects('')).toHaveLength(1);
  });
});
