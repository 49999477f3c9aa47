import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rankOnDevice } from '../../../entrypoints/pages/rankOnDevice';
import { beginRun, type DigestRun, digestKeys } from '../../../lib/digest/run';
import type { Ranking } from '../../../lib/digest/types';
import { manyCards, now } from './deals';

/** The session's storage, as far as it is used. */
function session() {
  const kept = new Map<string, unknown>();
  return {
    kept,
    area: {
      get: async (key: string | null) =>
        structuredClone(
          key === null ? Object.fromEntries(kept) : kept.has(key) ? { [key]: kept.get(key) } : {},
        ),
      set: async (values: object) => {
        for (const [key, value] of Object.entries(values)) kept.set(key, structuredClone(value));
      },
      remove: async (keys: string | string[]) => {
        for (const key of [keys].flat()) kept.delete(key);
      },
    },
  };
}

let store: ReturnType<typeof session>;
let prompts: string[];
const run: DigestRun = {
  ...beginRun(now),
  state: 'ranking',
  onDevice: true,
  total: 40,
  read: 40,
};

function languageModel(answer: (ids: string[], nominates: boolean) => unknown) {
  return {
    availability: async () => 'available',
    create: async () => ({
      prompt: async (text: string, { responseConstraint }: { responseConstraint: object }) => {
        prompts.push(text);
        const ids = [...text.matchAll(/^\{"id":"(d\d+)"/gm)].map(([, id]) => id ?? '');
        return JSON.stringify(answer(ids, JSON.stringify(responseConstraint).includes('nominees')));
      },
      destroy: () => undefined,
    }),
  };
}

const obedient = (ids: string[], nominates: boolean) =>
  nominates
    ? { nominees: ids.slice(0, 1) }
    : { deals: ids.map((id) => ({ id, bucket: 'follow_up', why: null, action: null })) };

beforeEach(() => {
  store = session();
  prompts = [];
  vi.stubGlobal('chrome', { storage: { session: store.area } });
  vi.stubGlobal('navigator', {
    locks: { request: (_: string, __: object, work: () => Promise<void>) => work() },
  });
  store.kept.set(digestKeys.run, run);
  store.kept.set(`${digestKeys.cards}0`, manyCards(40));
});
afterEach(() => vi.unstubAllGlobals());

const kept = () => store.kept.get(digestKeys.run) as DigestRun;

describe('Chrome’s own model', () => {
  it('compares in batches that fit it, and keeps what it came to', async () => {
    vi.stubGlobal('LanguageModel', languageModel(obedient));
    await rankOnDevice(run, new AbortController().signal);
    expect(kept()).toMatchObject({ state: 'done', calls: prompts.length });
    expect(prompts.length).toBeGreaterThan(2);
    const ranking = store.kept.get(digestKeys.ranking) as Ranking;
    expect(ranking.reader).toBe('chrome');
    expect(ranking.placed.length).toBeGreaterThan(0);
    expect(store.kept.has(digestKeys.rank)).toBe(false);
  });

  it('that isn’t there says so, and the order by rules stands', async () => {
    await rankOnDevice(run, new AbortController().signal);
    expect(kept().state).toBe('failed');
    expect(kept().message).toMatch(/The order by rules stands\./);
  });

  it('leaves the state to who stopped it', async () => {
    const stop = new AbortController();
    vi.stubGlobal(
      'LanguageModel',
      languageModel((ids, nominates) => {
        store.kept.set(digestKeys.run, { ...run, state: 'stopped' });
        stop.abort();
        return obedient(ids, nominates);
      }),
    );
    await rankOnDevice(run, stop.signal);
    expect(kept().state).toBe('stopped');
    expect(store.kept.has(digestKeys.ranking)).toBe(false);
  });

  it('doesn’t compare again what another page has compared', async () => {
    vi.stubGlobal('LanguageModel', languageModel(obedient));
    store.kept.set(digestKeys.run, { ...run, state: 'done' });
    await rankOnDevice(run, new AbortController().signal);
    expect(prompts).toEqual([]);
  });
});
