import { addDays } from './days';
import type { PromiseItem, Signal } from './types';

/** Days after which a promise without a date of its own counts as overdue. */
const patienceDays = 14;

/** Words that say nothing about what was promised. */
const hollow = new Set(
  'the and for with will would our his her their them him you that this these those from into about after before until again also some more send sent sending share shared sharing follow followed back get got give gave given make made put provide provided prepare prepared introduce introduced arrange schedule set call called let know next this week month year today tomorrow monday tuesday wednesday thursday friday asked ask promised promise agreed agree said says has have had was were been'.split(
    ' ',
  ),
);

/**
 * Words that say what something is about: no names of people or days (capitalised words), but
 * abbreviations ("ROI", "CFO"), in lower case and singular.
 */
function contentWords(text: string): Set<string> {
  const words = text.match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return new Set(
    words
      .filter((word) => !/^\p{Lu}\p{Ll}/u.test(word))
      .map((word) => word.toLowerCase())
      .filter((word) => !hollow.has(word))
      .map((word) => word.replace(/s$/, '')),
  );
}

/** Signals of ours that do what was promised. A plain "follow up" is kept by any attempt. */
function couldKeep(by: 'us' | 'them', { kind }: Signal): boolean {
  const ours = kind.startsWith('covered_');
  if (by === 'us') return ours;
  return !ours && !['promise_ours', 'promise_theirs', 'no_answer'].includes(kind);
}

/**
 * Promises of both sides and what became of them by `now` (ISO 8601). One is kept once something
 * about the same matter was sent, shown or done in a later interaction; one without a date is
 * overdue after two weeks. Signals oldest first.
 */
export function promisesOf(signals: Signal[], now: string): PromiseItem[] {
  const made = signals.filter(
    ({ kind, at }) => (kind === 'promise_ours' || kind === 'promise_theirs') && at <= now,
  );
  if (made.length === 0) return [];
  const words = new Map<string, Set<string>>();
  const wordsOf = (quote: string) => {
    const known = words.get(quote) ?? contentWords(quote);
    words.set(quote, known);
    return known;
  };
  return made.map((promise): PromiseItem => {
    const by = promise.kind === 'promise_ours' ? 'us' : 'them';
    const about = wordsOf(promise.quote);
    const kept = signals.find((s) => {
      if (s.at <= promise.at || s.at > now) return false;
      if (about.size === 0) return s.memoryId !== promise.memoryId;
      return couldKeep(by, s) && [...about].some((word) => wordsOf(s.quote).has(word));
    });
    const due = promise.dueAt ?? addDays(promise.at, patienceDays);
    return {
      text: promise.quote,
      evidence: [promise, ...(kept ? [kept] : [])].map(({ memoryId, quote, at }) => ({
        memoryId,
        quote,
        at,
      })),
      by,
      at: promise.at,
      dueAt: promise.dueAt,
      state: kept ? 'kept' : due < now ? 'overdue' : 'open',
    };
  });
}
