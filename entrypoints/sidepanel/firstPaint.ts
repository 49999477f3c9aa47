import type { Brief } from '../../lib/brief/types';
import type { Prospect } from '../../lib/identity/prospect';
import { briefsAhead, briefsOf, lastBriefs } from '../pages/fewBriefs';

/** What a brief rests on: the logs, and the day that silence and due dates are reckoned to. */
function factsOf({ timeline, generatedAt }: Brief): string {
  return JSON.stringify([generatedAt.slice(0, 10), timeline.map(({ id }) => id)]);
}

/** A model's brief that rests on the same facts says more than the basic one that would replace it. */
export function stillBest(last: Brief | null, basic: Brief): last is Brief {
  return last !== null && last.reader !== 'basic' && factsOf(last) === factsOf(basic);
}

/** @returns what is there of a prospect before memory has answered, read ahead or read before; or null. */
export async function firstPaint(prospect: Prospect): Promise<Brief | null> {
  const [last = null, ahead = null] = await briefsOf(prospect, [lastBriefs, briefsAhead]);
  if (!ahead || !last) return last ?? ahead;
  const isNewer = last.generatedAt > ahead.generatedAt;
  return isNewer || stillBest(last, ahead) ? last : ahead;
}
