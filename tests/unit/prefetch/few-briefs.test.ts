import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fewBriefs } from '../../../entrypoints/pages/fewBriefs';
import { nobodyYet, priya } from '../../fixtures/briefs/priya';
import { areaOver } from '../session-area';

let session: Record<string, unknown>;

const lena = { ...priya, prospect: nobodyYet.prospect };
const james = { ...priya, prospect: { name: 'James', email: 'james@paysend.example' } };
const few = fewBriefs('few', 2);
const held = (brief: typeof priya) => few.find(brief.prospect, session);

beforeEach(() => {
  session = {};
  vi.stubGlobal('chrome', { storage: { session: areaOver(() => session) } });
});

afterEach(() => vi.unstubAllGlobals());

it('keeps the newest few, each once, and nothing of the others', async () => {
  for (const brief of [priya, lena, priya, james]) await few.keep(brief);
  expect(held(priya)).toEqual(priya);
  expect(held(james)).toEqual(james);
  expect(held(lena)).toBeNull();
  const keys = [...few.keysFor(priya.prospect), ...few.keysFor(james.prospect)];
  expect(new Set(Object.keys(session))).toEqual(new Set(keys));
});

it('lets go of one, and of all, and of nothing else', async () => {
  session.draft = 'hers';
  for (const brief of [priya, lena]) await few.keep(brief);
  await few.drop(priya.prospect);
  expect(held(priya)).toBeNull();
  expect(held(lena)).toEqual(lena);
  await few.keep(james);
  expect(held(lena)).toEqual(lena);
  await few.dropAll();
  expect(session).toEqual({ draft: 'hers' });
});

it('whoever reads right after all were dropped finds none', async () => {
  await few.keep(priya);
  const dropped = few.dropAll();
  const stored = await chrome.storage.session.get(few.keysFor(priya.prospect));
  expect(few.find(priya.prospect, stored)).toBeNull();
  await dropped;
  expect(session).toEqual({});
});

it('where the storage is full, keeps what it had and fails nobody', async () => {
  await few.keep(priya);
  await few.keep(james);
  const before = { ...session };
  vi.spyOn(chrome.storage.session, 'set').mockRejectedValue(new Error('quota exceeded') as never);
  await few.keep(lena);
  expect(session).toEqual(before);
});
