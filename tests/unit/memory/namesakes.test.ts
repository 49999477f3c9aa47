import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Prospect } from '../../../lib/identity/prospect';
import { createMemory } from '../../../lib/memory/memory';
import { toRecord } from '../../../lib/memory/record';

const northwind = { name: 'Sarah Chen', email: 'sarah@northwind.example', company: 'Northwind' };
const contoso = { name: 'Chen, Sarah', email: 's.chen@contoso.example', company: 'Contoso' };
const ada = { name: 'Ada Lovelace', email: 'ada@analytical.example' };
const records = [northwind, contoso, ada].map(({ name, ...who }, day) =>
  toRecord({
    ...{ id: `${day}`, at: `2026-11-0${day + 1}T10:00:00.000Z`, outcome: 'none' },
    ...{ type: 'call_log', summary: 'We spoke.', prospect: name, ...who },
  }),
);

/** Paths of the requests that the server was asked. */
let asked: string[] = [];

/** A server of these logs, which lists tags by pattern and counts documents by tag. */
async function fetching(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const { pathname, searchParams } = new URL(new Request(input, init).url);
  asked.push(pathname.split('/').at(-1) ?? '');
  if (pathname.endsWith('/tags')) {
    const [begin = '', end = ''] = (searchParams.get('q') ?? '').split('*');
    const tags = records.flatMap((record) => record.tags);
    const items = [...new Set(tags)]
      .filter((tag) => tag.startsWith(begin) && tag.includes(end))
      .map((tag) => ({ tag, count: 1 }));
    return Response.json({ items, total: items.length });
  }
  const wanted = searchParams.getAll('tags');
  const found = records.filter(({ tags }) => tags.some((tag) => wanted.includes(tag)));
  return Response.json({ items: [], total: searchParams.get('limit') === '0' ? found.length : 0 });
}

beforeEach(() => {
  asked = [];
  vi.stubGlobal('fetch', fetching);
});

afterEach(() => vi.unstubAllGlobals());

const memory = () => createMemory({ baseUrl: 'http://memory.example', apiKey: '', bank: 'b' });

it('are the same by a list of everybody that is at hand as by the tags of a name', async () => {
  const known = await memory().allProspects();
  expect(known).toHaveLength(3);
  const people: Prospect[] = [{ name: 'Sarah Chen' }, northwind, contoso, { name: 'Sarah Chenow' }];
  const found: number[] = [];
  for (const who of people) {
    const byTags = await memory().whoIs(who, null);
    expect(await memory().whoIs(who, null, known)).toEqual(byTags);
    found.push(byTags.namesakes.length);
  }
  expect(found).toEqual([2, 1, 1, 0]);
});

it('have the server count no tags where the list is at hand', async () => {
  const known = await memory().allProspects();
  asked = [];
  await memory().whoIs({ name: 'Sarah Chen' }, null, known);
  expect(asked).toEqual(['documents']);
  await memory().whoIs({ name: 'Sarah Chen' }, null);
  expect(asked).toContain('tags');
});
