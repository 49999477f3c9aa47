import type { Detection } from './detect/detection';

/** As many of a meeting as one brief is made for; more is a webinar. */
export const mostInMeeting = 30;

/** @returns whether the people of a page are met together, and can be told in one brief. */
export function hasJointBrief(kind: Detection['kind'] | undefined, people: number): boolean {
  return kind === 'meeting' && people > 1 && people <= mostInMeeting;
}
