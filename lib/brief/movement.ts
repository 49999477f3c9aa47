import { signed } from '../../prompts/rubric';
import type { Interaction } from '../interaction';
import { latestOf } from './days';
import { evidenceOf } from './sections';
import type { Claim, LedgerEntry, Signal } from './types';

/** Points that one interaction must move the score by to be told as a shift. */
const shiftPoints = 10;

/** Rows that say nothing about what happened. */
const silentRows = new Set(['start', 'start_unknown', 'clamp']);
/** Rows of the calendar: no interaction did that. */
const calendarRows = new Set(['silence', 'promise_overdue']);

/** The words that ledger entries rest on; the whole log where no signal of it carries them. */
function claimOf(
  entries: LedgerEntry[],
  text: string,
  signals: Signal[],
  history: Interaction[],
): Claim {
  const sources = new Set(entries.map(({ source }) => source));
  const rules = new Set<string>(entries.map(({ rule }) => rule));
  const carried = signals.filter(({ memoryId }) => sources.has(memoryId));
  const exact = carried.filter(({ kind }) => rules.has(kind));
  if (exact.length > 0) return { text, evidence: exact.map(evidenceOf) };
  const whole = history.filter(({ id }) => sources.has(id));
  return {
    text,
    evidence: whole.map(({ id, summary, at }) => ({ memoryId: id, quote: summary, at })),
  };
}

/**
 * The interactions that moved the score most, newest first: what they added or took, and why.
 * Each rests on the words that moved it.
 */
export function shiftsOf(
  ledger: LedgerEntry[],
  signals: Signal[],
  history: Interaction[],
): Claim[] {
  const moves = ledger.filter(
    ({ source, rule }) => source !== null && !silentRows.has(rule) && !calendarRows.has(rule),
  );
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
      return claimOf(entries, `${signed(points)}: ${main?.text ?? ''}`, signals, history);
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
        !silentRows.has(rule) &&
        at >= newest &&
        (calendarRows.has(rule) || (source !== null && current.has(source))),
    )
    .map((entry) => claimOf([entry], `${signed(entry.points)} ${entry.text}`, signals, history));
}
