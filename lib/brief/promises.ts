import { addDays } from './days';
import type { PromiseItem, Signal } from './types';

/** Days after which a promise without a date of its own counts as overdue. */
const patienceDays = 14;

const stop = new Set(
  'the a an to of for and or in on by with will would i we she he they our their his her us them it that this send sent share shared follow up get back next week month monday tuesday wednesday thursday friday tomorrow'.split(
    ' ',
  ),
);

/** @returns the words that say what something is about. */
export function contentWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return new Set(words.filter((word) => !stop.has(word)).map((word) => word.replace(/s$/, '')));
}

function overlaps(a: string, b: string): boolean {
  const words = contentWords(a);
  return [...contentWords(b)].some((word) => words.has(word));
}

/**
 * Promises of both sides and what became of them by `now` (ISO 8601). One of ours is kept once
 * something about the same matter was sent, shown or answered later; one without a date is overdue
 * after two weeks.
 */
export function promisesOf(signals: Signal[], now: string): PromiseItem[] {
  return signals
    .filter((s) => (s.kind === 'promise_ours' || s.kind === 'promise_theirs') && s.at <= now)
    .map((made): PromiseItem => {
      const by = made.kind === 'promise_ours' ? 'us' : 'them';
      const kept = signals.find(
        (s) => s.at > made.at && s.at <= now && keeps(by, s) && overlaps(made.quote, s.quote),
      );
      const due = made.dueAt ?? addDays(made.at, patienceDays);
      return {
        text: made.quote,
        evidence: [made, ...(kept ? [kept] : [])].map(({ memoryId, quote, at }) => ({
          memoryId,
          quote,
          at,
        })),
        by,
        at: made.at,
        dueAt: made.dueAt,
        state: kept ? 'kept' : due < now ? 'overdue' : 'open',
      };
    });
}

function keeps(by: 'us' | 'them', signal: Signal): boolean {
  return by === 'us'
    ? signal.kind.startsWith('covered_')
    : ['engaged', 'next_step', 'decision_maker', 'legal_cleared', 'budget_confirmed'].includes(
        signal.kind,
      );
}
