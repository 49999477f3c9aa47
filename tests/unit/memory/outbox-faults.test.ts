import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Interaction } from '../../../lib/interaction';
import { FakeBrowser, FakeServer, type Fate } from './fakes';

type Step =
  | { do: 'add'; person: number }
  | { do: 'undo'; log: number }
  | { do: 'reword'; log: number }
  | { do: 'flush'; fates: Fate[]; dieAtStore: number | null }
  | { do: 'wait'; ms: number }
  | { do: 'work' }
  | { do: 'down'; down: boolean };

const fate = fc.constantFrom<Fate>(
  'arrives',
  'lost',
  'answer lost',
  'slow',
  'given up',
  'broken',
  'refused',
  'no_bank',
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('add' as const), person: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), log: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reword' as const), log: fc.nat(20) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('flush' as const),
      fates: fc.array(fate, { maxLength: 8 }),
      dieAtStore: fc.option(fc.nat(8)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat(1_000_000) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('work' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('down' as const), down: fc.boolean() }) },
);

const logOf = (id: string, email: string, summary: string): Interaction => ({
  ...{ id, email, summary, prospect: 'Ada', outcome: 'none', type: 'call_log' },
  at: '2026-11-01T10:00:00.000Z',
});

/** A worker that dies when it changes the storage for the n-th time from now. */
function dieAt(browser: FakeBrowser, stores: number | null): void {
  let left = stores;
  browser.onStore = () => {
    if (left === null) return;
    if (left === 0) throw new Error('the worker was killed');
    left -= 1;
  };
}

it('whatever happens on the way, each log ends up stored, written once, in its own words', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const server = new FakeServer();
      const browser = new FakeBrowser(server);
      const kept = new Map<string, string>();
      const words = new Map<string, string>();
      const undone = new Set<string>();
      let made = 0;
      for (const one of steps) {
        if (one.do === 'add') {
          const id = String(made);
          made += 1;
          const email = `person${one.person}@x.example`;
          words.set(id, `Words of ${id}`);
          await browser.worker().add(logOf(id, email, `Words of ${id}`));
          kept.set(id, email);
        } else if (one.do === 'reword') {
          const id = String(one.log);
          const email = kept.get(id);
          if (email === undefined || undone.has(id)) continue;
          const better = `${words.get(id)}, better`;
          words.set(id, better);
          await browser.worker().add(logOf(id, email, better), true);
        } else if (one.do === 'undo') {
          const id = String(one.log);
          if (await browser.worker().remove(id)) undone.add(id);
        } else if (one.do === 'flush') {
          server.fates = [...one.fates];
          dieAt(browser, one.dieAtStore);
          await browser
            .worker()
            .flush()
            .catch((error: Error) => expect(error.message).toBe('the worker was killed'));
          dieAt(browser, null);
          server.fates = [];
        } else if (one.do === 'wait') browser.clock += one.ms;
        else if (one.do === 'work') server.work();
        else server.down = one.down ? 'unreachable' : null;
      }

      server.down = null;
      for (let round = 0; round < 4; round += 1) {
        server.work();
        browser.clock += 3_600_000;
        await browser.worker().flush();
      }

      expect(await browser.worker().items()).toEqual([]);
      if (kept.size > 0) expect(browser.stored).toEqual({ items: [], damaged: [] });
      const expected = [...kept.keys()].filter((id) => !undone.has(id));
      expect([...server.documents.keys()].sort()).toEqual(expected.sort());
      for (const id of expected) {
        const wordings = (words.get(id) ?? '').split(', better').length;
        expect(server.writes.get(id)).toBeLessThanOrEqual(wordings);
        expect(server.documents.get(id)).toMatchObject({
          email: kept.get(id),
          summary: words.get(id),
        });
      }
    }),
    { numRuns: 400 },
  );
});
