import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerErase } from '../../../entrypoints/background/erase';
import { answerLogs } from '../../../entrypoints/background/logs';
import { MemoryError } from '../../../lib/memory/errors';
import type { Outbox } from '../../../lib/memory/outbox';
import { FakeBrowser, FakeServer } from './fakes';

// The worker's own answers, with the browser, the server and whatever else it does in place of the real.
const there = vi.hoisted(() => ({
  handlers: new Map<string, (message: { data: unknown }) => Promise<unknown>>(),
  outbox: {} as Outbox,
  memory: async (): Promise<unknown> => ({}),
  cleared: [] as string[],
}));

vi.mock('wxt/browser', () => {
  const area = (name: string) => ({ clear: async () => void there.cleared.push(name) });
  return {
    browser: {
      runtime: { getManifest: () => ({}) },
      permissions: { getAll: async () => ({}) },
      storage: { local: area('local'), session: area('session') },
    },
  };
});
vi.mock('../../../entrypoints/background/door', () => ({
  answer: (kind: string, _: string, __: unknown, handler: () => Promise<unknown>) =>
    there.handlers.set(kind, handler),
}));
vi.mock('../../../entrypoints/background/memory', () => ({
  get outbox() {
    return there.outbox;
  },
  memoryOfSettings: () => there.memory(),
  failureOf: ({ reason, message }: MemoryError) => ({ ok: false, reason, message }),
}));
vi.mock('../../../entrypoints/background/announce', () => ({ announce: () => {} }));
vi.mock('../../../entrypoints/background/briefs', () => ({ askAnew: () => {} }));
vi.mock('../../../entrypoints/background/digest', () => ({}));
vi.mock('../../../entrypoints/background/due', () => ({}));
vi.mock('../../../entrypoints/background/known', () => ({}));
vi.mock('../../../entrypoints/background/settings', () => ({}));

let server: FakeServer;
let browser: FakeBrowser;

const log = {
  ...{ id: '1', at: '2026-11-01T10:00:00.000Z', summary: 'Words', prospect: 'Ada' },
  ...{ outcome: 'none' as const, type: 'call_log' as const },
};

const ask = (kind: string, data: unknown) => there.handlers.get(kind)?.({ data });

beforeEach(() => {
  server = new FakeServer();
  browser = new FakeBrowser(server);
  there.outbox = browser.worker();
  const answering =
    <T>(answer: () => T) =>
    async () => {
      if (server.down) throw new MemoryError(server.down);
      return answer();
    };
  there.memory = async () => ({
    ...server.memory(),
    allLogs: answering(() => [...server.documents.values()]),
    forgetDecisions: answering(() => {}),
    test: answering(() => {}),
  });
  there.cleared = [];
  answerErase();
  answerLogs();
});

describe('erasing everything', () => {
  it('takes back what waits, and then all that the server holds', async () => {
    server.documents.set('0', { ...log, id: '0' });
    await there.outbox.add(log);
    expect(await ask('erase', { server: true })).toEqual({ ok: true, documents: 1 });
    expect(server.documents.size).toBe(0);
    expect(await there.outbox.items()).toEqual([]);
    expect(there.cleared.sort()).toEqual(['local', 'session']);
  });

  it('costs no log that waits where the server can’t be asked', async () => {
    await there.outbox.add(log);
    server.down = 'unreachable';
    expect(await ask('erase', { server: true })).toMatchObject({ reason: 'unreachable' });
    expect(await there.outbox.items()).toHaveLength(1);
    expect(there.cleared).toEqual([]);
  });
});

it('a stored log that is reworded where the browser is full isn’t said to be kept', async () => {
  browser.onStore = () => {
    throw new Error('Resource::kQuotaBytes quota exceeded');
  };
  const answered = await ask('editLog', { ...log, summary: 'Better words' });
  expect(answered).toMatchObject({ ok: false, reason: 'full' });
});
