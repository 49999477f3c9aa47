import { beforeEach, expect, it, vi } from 'vitest';
import { dropPeople, rememberPage, seenOn } from '../../../entrypoints/background/pages';
import { tabPagesKey } from '../../../entrypoints/pages/tabPages';
import type { Detection } from '../../../lib/detect/detection';
import { priya } from '../../fixtures/briefs/priya';

/** What the worker keeps for the session; it outlives the worker. */
const session = vi.hoisted(() => new Map<string, unknown>());

vi.mock('wxt/browser', () => {
  const later = () => new Promise((resolve) => setTimeout(resolve));
  const get = async (names: string | string[]) => {
    await later();
    return Object.fromEntries([names].flat().map((name) => [name, session.get(name)]));
  };
  const set = async (values: Record<string, unknown>) => {
    await later();
    for (const [name, value] of Object.entries(values)) session.set(name, value);
  };
  return { browser: { storage: { session: { get, set } } } };
});

const origin = 'https://calendar.example';
const on = (id: number) => ({ id, url: `${origin}/week` });
const detection = (pageId: string): Detection => ({
  site: 'google-calendar',
  kind: 'meeting',
  people: [],
  company: null,
  deal: null,
  title: null,
  startsAt: null,
  endsAt: null,
  pageId,
  confidence: 'high',
  reason: 'test',
});
const said = (pageId: string) => ({
  detection: detection(pageId),
  prospects: [priya.prospect],
  origin,
});

beforeEach(() => session.clear());

it('tabs that speak at the same time are all remembered, and one that says it shows nobody isn’t', async () => {
  await Promise.all([rememberPage(1, said('a')), rememberPage(2, said('b'))]);
  expect((await seenOn(on(1))).detection?.pageId).toBe('a');
  expect((await seenOn(on(2))).detection?.pageId).toBe('b');
  await rememberPage(1, null);
  expect((await seenOn(on(1))).detection).toBeNull();
  expect((await seenOn(on(2))).detection?.pageId).toBe('b');
});

it('whoever asks after a tab spoke hears that, though it isn’t stored yet', async () => {
  const stored = rememberPage(1, said('a'));
  expect((await seenOn(on(1))).detection?.pageId).toBe('a');
  await stored;
});

it('says nothing of a tab that went to another site, and nothing that isn’t what a page says', async () => {
  await rememberPage(1, said('a'));
  expect((await seenOn({ id: 1, url: 'https://news.example/' })).detection).toBeNull();
  session.set(tabPagesKey, { 1: { origin, detection: { kind: 'party' } } });
  expect((await seenOn(on(1))).detection).toBeNull();
});

it('who is a prospect is told anew in every tab once the rep changed who isn’t; the pages stay known', async () => {
  await rememberPage(1, said('a'));
  await dropPeople();
  expect(session.get(tabPagesKey)).toEqual({ 1: { detection: detection('a'), origin } });
  expect((await seenOn(on(1))).detection?.pageId).toBe('a');
});

it('a change that the browser refuses is told, and holds up no other', async () => {
  const broken = vi.spyOn(session, 'set').mockImplementationOnce(() => {
    throw new Error('full');
  });
  await expect(rememberPage(1, said('a'))).rejects.toThrow('full');
  broken.mockRestore();
  await rememberPage(1, said('b'));
  expect((await seenOn(on(1))).detection?.pageId).toBe('b');
});
