import { expect, it, vi } from 'vitest';
import { answerPeople } from '../../../entrypoints/background/people';
import { keepBrief } from '../../../entrypoints/pages/briefStore';
import { briefsOf, lastBriefs } from '../../../entrypoints/pages/fewBriefs';
import { priya } from '../../fixtures/briefs/priya';
import { areaOver } from '../session-area';

const handlers = vi.hoisted(() => new Map<string, (delivery: object) => Promise<object>>());

vi.mock('../../../entrypoints/background/door', () => ({
  answer: (kind: string, _: string, __: unknown, handler: never) => handlers.set(kind, handler),
}));
vi.mock('../../../entrypoints/background/announce', () => ({ announce: () => undefined }));
vi.mock('../../../entrypoints/background/briefs', () => ({ askAnew: () => undefined }));
vi.mock('../../../entrypoints/background/known', () => ({}));
vi.mock('../../../entrypoints/background/memory', () => ({
  withMemory: async (work: (memory: object) => Promise<object>) => ({
    ok: true,
    ...(await work({ changePerson: async () => priya.prospect })),
  }),
}));

it('no brief of before is drawn first once somebody is told apart: it may rest on their logs', async () => {
  const session: Record<string, unknown> = {};
  vi.stubGlobal('chrome', { storage: { session: areaOver(() => session) } });
  answerPeople();
  await keepBrief(priya);
  expect(await briefsOf(priya.prospect, [lastBriefs])).toEqual([priya]);
  await handlers.get('changePerson')?.({ data: { kind: 'split', key: 'home@x.example' } });
  expect(await briefsOf(priya.prospect, [lastBriefs])).toEqual([null]);
  vi.unstubAllGlobals();
});
