import { beforeEach, describe, expect, it } from 'vitest';
import { prospectKey } from '../../../lib/identity/key';
import type { Prospect } from '../../../lib/identity/prospect';
import type { Interaction } from '../../../lib/interaction';
import { eraseBank } from '../../../lib/memory/erase';
import type { Memory } from '../../../lib/memory/memory';
import { log, newBank, store } from './bank';

const northwind = { name: 'Sarah Chen', email: 'sarah@northwind.example', company: 'Northwind' };
const contoso = { name: 'Chen, Sarah', email: 's.chen@contoso.example', company: 'Contoso' };
const nameOnly: Prospect = { name: 'Sarah Chen' };

const about = ({ name, email, company }: Prospect, summary: string, day: number): Interaction =>
  log({
    prospect: name,
    email,
    company,
    summary,
    at: new Date(Date.UTC(2026, 9, day)).toISOString(),
  });

let memory: Memory & { bank: string };
const first = about(northwind, 'No budget this year.', 1);
const second = about(contoso, 'Wants sales enablement.', 2);
const third = about(nameOnly, 'Met at the fair.', 3);

beforeEach(async () => {
  memory = await newBank();
  await store(memory, first, second, third);
});

const summaries = async (who: Prospect) =>
  (await memory.historyOf(who)).map(({ summary }) => summary);

describe('all that a brief is made of', () => {
  it('is one request, and the same as history, person and company by themselves', async () => {
    const real = globalThis.fetch;
    let requests = 0;
    globalThis.fetch = (...args) => {
      requests += 1;
      return real(...args);
    };
    try {
      const read = await memory.about(northwind);
      expect(requests).toBe(1);
      expect(read.history).toEqual(await memory.historyOf(northwind));
      expect(read.history).toHaveLength(1);
      expect(read.keys).toEqual((await memory.person(northwind)).keys);
      expect(read.company.map(({ prospect }) => prospect)).toEqual([northwind]);
    } finally {
      globalThis.fetch = real;
    }
  });

  it('holds the logs of every key of a person once two are one', async () => {
    await memory.changePerson({ kind: 'merge', from: contoso, into: northwind });
    for (const key of [northwind, contoso]) {
      const read = await memory.about(key);
      expect(read.history).toEqual(await memory.historyOf(northwind));
      expect(read.history).toHaveLength(2);
      expect(read.keys.toSorted()).toEqual([prospectKey(contoso), prospectKey(northwind)].sort());
    }
  });
});

describe('people of one name', () => {
  it('are offered to the rep, and never mixed by themselves', async () => {
    const { person, decided, namesakes } = await memory.whoIs(nameOnly, 'event-1');
    expect(person).toEqual(nameOnly);
    expect(decided).toBe(false);
    expect(namesakes).toEqual([
      { prospect: contoso, count: 1, lastAt: second.at },
      { prospect: northwind, count: 1, lastAt: first.at },
    ]);
    expect(await summaries(nameOnly)).toEqual(['Met at the fair.']);
    expect((await memory.whoIs({ name: 'Sarah Chenoweth' }, null)).namesakes).toEqual([]);
  });

  it('are told apart in one choice, which the server remembers for this page alone', async () => {
    const chosen = await memory.changePerson({
      kind: 'means',
      named: nameOnly,
      pageId: 'event-1',
      person: northwind,
    });
    expect(chosen).toEqual(northwind);
    // Asked by another browser, since nothing is kept in this one.
    const there = await memory.whoIs(nameOnly, 'event-1');
    expect(there).toMatchObject({ person: northwind, decided: true });
    expect(await memory.whoIs(nameOnly, 'event-2')).toMatchObject({ decided: false });
    expect(await summaries(northwind)).toEqual(['No budget this year.']);
  });
});

