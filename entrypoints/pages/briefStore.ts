import type { Brief } from '../../lib/brief/types';
import { lastBriefs } from './fewBriefs';
import { dropAllOf, dropFrom, keepIn } from './keepFew';

/**
 * Keeps a brief for an instant first paint. Memory stays the only place where it lasts; of somebody
 * without a history nothing is kept.
 */
export const keepBrief = (brief: Brief): Promise<void> =>
  brief.interactions.count === 0 ? dropFrom(lastBriefs, brief.prospect) : keepIn(lastBriefs, brief);

/** Lets go of everybody's: somebody is forgotten, or who is who was changed, and any may rest on their logs. */
export const dropBriefs = (): Promise<void> => dropAllOf(lastBriefs);
