import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colleagueFinder } from '../../../lib/brief/colleagues';
import { nothingMended } from '../../../lib/digest/answer';
import { composeDigest } from '../../../lib/digest/compose';
import { condense } from '../../../lib/digest/condense';
import { buckets, type DealCard, type Ranking } from '../../../lib/digest/types';
import type { Prospect } from '../../../lib/identity/prospect';
import type { Outcome } from '../../../lib/interaction';
import { cardOf, historyIn, manyCards, now, sampleCards } from './deals';

const rankingOf = (placed: Ranking['placed']): Ranking => ({
  reader: 'groq',
  placed,
  rounds: {},
  mended: nothingMended(),
  cost: { model: 'm', calls: 1, byRules: 0, promptTokens: 1, completionTokens: 1, ms: 1 },
  notes: [],
});

const bucketOf = (cards: DealCard[], name: string, ranking: Ranking | null = null) =>
  composeDigest(cards, { now, ranking }).entries.find((one) => one.prospect.name === name)?.bucket;

describe('the digest by rules', () => {
  const cards = sampleCards();

  it('puts James Okafor at Paysend into attention, with a specific action', () => {
    const { entries } = composeDigest(cards, { now });
    const james = entries.find(({ prospect }) => prospect.name === 'James Okafor');
    expect(james).toMatchObject({ bucket: 'attention', momentum: 'declining' });
    expect(james?.why.text).toMatch(/price pressure/);
    expect(james?.action.text).toMatch(/James with a cost comparison/);
    expect(james?.why.evidence.length).toBeGreaterThan(0);
  });

  it('holds every prospect once, ordered by bucket, each with why, action and sources', () => {
    const { entries } = composeDigest(cards, { now });
    expect(entries.map(({ key }) => key).sort()).toEqual(cards.map(({ key }) => key).sort());
    const places = entries.map(({ bucket }) => buckets.indexOf(bucket));
    expect(places).toEqual([...places].sort());
    for (const { why, action, interactions } of entries) {
      expect(why.text).not.toBe('');
      expect(action.text).not.toBe('');
      if (interactions > 0) expect(why.evidence.length).toBeGreaterThan(0);
    }
  });

  it('orders the same whatever order the deals come in', () => {
    const order = (list: DealCard[]) => composeDigest(list, { now }).entries.map(({ key }) => key);
    expect(order([...cards].reverse())).toEqual(order(cards));
  });

  it('takes a person that comes twice once, with the fuller history', () => {
    const [first] = cards as [DealCard];
    const { entries } = composeDigest([{ ...first, interactions: 0 }, ...cards], { now });
    expect(entries).toHaveLength(cards.length);
    expect(entries.find(({ key }) => key === first.key)?.interactions).toBe(first.interactions);
  });
});

