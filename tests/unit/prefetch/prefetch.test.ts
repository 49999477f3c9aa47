import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Ahead,
  aheadAtOnce,
  createAhead,
  freshMs,
  mostAhead,
  takenMs,
} from '../../../lib/prefetch';
import { sparesBattery, sparesData } from '../../../lib/prefetch-when';

/** One request to the server that is played. */
interface Request {
  key: string;
  signal: AbortSignal;
  answer(value: string): void;
  fail(): void;
  ended: boolean;
}

let clock = 0;
let requests: Request[];
let readAhead: string[];
let ahead: Ahead<string, string>;

const open = () => requests.filter(({ ended, signal }) => !ended && !signal.aborted);
const asked = () => requests.map(({ key }) => key);
/** Lets promises that are settled tell those who wait. */
const turns = async () => {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
};
async function answer(key: string, value = `${key}!`): Promise<void> {
  for (const request of open()) if (request.key === key) request.answer(value);
  await turns();
}

beforeEach(() => {
  clock = 0;
  requests = [];
  readAhead = [];
  ahead = createAhead<string, string>({
    keyOf: (subject) => subject.toLowerCase(),
    read: (subject, signal) =>
      new Promise((resolve, reject) => {
        const request: Request = {
          key: subject.toLowerCase(),
          signal,
          ended: false,
          answer: (value) => {
            request.ended = true;
            resolve(value);
          },
          fail: () => {
            request.ended = true;
            reject(new Error('away'));
          },
        };
        requests.push(request);
      }),
    onAhead: (subject) => void readAhead.push(subject),
    now: () => clock,
  });
});

describe('what is read before it is asked for', () => {
  it('answers the question without another request, and once it is old no more', async () => {
    ahead.plan('hovered', ['priya']);
    await answer('priya');
    expect(await ahead.get('Priya')).toBe('priya!');
    expect(asked()).toEqual(['priya']);
    expect(readAhead).toEqual(['priya']);
    clock = takenMs;
    void ahead.get('priya');
    expect(asked()).toEqual(['priya', 'priya']);
  });

  it('can be looked at without being asked for, as long as it is fresh', async () => {
    ahead.plan('hovered', ['priya']);
    expect(ahead.peek('priya')).toBeUndefined();
    await answer('priya');
    expect(ahead.peek('Priya')).toBe('priya!');
    clock = freshMs - 1;
    // Nobody took it, so it is no older for a question.
    expect(await ahead.get('priya')).toBe('priya!');
    clock += takenMs;
    expect(ahead.peek('priya')).toBeUndefined();
    expect(asked()).toEqual(['priya']);
  });

  it('stands for a question until it is too old', async () => {
    ahead.plan('hovered', ['priya']);
    await answer('priya');
    clock = freshMs - 1;
    expect(await ahead.get('priya')).toBe('priya!');
    ahead.plan('hovered', ['james']);
    await answer('james');
    clock += freshMs;
    void ahead.get('james');
    expect(asked().filter((key) => key === 'james')).toHaveLength(2);
  });

  it('is joined by a question while it is under way, and read no second time', async () => {
    ahead.plan('hovered', ['priya']);
    const first = ahead.get('priya');
    const second = ahead.get('priya');
    ahead.plan('tab 1', ['priya']);
    await answer('priya');
    expect(await Promise.all([first, second])).toEqual(['priya!', 'priya!']);
    expect(asked()).toEqual(['priya']);
  });

  it('is ended when it is overtaken, unless a question or another source waits for it', async () => {
    ahead.plan('hovered', ['priya']);
    ahead.plan('hovered', ['james']);
    expect(requests[0]?.signal.aborted).toBe(true);
    void ahead.get('james');
    ahead.plan('hovered', ['elena']);
    expect(requests[1]?.signal.aborted).toBe(false);
    ahead.plan('tab 1', ['elena']);
    ahead.plan('hovered', []);
    expect(requests[2]?.signal.aborted).toBe(false);
    ahead.plan('tab 1', []);
    expect(requests[2]?.signal.aborted).toBe(true);
  });

  it('an ended reading never answers: who asks then has it read anew', async () => {
    ahead.plan('hovered', ['priya']);
    const [ended] = requests;
    ahead.plan('hovered', []);
    const question = ahead.get('priya');
    ended?.answer('late');
    await turns();
    await answer('priya', 'new');
    expect(await question).toBe('new');
    expect(await ahead.get('priya')).toBe('new');
    expect(readAhead).toEqual([]);
  });

  it('keeps to its bounds, the newest source first, and a question never waits for them', async () => {
    ahead.plan('next', ['a', 'b', 'c', 'd']);
    expect(asked()).toEqual(['a', 'b']);
    ahead.plan('hovered', ['e']);
    expect(open()).toHaveLength(aheadAtOnce);
    void ahead.get('f');
    expect(asked()).toEqual(['a', 'b', 'f']);
    await answer('a');
    expect(asked()).toEqual(['a', 'b', 'f', 'e']);
    await answer('b');
    await answer('e');
    expect(asked()).toEqual(['a', 'b', 'f', 'e', 'c', 'd']);
  });

  it('goes on after a failure, which answers nothing and is not tried again by itself', async () => {
    ahead.plan('next', ['a', 'b', 'c']);
    requests[0]?.fail();
    await turns();
    expect(asked()).toEqual(['a', 'b', 'c']);
    const question = ahead.get('a');
    expect(asked()).toEqual(['a', 'b', 'c', 'a']);
    requests[3]?.fail();
    await expect(question).rejects.toThrow('away');
  });

  it('is stale at once after a change, also what is under way', async () => {
    ahead.plan('next', ['a', 'b']);
    await answer('a', 'old');
    const waiting = ahead.get('b');
    ahead.plan('hovered', ['c']);
    ahead.forget();
    expect(requests.find(({ key }) => key === 'c')?.signal.aborted).toBe(true);
    const after = [ahead.get('a'), ahead.get('b'), ahead.get('c')];
    requests[1]?.answer('old');
    await turns();
    // Who asked before the change gets the answer of before it.
    expect(await waiting).toBe('old');
    for (const key of ['a', 'b', 'c']) await answer(key, `new ${key}`);
    expect(await Promise.all(after)).toEqual(['new a', 'new b', 'new c']);
  });
});

