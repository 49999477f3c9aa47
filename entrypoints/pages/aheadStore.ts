import type { Brief } from '../../lib/brief/types';
import { briefsAhead } from './fewBriefs';
import { dropAllOf, keepIn } from './keepFew';

/** One change at a time, and how often all were dropped. */
let last: Promise<void> = Promise.resolve();
let drops = 0;

function change(work: () => Promise<void>): Promise<void> {
  last = last.then(work).catch(() => undefined);
  return last;
}

/**
 * Keeps a brief that was read ahead, for an instant first paint in the panel: what the background
 * itself keeps ends with it. Of somebody without a history nothing is kept.
 */
export function keepAhead(brief: Brief): Promise<void> {
  const mine = drops;
  return change(async () => {
    // What was said since isn't in it.
    if (mine !== drops || brief.interactions.count === 0) return;
    await keepIn(briefsAhead, brief);
  });
}

/** Drops all: something was said, taken back or set since they were read. */
export function dropAhead(): Promise<void> {
  drops += 1;
  return change(() => dropAllOf(briefsAhead));
}
