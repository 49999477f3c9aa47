import { signed } from '../../prompts/rubric';
import type { Interaction } from '../interaction';
import { latestOf } from './days';
import { evidenceOf } from './sections';
import type { Claim, LedgerEntry, Signal } from './types';

/** Points that one interaction must move the score by to be told as a shift. */
const shiftPoints = 10;

/** Rows that say nothing about what happened. */
const silentRows = new Set(['start', 'start_unknown', 'clamp']);

/** The words that a ledger entry rests on; the entry's memory alone where no signal carries it. */
function claimOf(entries: LedgerEntry[], text: string, signals: Signal[]): Claim {
  const sources = new Set(entries.map(({ source }) => source));
  const rules = new Set<string>(entries.map(({ rule }) => rule));
  const carried = signals.filter(({ memoryId }) => sources.has(memoryId));
  const exact = carried.filter(({ kind }) => rules.has(kind));
  const chosen = exact.length > 0 ? exact : carried.slice(0, 1);
  return { text, evidence: chosen.map(evidenceOf) };
}

/**
 * The interactions that moved the score most, newest first: what they added or took, and why.
 * Each rests on the words that moved it.
 */
export function shiftsOf(ledger: LedgerEntry[], signals: Signal[]): Claim[] {
  const moves = ledger.filter(({ source, rule }) => source !== null && !silentRows.has(rule));
  return [...Map.groupBy(moves, ({ source }) => source)]
    .map(([, entries]) => ({
      entries,
      points: entries.reduce((sum, { points }) => sum + points, 0),
      at: entries[0]?.at ?? '',
    }))
    .filter(({ points }) => Math.abs(points) >= shiftPoints)
    .sort((a, b) => (a.at > b.at ? -1 : 1))
    .map(({ entries, points }) => {
      const main = [...entries].sort((a, b) => Math.abs(b.points) - Math.abs(a.points))[0];
      return claimOf(entries, `${signed(points)}: ${main?.text ?? ''}`, signals);
    })
    .filter(({ evidence }) => evidence.length > 0);
}

/** @returns what the newest interaction and the calendar since changed in the score. */
export function changedOf(
  ledger: LedgerEntry[],
  signals: Signal[],
  history: Interaction[],
): Claim[] {
  if (history.length < 2) return [];
  const newest = latestOf(history) ?? '';
  const current = new Set(history.filter(({ at }) => at === newest).map(({ id }) => id));
  return ledger
    .filter(
      ({ at, source, rule }) =>
        at >= newest && !silentRows.has(rule) && (source === null || current.has(source)),
    )
    .map((entry) => claimOf([entry], `${signed(entry.points)} ${entry.text}`, signals));
}
