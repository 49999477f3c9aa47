import { bands, confidenceFrom, momentumThreshold } from '../../prompts/rubric';
import type { Interaction } from '../interaction';
import { daysBetween, latestOf } from './days';
import { ledgerBy, type Replay } from './ledger';
import type { Confidence, Label, LedgerEntry, Momentum } from './types';

/** More points than this make no better curve; the newest are kept. */
const mostPoints = 60;

/** @returns the score (0 to 100): the sum of the ledger's entries. */
export function scoreOf(ledger: LedgerEntry[]): number {
  return ledger.reduce((sum, { points }) => sum + points, 0);
}

/** @returns the label of a score. */
export function labelOf(score: number): Label {
  return bands.find(({ to }) => score <= to)?.label ?? 'Closing';
}

/**
 * The score's course: replayed right after each of the last sixty interactions, and now. Nothing in
 * it is stored; a point equals what the brief said at that moment.
 */
export function courseOf(replay: Replay, now: string): { at: string; score: number }[] {
  const moments = [...new Set(replay.history.map(({ at }) => at).filter((at) => at < now))].sort();
  return [...moments.slice(-mostPoints), now].map((at) => ({
    at,
    score: scoreOf(ledgerBy(replay, at)),
  }));
}

/** @returns which way it goes: the score now against the one two interactions ago. */
export function momentumOf(replay: Replay, now: string): { momentum: Momentum; points: number } {
  const times = replay.history
    .map(({ at }) => at)
    .filter((at) => at <= now)
    .sort();
  const before = times.at(-3) ?? times[0];
  if (before === undefined) return { momentum: 'steady', points: 0 };
  const points = scoreOf(ledgerBy(replay, now)) - scoreOf(ledgerBy(replay, before));
  if (points >= momentumThreshold) return { momentum: 'improving', points };
  return { momentum: points <= -momentumThreshold ? 'declining' : 'steady', points };
}

/** @returns how much memory the score rests on. `history` holds nothing after `now`. */
export function confidenceOf(history: Interaction[], now: string): Confidence {
  const steps: Confidence[] = ['Low', 'Medium', 'High'];
  const { medium, high, staleAfterDays } = confidenceFrom;
  const step = history.length >= high ? 2 : history.length >= medium ? 1 : 0;
  const newest = latestOf(history);
  const stale = newest !== null && daysBetween(newest, now) > staleAfterDays;
  return steps[Math.max(0, stale ? step - 1 : step)] ?? 'Low';
}
