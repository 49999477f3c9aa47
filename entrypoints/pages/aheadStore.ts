import type { Brief } from '../../lib/brief/types';
import { mostAhead } from '../../lib/prefetch';
import { fewBriefs } from './fewBriefs';

/** What was read ahead and still holds. Written by the background alone, for this session of the browser. */
export const briefsAhead = fewBriefs('briefs-ahead', mostAhead);

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
    await briefsAhead.keep(brief);
  });
}

/** Drops all: something was said, taken back or set since they were read. */
export function dropAhead(): Promise<void> {
  drops += 1;
  return change(briefsAhead.dropAll);
}
