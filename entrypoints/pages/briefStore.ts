import type { Brief } from '../../lib/brief/types';
import type { Prospect } from '../../lib/identity/prospect';
import { fewBriefs } from './fewBriefs';

/** How many briefs are kept: a morning's meetings. */
const most = 8;

/** Only our own pages write here, for this session of the browser. */
export const lastBriefs = fewBriefs('briefs', most);

/** @returns the last brief of a prospect since the browser started, or null. */
export const lastBrief = async (prospect: Prospect): Promise<Brief | null> =>
  lastBriefs.find(prospect, await chrome.storage.session.get(lastBriefs.keysFor(prospect)));

/**
 * Keeps a brief for an instant first paint. Memory stays the only place where it lasts; of somebody
 * without a history nothing is kept.
 */
export const keepBrief = (brief: Brief): Promise<void> =>
  brief.interactions.count === 0 ? lastBriefs.drop(brief.prospect) : lastBriefs.keep(brief);

/** Lets go of everybody's: somebody is forgotten, or who is who was changed, and any may rest on their logs. */
export const dropBriefs = lastBriefs.dropAll;
