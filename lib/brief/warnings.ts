import type { Prospect } from '../identity/prospect';
import type { Interaction } from '../interaction';
import { english, type Wording } from '../wording/english';
import { daysBetween, latestOf } from './days';
import { unansweredSince } from './heard';
import { promisesOf } from './promises';
import { evidenceOf } from './sections';
import type { Signal, Warning } from './types';

/** Days without any interaction that are worth a warning. */
const idleDays = 14;
/** Tries without an answer that count as ghosting. */
const ghostTries = 2;
/** Days without anything gained that count as a stall. */
const stallDays = 30;
/** From so many interactions on, price and decision-makers should have come up. */
const matureInteractions = 3;

/**
 * The warnings that sales leaders know, reckoned in code. Signals oldest first, nothing after `now`
 * (ISO 8601).
 *
 * @param colleagues other people of the prospect's company that memory knows; without it, nothing is
 * said about how many they are
 * @param words what they are said in
 */
export function warningsOf(
  signals: Signal[],
  history: Interaction[],
  now: string,
  { prospect, colleagues }: { prospect?: Prospect; colleagues?: Prospect[] } = {},
  { warning: say }: Wording = english,
): Warning[] {
  const warnings: Warning[] = [];
  const newest = latestOf(history);
  if (newest === null) return warnings;
  const lastWords = history
    .filter(({ at }) => at === newest)
    .map(({ id, summary, at }) => ({ memoryId: id, quote: summary, at }));
  const any = (...kinds: Signal['kind'][]) => signals.some(({ kind }) => kinds.includes(kind));

  const idle = daysBetween(newest, now);
  if (idle >= idleDays) {
    warnings.push({
      kind: 'no_activity',
      text: say.idle(idle),
      evidence: lastWords,
    });
  }
  const tries = unansweredSince(signals, history, now);
  if (tries.length >= ghostTries) {
    warnings.push({
      kind: 'ghosted',
      text: say.ghosted(tries.length),
      evidence: tries.map(({ id, summary, at }) => ({ memoryId: id, quote: summary, at })),
    });
  }
  for (const { by, state, text, evidence } of promisesOf(signals, now)) {
    if (by === 'us' && state === 'overdue') {
      warnings.push({ kind: 'overdue_promise', text: say.overdue(text), evidence });
    }
  }
  if (history.length >= matureInteractions) {
    if (!any('decision_maker', 'champion')) {
      const text = say.noDecisionMaker;
      warnings.push({ kind: 'no_decision_maker', text, evidence: lastWords });
    }
    if (!any('pricing_discussed', 'budget_confirmed', 'budget_blocked')) {
      const text = say.noPrice;
      warnings.push({ kind: 'pricing_never_discussed', text, evidence: lastWords });
    }
  }
  if (history.length >= matureInteractions && colleagues?.length === 0) {
    const text = say.onePerson(prospect?.company ?? null);
    warnings.push({ kind: 'single_threaded', text, evidence: lastWords });
  }
  for (const signal of signals) {
    if (signal.kind === 'rejection' || signal.kind === 'champion_lost') {
      const text = signal.kind === 'rejection' ? say.rejection : say.championLost;
      warnings.push({ kind: 'red_flag', text, evidence: [evidenceOf(signal)] });
    }
  }
  const gain = signals.findLast(({ polarity }) => polarity === 'positive');
  if (history.length >= 2 && gain && idle < idleDays && daysBetween(gain.at, now) >= stallDays) {
    warnings.push({
      kind: 'stalled',
      text: say.stalled(daysBetween(gain.at, now)),
      evidence: [evidenceOf(gain)],
    });
  }
  return warnings;
}
