import { longestPauseMs } from './changes';
import { type OutboxItem, personOf } from './item';

/** One run through what waits. */
export interface Run {
  /** Ids of the logs that had their turn. */
  tried: Set<string>;
  /** Whose logs wait, because an earlier one of theirs failed or is being worked on. */
  heldBack: Set<string>;
  /** Whether the server answered anything. */
  reached: boolean;
  /** Whether it is worth going on with others. */
  goOn: boolean;
}

/** @returns a run that has come to nothing yet. */
export function newRun(): Run {
  return { tried: new Set(), heldBack: new Set(), reached: false, goOn: true };
}

/** Lets the later logs of some logs' people wait. */
export function holdBack(run: Run, items: readonly OutboxItem[]): void {
  for (const item of items) run.heldBack.add(personOf(item));
}

/**
 * The next logs to hand over: due, in order, and none of a person whose earlier log waits.
 *
 * @param most as many at most. @param now ms since 1970
 */
export function nextOf(
  items: readonly OutboxItem[],
  { tried, heldBack, reached }: Run,
  most: number,
  now: number,
): OutboxItem[] {
  const batch: OutboxItem[] = [];
  const notYet = new Set(heldBack);
  for (const item of items) {
    const who = personOf(item);
    if (item.undone) continue;
    if (tried.has(item.interaction.id) || notYet.has(who)) continue;
    // No pause is longer: it was set by a clock that was ahead.
    const isOver = item.notBefore <= now || item.notBefore > now + longestPauseMs;
    // What waits because nobody answered has waited long enough once somebody does.
    const isDue = isOver || (reached && item.problem?.reason === 'unreachable');
    if (!isDue) notYet.add(who);
    else if (batch.length < most) batch.push(item);
  }
  return batch;
}