describe('hard rules', () => {
  const cards = sampleCards();
  const allGreen = rankingOf(
    cards.map(({ key }) => ({ key, bucket: 'on_track', why: null, action: null })),
  );

  it('hold against a model that calls everything on track, and are counted', () => {
    const digest = composeDigest(cards, { now, ranking: allGreen });
    expect(bucketOf(cards, 'James Okafor', allGreen)).toBe('attention');
    // An overdue promise.
    expect(bucketOf(cards, 'Tom Becker', allGreen)).toBe('follow_up');
    // A no.
    expect(bucketOf(cards, 'Lucas Moreau', allGreen)).toBe('follow_up');
    expect(digest.mended?.moved).toBe(digest.entries.filter(({ held }) => held).length);
  });

  it('never call a ghosted hot deal on track', () => {
    const prospect = { name: 'Ann Hot', company: 'Hotco' };
    const card = condense(
      prospect,
      historyIn(prospect, [
        [40, 'positive', 'Ann confirmed the need. Budget is approved.'],
        [30, 'pilot', 'She agreed to the pilot, starting next month.'],
        [9, 'no_answer', 'Called, no answer.'],
        [4, 'no_answer', 'Wrote again, no reply.'],
      ]),
      now,
    );
    expect(card.warnings.map(({ kind }) => kind)).toContain('ghosted');
    const ranking = rankingOf([{ key: card.key, bucket: 'on_track', why: null, action: null }]);
    expect(composeDigest([card], { now, ranking }).entries[0]?.bucket).not.toBe('on_track');
  });

  it('hold whatever a model says about whatever deals', () => {
    const many = manyCards(36);
    const keys = [...many.map(({ key }) => key), 'nobody@x.example'];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...keys), fc.constantFrom(...buckets)), {
          maxLength: 60,
        }),
        (said) => {
          const ranking = rankingOf(
            said.map(([key, bucket]) => ({ key, bucket, why: null, action: null })),
          );
          const { entries } = composeDigest(many, { now, ranking });
          expect(new Set(entries.map(({ key }) => key))).toEqual(
            new Set(many.map(({ key }) => key)),
          );
          expect(entries).toHaveLength(many.length);
          for (const { held, bucket } of entries) {
            if (held)
              expect(buckets.indexOf(bucket)).toBeLessThanOrEqual(buckets.indexOf(held.best));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('bad input', () => {
  it('no prospects give an empty digest', () => {
    expect(composeDigest([], { now })).toMatchObject({ entries: [], objections: [] });
  });

  it('one prospect stands in one bucket', () => {
    expect(composeDigest(sampleCards().slice(0, 1), { now }).entries).toHaveLength(1);
  });

  it('somebody without a history is there, and says so', () => {
    const card = condense({ name: 'Noor Haddad' }, [], now);
    const [entry] = composeDigest([card], { now }).entries;
    expect(entry).toMatchObject({ interactions: 0, daysSince: null, bucket: 'follow_up' });
  });

  it('fifty that were last spoken with years ago wait behind one that is alive', () => {
    const old = Array.from({ length: 50 }, (_, index) => {
      const prospect = { name: `Old ${index}` };
      return condense(
        prospect,
        historyIn(prospect, [[900 + index, 'neutral', 'Short intro call, no company named.']]),
        now,
      );
    });
    const alive = cardOf(sampleCards(), 'Priya Sharma');
    const { entries } = composeDigest([...old, alive], { now });
    expect(entries).toHaveLength(51);
    expect(entries[0]?.prospect.name).toBe('Priya Sharma');
    expect(entries.slice(1).every(({ bucket }) => bucket === 'follow_up')).toBe(true);
  });

  it('two of one name and no company stay one guess, two addresses stay two', () => {
    const calls: [number, Outcome, string][] = [[3, 'neutral', 'Intro.']];
    const cards = ['a@x.example', 'b@x.example'].map((email) => {
      const prospect = { name: 'Sam Lee', email };
      return condense(prospect, historyIn(prospect, calls), now);
    });
    expect(composeDigest(cards, { now }).entries).toHaveLength(2);
  });

  it('a card stays small whatever the history', () => {
    const prospect = { name: 'Long Winded', company: 'Words Ltd' };
    const long = 'Price is too high, they said again and again. '.repeat(100);
    const calls = Array.from({ length: 30 }, (_, index): [number, Outcome, string] => [
      index + 1,
      'objection',
      long,
    ]);
    const card = condense(prospect, historyIn(prospect, calls), now);
    expect(JSON.stringify(card).length).toBeLessThan(6_000);
  });
});

describe('what comes back', () => {
  it('names the concern that came up most, with its dates', () => {
    const prospect = { name: 'Rita Again' };
    const card = condense(
      prospect,
      historyIn(prospect, [
        [40, 'objection', 'Rita is worried about data migration.'],
        [20, 'objection', 'She is worried about data migration again. Price is too high as well.'],
        [5, 'objection', 'Still worried about data migration from the old CRM.'],
      ]),
      now,
    );
    expect(card.returning).toMatchObject({ topic: 'migration', open: true });
    expect(card.returning?.dates.map((at) => at.slice(0, 10))).toEqual([
      '2026-10-15',
      '2026-11-04',
      '2026-11-19',
    ]);
  });

  it('counts the objections of the last thirty days over all deals', () => {
    const cards = [
      [10, 'Ana'],
      [12, 'Ben'],
      [45, 'Cleo'],
    ].map(([daysAgo, name]) => {
      const prospect = { name: String(name) };
      const calls: [number, Outcome, string][] = [
        [Number(daysAgo), 'objection', 'The price is too high for them.'],
      ];
      return condense(prospect, historyIn(prospect, calls), now);
    });
    expect(composeDigest(cards, { now }).objections).toEqual([
      { topic: 'price', deals: 2, times: 2, open: 2 },
    ]);
  });
});

describe('a deal that hangs on one person', () => {
  const calls: [number, Outcome, string][] = [
    [30, 'positive', 'Intro. She needs it.'],
    [20, 'demo', 'Demo. Went well.'],
    [5, 'neutral', 'Short call about the price.'],
  ];
  const alone = { name: 'Ida One', email: 'ida@alone.example', company: 'Alone' };
  const kim = { name: 'Kim A', email: 'kim@both.example' };
  const lee = { name: 'Lee B', company: 'Both', email: 'lee@both.example' };
  const colleaguesOf = colleagueFinder([alone, kim, lee, { name: 'Nobody Known' }]);
  const kinds = (prospect: Prospect) =>
    condense(prospect, historyIn(prospect, calls), now, colleaguesOf(prospect)).warnings.map(
      ({ kind }) => kind,
    );

  it('is warned of, where memory knows nobody else of the company', () => {
    expect(kinds(alone)).toContain('single_threaded');
    expect(kinds(kim)).not.toContain('single_threaded');
    expect(kinds(lee)).not.toContain('single_threaded');
  });

  it('isn’t where nothing tells the company', () => {
    expect(colleaguesOf({ name: 'Nobody Known' })).toBeUndefined();
    expect(kinds({ name: 'Nobody Known' })).not.toContain('single_threaded');
  });
});
