import type { Brief } from '../../lib/brief/types';
import { samePerson } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';
import { aheadKey } from '../pages/aheadStore';
import { briefsKey } from '../pages/briefStore';

/** What a brief rests on: the logs, and the day that silence and due dates are reckoned to. */
function factsOf({ timeline, generatedAt }: Brief): string {
  return JSON.stringify([generatedAt.slice(0, 10), timeline.map(({ id }) => id)]);
}

/** A model's brief that rests on the same facts says more than the basic one that would replace it. */
export function stillBest(last: Brief | null, basic: Brief): last is Brief {
  return last !== null && last.reader !== 'basic' && factsOf(last) === factsOf(basic);
}

/** Where `storage.session` holds the session's briefs, of everybody: shown before, and read ahead. */
export const heldKeys = [briefsKey, aheadKey];

/**
 * @param stored what `storage.session` holds under `heldKeys`
 * @returns the newest brief of a prospect; null where there is none
 */
export function newestIn(stored: Record<string, unknown>, prospect: Prospect): Brief | null {
  const isTheirs = (brief: Brief) => samePerson(brief.prospect, prospect);
  const theirs = (key: string) => {
    const briefs = stored[key];
    return (Array.isArray(briefs) && (briefs as Brief[]).find(isTheirs)) || null;
  };
  const [last, ahead] = [theirs(briefsKey), theirs(aheadKey)];
  if (!ahead || !last) return last ?? ahead;
  const isNewer = last.generatedAt > ahead.generatedAt;
  return isNewer || stillBest(last, ahead) ? last : ahead;
}

/** What is there of a prospect before memory has answered: read ahead, or read before. */
export const firstPaint = async (prospect: Prospect): Promise<Brief | null> =>
  newestIn(await chrome.storage.session.get(heldKeys), prospect);
