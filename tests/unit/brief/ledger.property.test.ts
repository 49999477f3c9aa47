import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeBrief } from '../../../lib/brief/compose';
import { buildLedger } from '../../../lib/brief/ledger';
import { scoreOf } from '../../../lib/brief/score';
import type { Signal } from '../../../lib/brief/types';
import type { Interaction } from '../../../lib/interaction';
import { type SignalKind, signalKinds, topics } from '../../../prompts/rubric';

const kinds = Object.keys(signalKinds) as SignalKind[];
const now = '2026-11-24T09:00:00.000Z';
const day = (index: number) => new Date(Date.parse('2026-07-01T10:00:00Z') + index * 86_400_000);

const interaction = fc.record({
  day: fc.integer({ min: 0, max: 145 }),
  outcome: fc.constantFrom('none' as const, 'no_answer' as const, 'positive' as const),
  found: fc.array(
    fc.record({ kind: fc.constantFrom(...kinds), topic: fc.constantFrom(...topics, null) }),
    { maxLength: 6 },
  ),
});

function deal(shape: { day: number; outcome: Interaction['outcome']; found: Partial<Signal>[] }[]) {
  const history: Interaction[] = [];
  const signals: Signal[] = [];
  shape.forEach((one, index) => {
    const at = day(one.day).toISOString();
    const id = `log-${index}`;
    history.push({
      id,
      at,
      outcome: one.outcome,
      summary: 'words',
      prospect: 'P',
      type: 'call_log',
    });
    for (const { kind, topic } of one.found) {
      if (!kind) continue;
      signals.push({
        kind,
        topic: topic ?? null,
        polarity: signalKinds[kind].polarity,
        at,
        memoryId: id,
        quote: 'words',
        dueAt: null,
      });
    }
  });
  return { history, signals };
}

const shapes = fc.array(interaction, { minLength: 1, maxLength: 10 }).map(deal);
const score = (signals: Signal[], history: Interaction[], at = now) =>
  scoreOf(buildLedger(signals, history, at));

describe('the ledger', () => {
  it('adds up to a score between 0 and 100', () => {
    fc.assert(
      fc.property(shapes, ({ history, signals }) => {
        const sum = score(signals, history);
        expect(sum).toBeGreaterThanOrEqual(0);
        expect(sum).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('does not depend on the order of its input', () => {
    fc.assert(
      fc.property(
        shapes.chain(({ history, signals }) =>
          fc.record({
            history: fc.constant(history),
            signals: fc.constant(signals),
            mixedHistory: fc.shuffledSubarray(history, { minLength: history.length }),
            mixedSignals: fc.shuffledSubarray(signals, { minLength: signals.length }),
          }),
        ),
        ({ history, signals, mixedHistory, mixedSignals }) => {
          expect(buildLedger(mixedSignals, mixedHistory, now)).toEqual(
            buildLedger(signals, history, now),
          );
        },
      ),
    );
  });

  it('replays a past day as the brief of that day', () => {
    fc.assert(
      fc.property(shapes, fc.integer({ min: 0, max: 145 }), ({ history, signals }, index) => {
        const then = new Date(day(index).getTime() + 3_600_000).toISOString();
        const known = history.filter(({ at }) => at <= then);
        const brief = composeBrief(
          { prospect: { name: 'P' }, history: known, now: then },
          { reader: 'basic', signals: signals.filter(({ at }) => at <= then) },
        );
        expect(score(signals, history, then)).toBe(brief.score);
      }),
    );
  });

  it('never falls when something good is added to the newest interaction', () => {
    const good: SignalKind[] = [
      'engaged',
      'need_confirmed',
      'positive_reaction',
      'decision_maker',
      'budget_confirmed',
      'date_set',
      'pilot_requested',
      'pilot_agreed',
      'verbal_commitment',
      'next_step',
    ];
    fc.assert(
      fc.property(shapes, fc.constantFrom(...good), ({ history, signals }, kind) => {
        const newest = [...history].sort((a, b) => (a.at < b.at ? 1 : -1))[0];
        if (!newest) return;
        const more: Signal = {
          kind,
          topic: null,
          polarity: 'positive',
          at: newest.at,
          memoryId: newest.id,
          quote: 'words',
          dueAt: null,
        };
        expect(score([...signals, more], history)).toBeGreaterThanOrEqual(score(signals, history));
      }),
    );
  });

  it('never falls when an objection is resolved', () => {
    fc.assert(
      fc.property(shapes, fc.constantFrom(...topics), ({ history, signals }, topic) => {
        const newest = [...history].sort((a, b) => (a.at < b.at ? 1 : -1))[0];
        if (!newest) return;
        const resolved: Signal = {
          kind: 'objection_resolved',
          topic,
          polarity: 'positive',
          at: newest.at,
          memoryId: newest.id,
          quote: 'words',
          dueAt: null,
        };
        expect(score([...signals, resolved], history)).toBeGreaterThanOrEqual(
          score(signals, history),
        );
      }),
    );
  });
});
