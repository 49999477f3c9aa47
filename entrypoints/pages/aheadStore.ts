import type { Brief } from '../../lib/brief/types';
import { prospectKey } from '../../lib/identity/key';
import { mostAhead } from '../../lib/prefetch';

/** Where `storage.session` holds the briefs that were read ahead and still hold. */
export const aheadKey = 'briefs-ahead';

/** Written by the background alone, for this session of the browser. */
async function kept(): Promise<Brief[]> {
  const stored = (await chrome.storage.session.get(aheadKey))[aheadKey];
  return Array.isArray(stored) ? stored : [];
}

/** One change at a time, and how often all were dropped. */
let last: Promise<void> = Promise.resolve();
let drops = 0;

function change(work: () => Promise<void>): Promise<void> {
  // A full storage costs the instant paint, nothing else.
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
    const about = prospectKey(brief.prospect);
    const others = (await kept()).filter((one) => prospectKey(one.prospect) !== about);
    await chrome.storage.session.set({ [aheadKey]: [brief, ...others].slice(0, mostAhead) });
  });
}

/** Drops all: something was said, taken back or set since they were read. */
export function dropAhead(): Promise<void> {
  drops += 1;
  return change(() => chrome.storage.session.remove(aheadKey));
}
