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

/** Words for handing something over: talking about its subject doesn't do that. */
const handingOver = /\b(send|share|forward|e-?mail)\b/i;

/** A promise and the first thing after it that keeps it, however late; null where nothing does. */
export interface MadePromise {
  promise: Signal;
  kept: Signal | null;
}

const isPromise = ({ kind }: Signal) => kind === 'promise_ours' || kind === 'promise_theirs';

/**
 * Every promise with what keeps it: something about the same matter that was sent, shown or done in
 * a later interaction. What we promised to send is kept by sending, or by showing all that was named.
 * Whether it was kept by a certain day follows from the dates, so that this is found once for all days.
 * Signals oldest first; takes time in proportion to their number.
 */
export function promisesMade(signals: Signal[]): MadePromise[] {
  const made = signals.filter(isPromise);
  if (made.length === 0) return [];
  // Each word with the places of the signals that hold it, so that no promise looks at all others.
  const places = new Map<string, number[]>();
  const said = signals.map(({ kind, quote }) =>
    // "Deck sent": what we did begins with the thing, and with no name.
    contentWords(
      kind.startsWith('covered_') ? quote.charAt(0).toLowerCase() + quote.slice(1) : quote,
    ),
  );
  said.forEach((words, place) => {
    for (const word of words) {
      const known = places.get(word);
      if (known) known.push(place);
      else places.set(word, [place]);
    }
  });
  return made.map((promise) => {
    const by = promise.kind === 'promise_ours' ? 'us' : 'them';
    const about = contentWords(promise.quote);
    const toSend = by === 'us' && handingOver.test(promise.quote);
    const isDone = (signal: Signal, place: number) =>
      !toSend ||
      signal.kind === 'covered_sent' ||
      [...about].every((word) => said[place]?.has(word));
    const later = (s: Signal) => s.at > promise.at;
    if (about.size === 0) {
      const next = signals.find((s) => later(s) && s.memoryId !== promise.memoryId);
      return { promise, kept: next ?? null };
    }
    const first = [...about]
      .map((word) =>
        places.get(word)?.find((place) => {
          const signal = signals[place];
          return (
            signal !== undefined && later(signal) && couldKeep(by, signal) && isDone(signal, place)
          );
        }),
      )
      .filter((place) => place !== undefined);
    return { promise, kept: first.length === 0 ? null : (signals[Math.min(...first)] ?? null) };
  });
}

/**
 * What became of promises by `now` (ISO 8601); those made later don't exist yet. One without a date
 * is overdue after two weeks.
 */
export function promisesBy(made: MadePromise[], now: string): PromiseItem[] {
  return made
    .filter(({ promise }) => promise.at <= now)
    .map(({ promise, kept: keeping }): PromiseItem => {
      const kept = keeping !== null && keeping.at <= now ? keeping : null;
      const due = promise.dueAt ?? addDays(promise.at, patienceDays);
      return {
        text: promise.quote,
        evidence: [promise, ...(kept ? [kept] : [])].map(({ memoryId, quote, at }) => ({
          memoryId,
          quote,
          at,
        })),
        by: promise.kind === 'promise_ours' ? 'us' : 'them',
        at: promise.at,
        dueAt: promise.dueAt,
        state: kept ? 'kept' : due < now ? 'overdue' : 'open',
      };
    });
}

/** Promises of both sides and what became of them by `now` (ISO 8601). Signals oldest first. */
export function promisesOf(signals: Signal[], now: string): PromiseItem[] {
  return promisesBy(promisesMade(signals), now);
}