describe('one person with two addresses', () => {
  it('has one history once merged, counts once, and has two again once split', async () => {
    await memory.changePerson({ kind: 'merge', from: contoso, into: northwind });
    for (const who of [northwind, contoso]) {
      expect(await summaries(who)).toEqual(['No budget this year.', 'Wants sales enablement.']);
    }
    expect(await memory.knownProspects('chen')).toEqual([
      { prospect: nameOnly, count: 1, lastAt: third.at },
      { prospect: northwind, count: 2, lastAt: second.at },
    ]);
    expect((await memory.recall('what does she want', northwind)).sort()).toEqual(
      [first.id, second.id].sort(),
    );
    const { others } = await memory.person(northwind);
    expect(others.map(({ known }) => known)).toEqual([contoso]);

    // A log that comes later, under the other address, is hers too.
    await store(memory, about(contoso, 'She called from home.', 4));
    expect(await summaries(northwind)).toContain('She called from home.');

    await memory.changePerson({ kind: 'split', key: prospectKey(contoso) });
    expect(await summaries(northwind)).toEqual(['No budget this year.']);
    expect(await summaries(contoso)).toEqual(['Wants sales enablement.', 'She called from home.']);
  });

  it('takes over the logs of a bare name, which stands for nobody by that', async () => {
    await memory.changePerson({ kind: 'merge', from: nameOnly, into: northwind });
    expect(await memory.historyOf(northwind)).toEqual([
      first,
      { ...third, email: northwind.email, company: northwind.company },
    ]);
    expect(await summaries(nameOnly)).toEqual([]);
    expect(await memory.whoIs(nameOnly, 'event-9')).toMatchObject({ decided: false });
    expect(await memory.knownProspects('')).toMatchObject([
      { prospect: northwind, count: 2, lastAt: third.at },
      { prospect: contoso, count: 1 },
    ]);
    expect(await memory.recall('where did we meet', northwind)).toContain(third.id);
    const recalled = await memory.recallLogs('where did we meet', [northwind]);
    expect(recalled.map(({ interaction }) => interaction.email)).toContain(northwind.email);
    expect(recalled.every(({ interaction }) => interaction.email === northwind.email)).toBe(true);
    // Reworded later, it stays hers.
    const [, taken] = await memory.historyOf(northwind);
    if (!taken) throw new Error('no second log');
    await store(memory, { ...taken, summary: 'Met at the fair in Berlin.' });
    expect(await summaries(northwind)).toEqual([
      'No budget this year.',
      'Met at the fair in Berlin.',
    ]);
  });

  it('can be given an address, and a new name that keeps everything', async () => {
    const email = 'sarah@home.example';
    await memory.changePerson({ kind: 'address', person: northwind, email });
    await store(memory, about({ name: 'S', email }, 'Private mail.', 5));
    expect(await summaries(northwind)).toEqual(['No budget this year.', 'Private mail.']);
    const renamed = await memory.changePerson({
      kind: 'rename',
      person: northwind,
      to: { name: 'Sarah Chen-Miller', company: 'Northwind Ltd' },
    });
    expect(renamed.email).toBe(northwind.email);
    const known = await memory.knownProspects('miller');
    expect(known).toEqual([{ prospect: renamed, count: 2, lastAt: '2026-10-05T00:00:00.000Z' }]);
    expect(await summaries(renamed)).toEqual(['No budget this year.', 'Private mail.']);
  });

  it('is forgotten by all addresses, with what was decided about them', async () => {
    await memory.changePerson({ kind: 'merge', from: contoso, into: northwind });
    expect(await memory.forget(contoso)).toBe(2);
    expect(await summaries(northwind)).toEqual([]);
    expect((await memory.person(northwind)).keys).toEqual([prospectKey(northwind)]);
    expect(await summaries(nameOnly)).toEqual(['Met at the fair.']);

    await memory.changePerson({ kind: 'address', person: contoso, email: 'sc@home.example' });
    expect(await eraseBank(memory)).toBe(1);
    expect((await memory.person(contoso)).others).toEqual([]);
    expect(await memory.has(first.id)).toBe(false);
  });
});
