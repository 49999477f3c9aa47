import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMemory } from '../../../lib/memory/memory';
import { toRecord } from '../../../lib/memory/record';
import { waitAgain, waitForNothing } from './clock';

const connection = { baseUrl: 'http://memory.example', apiKey: '', bank: 'large' };
const { tags } = toRecord({
  ...{ id: '1', at: '2026-11-01T10:00:00.000Z', outcome: 'none', type: 'call_log' },
  ...{ summary: 'She asked for a price.', prospect: 'Ada', email: 'ada@x.example' },
});
/** How long the server takes over its tags, and over anything else (ms). */
let tagsMs = 0;
let elseMs = 0;

/** A server of one log, slow at what a large bank makes slow. */
async function fetching(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const { url, signal } = new Request(input, init);
  const { pathname, searchParams } = new URL(url);
  const isTags = pathname.endsWith('/tags');
  await new Promise<void>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
    setTimeout(resolve, isTags ? tagsMs : elseMs);
  });
  const items = isTags ? tags.map((tag) => ({ tag, count: 1 })) : [];
  const isCount = searchParams.get('tags') === 'salesmemory';
  return Response.json({ items, total: isCount ? 1 : items.length });
}

beforeEach(() => {
  waitForNothing(fetching);
  [tagsMs, elseMs] = [0, 0];
});

afterEach(waitAgain);

/** @returns what the list of everybody came to, and after how many seconds. */
async function everybody() {
  const from = Date.now();
  const list = createMemory(connection)
    .allProspects()
    .then(
      (people) => people.map(({ prospect }) => prospect.name).join(),
      ({ reason }: { reason: string }) => reason,
    )
    .then((became) => ({ became, seconds: (Date.now() - from) / 1000 }));
  await vi.runAllTimersAsync();
  return list;
}

it('waits for the list of everybody of a large bank longer than for anything else', async () => {
  tagsMs = 20_000;
  expect(await everybody()).toEqual({ became: 'Ada', seconds: 20 });
  elseMs = 20_000;
  expect(await everybody()).toMatchObject({ became: 'unreachable' });
});

it('gives it up before the browser ends the worker', async () => {
  tagsMs = 40_000;
  const { became, seconds } = await everybody();
  expect(became).toBe('unreachable');
  expect(seconds).toBeLessThan(30);
});
