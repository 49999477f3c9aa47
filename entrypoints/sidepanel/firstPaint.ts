import type { Brief } from '../../lib/brief/types';
import { samePerson } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';
import { briefsAhead } from '../pages/aheadStore';
import { recentBriefs } from '../pages/briefStore';

/** What a brief rests on: the logs, and the day that silence and due dates are reckoned to. */
function factsOf({ timeline, generatedAt }: Brief): string {
  return JSON.stringify([generatedAt.slice(0, 10), timeline.map(({ id }) => id)]);
}

/** A model's brief that rests on the same facts says more than the basic one that would replace it. */
export function stillBest(last: Brief | null, basic: Brief): last is Brief {
  return last !== null && last.reader !== 'basic' && factsOf(last) === factsOf(basic);
}

/** The session's briefs, of everybody. */
export interface HeldBriefs {
  /** Shown before. */
  last: readonly Brief[];
  /** Read ahead. */
  ahead: readonly Brief[];
}

export async function heldBriefs(): Promise<HeldBriefs> {
  const [last, ahead] = await Promise.all([recentBriefs(), briefsAhead()]);
  return { last, ahead };
}

/** @returns the newest of a prospect's; null where there is none. */
export function newestOf(prospect: Prospect, held: HeldBriefs): Brief | null {
  const isTheirs = (brief: Brief) => samePerson(brief.prospect, prospect);
  const [last = null, ahead = null] = [held.last.find(isTheirs), held.ahead.find(isTheirs)];
  if (!ahead || !last) return last ?? ahead;
  const isNewer = last.generatedAt > ahead.generatedAt;
  return isNewer || stillBest(last, ahead) ? last : ahead;
}

/** What is there of a prospect before memory has answered: read ahead, or read before. */
export const firstPaint = async (prospect: Prospect): Promise<Brief | null> =>
  newestOf(prospect, await heldBriefs());
