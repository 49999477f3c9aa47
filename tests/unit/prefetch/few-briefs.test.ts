import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { briefsOf, keyOf } from '../../../entrypoints/pages/fewBriefs';
import { dropAllOf, dropFrom, keepIn } from '../../../entrypoints/pages/keepFew';
import { nobodyYet, priya } from '../../fixtures/briefs/priya';
import { areaOver } from '../session-area';

let session: Record<string, unknown>;

const lena = { ...priya, prospect: nobodyYet.prospect };
const james = { ...priya, prospect: { name: 'James', email: 'james@paysend.example' } };
const few = { list: 'few', most: 2 };
const held = async ({ prospect }: typeof priya) => (await briefsOf(prospect, [few]))[0];

beforeEach(() => {
  session = {};
  vi.stubGlobal('chrome', { storage: { session: areaOver(() => session) } });
});

afterEach(() => vi.unstubAllGlobals());

it('keeps the newest few, each once, and nothing of the others', async () => {
  for (const brief of [priya, lena, priya, james]) await keepIn(few, brief);
  expect(await held(priya)).toEqual(priya);
  expect(await held(james)).toEqual(james);
  expect(await held(lena)).toBeNull();
  const keys = ['few', keyOf(few, priya.prospect), keyOf(few, james.prospect)];
  expect(new Set(Object.keys(session))).toEqual(new Set(keys));
});

it('lets go of one, and of all, and of nothing else', async () => {
  session.draft = 'hers';
  for (const brief of [priya, lena]) await keepIn(few, brief);
  await dropFrom(few, priya.prospect);
  expect(await held(priya)).toBeNull();
  expect(await held(lena)).toEqual(lena);
  await keepIn(few, james);
  expect(await held(lena)).toEqual(lena);
  await dropAllOf(few);
  expect(session).toEqual({ draft: 'hers' });
});

it('whoever reads right after all were dropped finds none', async () => {
  await keepIn(few, priya);
  const dropped = dropAllOf(few);
  expect(await held(priya)).toBeNull();
  await dropped;
  expect(session).toEqual({});
});

it('where the storage is full, keeps what it had and fails nobody', async () => {
  await keepIn(few, priya);
  await keepIn(few, james);
  const before = { ...session };
  vi.spyOn(chrome.storage.session, 'set').mockRejectedValue(new Error('quota exceeded') as never);
  await keepIn(few, lena);
  expect(session).toEqual(before);
});
