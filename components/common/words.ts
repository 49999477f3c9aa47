import type { Outcome } from '../../lib/interaction';

/** How each outcome is called on a screen. */
export const outcomeNames: Record<Outcome, string> = {
  none: 'No outcome',
  positive: 'Went well',
  neutral: 'Neutral',
  negative: 'Went badly',
  objection: 'Objection',
  follow_up: 'Follow-up',
  demo: 'Demo',
  proposal: 'Proposal',
  pilot: 'Pilot',
  no_answer: 'No answer',
  won: 'Won',
  lost: 'Lost',
};

/** The outcomes in the order in which a screen offers them. */
export const outcomeOrder = Object.keys(outcomeNames) as Outcome[];

/** @returns a number with its noun ("1 interaction", "4 interactions"). */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** @returns how often something happened ("once", "twice", "3 times"). */
export function timesWords(times: number): string {
  if (times === 1) return 'once';
  return times === 2 ? 'twice' : `${times} times`;
}