describe('whatever happens, in any order', () => {
  const key = fc.oneof(fc.constantFrom(...'abc'), fc.constantFrom(...'abcdefghijklmnopqrst'));
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('get' as const), key }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('plan' as const),
        source: fc.constantFrom('hovered', 'next', 'tab 1', 'tab 2'),
        keys: fc.array(key, { maxLength: 15 }),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('end' as const),
        which: fc.nat(),
        fails: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(2 * freshMs) }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('forget' as const) }) },
  );

  it('one request for a person, no more at once than allowed, nothing from before a change', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
        clock = 0;
        let changes = 0;
        const under: { key: string; change: number; asked: boolean; end(fails: boolean): void }[] =
          [];
        const aborted = new Set<object>();
        const got: Promise<void>[] = [];
        let kept = 0;
        const one = createAhead<string, { key: string; change: number }>({
          keyOf: (subject) => subject,
          read: (subject, signal) => {
            const change = changes;
            return new Promise((resolve, reject) => {
              const request = {
                key: subject,
                change,
                asked: false,
                end: (fails: boolean) => {
                  under.splice(under.indexOf(request), 1);
                  if (fails) reject(new Error('away'));
                  else resolve({ key: subject, change });
                },
              };
              under.push(request);
              signal.addEventListener('abort', () => {
                expect(request.asked).toBe(false);
                aborted.add(request);
                under.splice(under.indexOf(request), 1);
              });
            });
          },
          onAhead: () => {
            kept += 1;
          },
          now: () => clock,
        });
        for (const now of steps) {
          if (now.kind === 'get') {
            const change = changes;
            const answered = one.get(now.key);
            for (const request of under) if (request.key === now.key) request.asked = true;
            got.push(
              answered.then(
                (value) => {
                  expect(value.key).toBe(now.key);
                  expect(value.change).toBeGreaterThanOrEqual(change);
                },
                (error: Error) => expect(error.message).toBe('away'),
              ),
            );
          } else if (now.kind === 'plan') one.plan(now.source, now.keys);
          else if (now.kind === 'wait') clock += now.ms;
          else if (now.kind === 'forget') {
            changes += 1;
            one.forget();
          } else under[now.which % Math.max(1, under.length)]?.end(now.fails);
          await turns();
          const current = under.filter(({ change }) => change === changes);
          const keys = current.map((request) => request.key);
          expect(new Set(keys).size).toBe(keys.length);
          expect(current.filter(({ asked: isAsked }) => !isAsked).length).toBeLessThanOrEqual(
            aheadAtOnce,
          );
        }
        // Whoever asked gets an answer, and what is wished for ends: nothing is read for ever.
        let ends = 0;
        while (under.length > 0) {
          under[0]?.end(false);
          await turns();
          ends += 1;
          expect(ends).toBeLessThan(4 * mostAhead + steps.length);
        }
        await Promise.all(got);
        expect(kept).toBeLessThanOrEqual(steps.length * mostAhead);
      }),
      { numRuns: 300 },
    );
  });
});

describe('when nothing is read ahead', () => {
  it.each([
    [{ saveData: true }, true],
    [{ type: 'cellular' }, true],
    [{ effectiveType: 'slow-2g' }, true],
    [{ effectiveType: '2g' }, true],
    [{ effectiveType: '4g', type: 'wifi', saveData: false }, false],
    [{}, false],
  ])('the connection says %j', (hints, expected) => {
    expect(sparesData(hints)).toBe(expected);
  });

  it.each([
    [{ charging: false, level: 0.2 }, true],
    [{ charging: true, level: 0.05 }, false],
    [{ charging: false, level: 0.6 }, false],
  ])('the battery says %j', (hints, expected) => {
    expect(sparesBattery(hints)).toBe(expected);
  });
});
