import type { Brief, Claim, LedgerEntry } from './types';

/** What became of a deal since somebody last looked. */
export interface News {
  /** When they looked (ISO 8601). */
  since: string;
  /** The score right after the last interaction before that; null where there was none. */
  scoreThen: number | null;
  /** Interactions that happened since. */
  interactions: number;
  /** What moved the score, newest first, with the words it rests on. */
  moves: (Claim & { points: number })[];
}

/** Rows that tell of no event. */
const bookkeeping = new Set(['start', 'start_unknown', 'clamp']);

/** The logged words behind an entry: those of its kind, else the whole log. */
function wordsOf({ source, rule }: LedgerEntry, { signals, timeline }: Brief): Claim['evidence'] {
  if (source === null) return [];
  const exact = signals.filter(({ memoryId, kind }) => memoryId === source && kind === rule);
  if (exact.length > 0) {
    return exact.map(({ memoryId, quote, at }) => ({ memoryId, quote, at }));
  }
  const log = timeline.find(({ id }) => id === source);
  return log ? [{ memoryId: log.id, quote: log.summary, at: log.at }] : [];
}

/**
 * What is new in a brief since a moment (ISO 8601): by when things happened, so that only that one
 * moment has to be remembered. The calendar counts too: silence that began to weigh, a promise that
 * fell due.
 *
 * @returns null where nothing happened since
 */
export function newsSince(brief: Brief, since: string): News | null {
  const moment = new Date(since).toISOString();
  const moves = brief.ledger
    .filter(({ at, rule }) => at > moment && !bookkeeping.has(rule))
    .map((entry) => ({
      points: entry.points,
      text: entry.text,
      evidence: wordsOf(entry, brief),
    }))
    .reverse();
  const interactions = brief.timeline.filter(
    ({ at }) => at > moment && at <= brief.generatedAt,
  ).length;
  if (moves.length === 0 && interactions === 0) return null;
  const then = brief.course.findLast(({ at }) => at <= moment);
  return { since: moment, scoreThen: then?.score ?? null, interactions, moves };
}
