import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseMemories, estimateTokens } from '../../../lib/brief/budget';
import type { Interaction } from '../../../lib/interaction';

const now = '2026-11-24T09:00:00.000Z';
const day = (index: number) =>
  new Date(Date.parse('2026-01-01T10:00:00Z') + index * 86_400_000).toISOString();
const log = (index: number, summary: string): Interaction => ({
  id: `m${index}`,
  at: day(index),
  outcome: 'neutral',
  summary,
  prospect: 'Lena Hoffmann',
  type: 'call_log',
});
const small = (index: number) => log(index, `We talked about the weather, call ${index}.`);
const many = Array.from({ length: 200 }, (_, index) => small(index));
const ids = (chosen: { interaction: Interaction }[]) =>
  chosen.map(({ interaction }) => interaction.id);

describe('what a model gets to read', () => {
  it('is everything, oldest first, where everything fits', () => {
    const { included, leftOut, shortened } = chooseMemories([small(2), small(1)], { now });
    expect(ids(included)).toEqual(['m1', 'm2']);
    expect(leftOut).toEqual([]);
    expect(shortened).toBe(0);
  });

  it('is the newest where not everything fits, and the rest is counted', () => {
    const { included, leftOut, tokens } = chooseMemories(many, { now, budget: 1_000 });
    expect(tokens).toBeLessThanOrEqual(1_000);
    expect(included.length).toBeGreaterThan(10);
    expect(included.length + leftOut.length).toBe(200);
    expect(ids(included)).toEqual(many.slice(-included.length).map(({ id }) => id));
  });

  it('holds old logs with something left open', () => {
    const open = log(3, 'Lena is concerned about security.');
    const settled = log(5, 'Lena is concerned about price.');
    const over = log(9, 'Price concern resolved.');
    const owed = log(11, 'I promised to send the security report.');
    const history = many.map((one) => {
      return [open, settled, over, owed].find(({ id }) => id === one.id) ?? one;
    });
    const chosen = ids(chooseMemories(history, { now, budget: 800 }).included);
    expect(chosen).toContain('m3');
    expect(chosen).toContain('m11');
    expect(chosen).not.toContain('m5');
    expect(chosen).toContain('m199');
  });

  it('holds what recall named, best first, and passes over unknown ids', () => {
    const recalled = ['nowhere', 'm7', 'm8'];
    const chosen = ids(chooseMemories(many, { now, budget: 400, recalled }).included);
    expect(chosen.slice(0, 2)).toEqual(['m7', 'm8']);
    expect(chosen.slice(-3)).toEqual(['m197', 'm198', 'm199']);
  });

  it('holds the beginning of a very long log, and counts that', () => {
    const long = log(1, 'word '.repeat(20_000));
    const { included, shortened } = chooseMemories([long, small(2)], { now });
    expect(shortened).toBe(1);
    expect(included[0]?.text.length).toBeLessThan(10_000);
    expect(long.summary.startsWith(included[0]?.text ?? 'nothing')).toBe(true);
  });

  it('holds the newest log even where the budget is nothing', () => {
    expect(ids(chooseMemories(many, { now, budget: 1 }).included)).toEqual(['m199']);
  });

  it('is nothing for nobody', () => {
    expect(chooseMemories([], { now })).toMatchObject({ included: [], leftOut: [], tokens: 0 });
  });

  it('doesn’t hang on the order of the history, and loses no log', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(many.slice(0, 40), { minLength: 1 }),
        fc.integer({ min: 1, max: 2_000 }),
        (history, budget) => {
          const chosen = chooseMemories(history, { now, budget });
          const sorted = chooseMemories(
            [...history].sort((a, b) => (a.at < b.at ? -1 : 1)),
            {
              now,
              budget,
            },
          );
          expect(chosen).toEqual(sorted);
          expect(chosen.included.length + chosen.leftOut.length).toBe(history.length);
        },
      ),
    );
  });
});

describe('the estimate of tokens', () => {
  it('is a quarter of English, and no less than the letters of other scripts', () => {
    expect(estimateTokens('a'.repeat(400))).toBe(100);
    expect(estimateTokens('予算は承認された')).toBe(8);
  });
});
