import type { Brief } from '../../lib/brief/types';
import type { Prospect } from '../../lib/identity/prospect';
import { fewBriefs } from './fewBriefs';

/** How many briefs are kept: a morning's meetings. */
const most = 8;

/** Only our own pages write here, for this session of the browser. */
const briefs = fewBriefs('briefs', most);

/** Where `storage.session` holds the last brief of a prospect. */
export const lastBriefKey = briefs.keyOf;

/** @returns the last brief of a prospect since the browser started, or null. */
export async function lastBrief(prospect: Prospect): Promise<Brief | null> {
  const key = lastBriefKey(prospect);
  return ((await chrome.storage.session.get(key))[key] as Brief | undefined) ?? null;
}

/**
 * Keeps a brief for an instant first paint. Memory stays the only place where it lasts; of somebody
 * without a history nothing is kept.
 */
export const keepBrief = (brief: Brief): Promise<void> =>
  brief.interactions.count === 0 ? briefs.drop(brief.prospect) : briefs.keep(brief);

/** Lets go of everybody's: somebody is forgotten, or who is who was changed, and any may rest on their logs. */
export const dropBriefs = briefs.dropAll;
