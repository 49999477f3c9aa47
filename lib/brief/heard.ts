import type { SignalKind } from '../../prompts/rubric';
import type { Interaction } from '../interaction';
import { earliestOf, latestOf } from './days';
import type { Signal } from './types';

/** Signs that we did something by ourselves: sent, promised, tried. */
const ourDoing = new Set<SignalKind>(['no_answer', 'promise_ours', 'covered_sent']);

/** Signals that can come from anywhere: beside something of ours, they don't end a silence. */
const fromAnywhere = new Set<SignalKind>([
  'covered_pitched',
  'competitor_active',
  'competitor_pressing',
  'pricing_discussed',
  'decision_process',
]);

/** How a call ends only when somebody was on the other side. */
const heardOutcomes = new Set<Interaction['outcome']>([
  'positive',
  'negative',
  'objection',
  'demo',
  'pilot',
  'won',
  'lost',
]);

/** @returns ids of the interactions in which only we spoke. Signals and history in any order. */
function oneSidedIds(signals: Signal[], history: Interaction[]): Set<string> {
  const kinds = new Map<string, SignalKind[]>();
  for (const { memoryId, kind } of signals) {
    const own = kinds.get(memoryId);
    if (own) own.push(kind);
    else kinds.set(memoryId, [kind]);
  }
  return new Set(
    history
      .filter(({ id, outcome }) => {
        const own = kinds.get(id) ?? [];
        if (own.some((kind) => !ourDoing.has(kind) && !fromAnywhere.has(kind))) return false;
        if (outcome === 'no_answer' || own.includes('no_answer')) return true;
        return !heardOutcomes.has(outcome) && own.some((kind) => ourDoing.has(kind));
      })
      .map(({ id }) => id),
  );
}

/**
 * When the prospect was last heard (ISO 8601), by `now`: an interaction in which only we spoke
 * doesn't end a silence. Where they were never heard, the first interaction.
 */
export function lastHeardAt(signals: Signal[], history: Interaction[], now: string): string | null {
  const past = history.filter(({ at }) => at <= now);
  const onlyUs = oneSidedIds(signals, past);
  const heard = past.filter(({ id }) => !onlyUs.has(id));
  return latestOf(heard) ?? earliestOf(past);
}

/** @returns our tries since the prospect was last heard, oldest first. */
export function unansweredSince(
  signals: Signal[],
  history: Interaction[],
  now: string,
): Interaction[] {
  const heard = lastHeardAt(signals, history, now);
  const onlyUs = oneSidedIds(signals, history);
  return history
    .filter(({ id, at }) => onlyUs.has(id) && at <= now && (heard === null || at >= heard))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}
