import type { Brief } from '../../lib/brief/types';
import type { BriefAnswer } from '../../lib/messages';

/** Minutes after which a brief that stays on the screen says how old it is. */
const freshFor = 10;

/** A brief as it can be shown: whole or a part, and how old where it isn't of this moment. */
export interface OnScreen {
  brief: Brief;
  partial: boolean;
  readAt: string | null;
}

/**
 * @returns the newest brief; while memory is read or fails, the last one with its age, and with what
 * waits in the browser in its timeline. Where that one says that nothing is remembered, what waits
 * stands alone.
 */
export function onScreen(
  answer: BriefAnswer | null,
  last: Brief | null,
  now: Date,
): OnScreen | null {
  if (answer?.ok) {
    const { generatedAt } = answer.brief;
    const minutes = (now.getTime() - new Date(generatedAt).getTime()) / 60_000;
    return {
      brief: answer.brief,
      partial: false,
      readAt: minutes > freshFor ? generatedAt : null,
    };
  }
  const waiting = answer?.brief?.timeline ?? [];
  const isKnown = last !== null && last.interactions.count > 0;
  if (answer?.brief && !isKnown) return { brief: answer.brief, partial: true, readAt: null };
  if (!last) return null;
  const known = new Set(last.timeline.map(({ id }) => id));
  const timeline = [...waiting.filter(({ id }) => !known.has(id)), ...last.timeline];
  return { brief: { ...last, timeline }, partial: false, readAt: last.generatedAt };
}
