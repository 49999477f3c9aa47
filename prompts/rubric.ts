import { z } from 'zod';

/**
 * The rubric: what counts, and how much. One table; the ledger, the prompt, the documentation and
 * the panel's explanation are all made from it.
 *
 * The points start from the product's design and were calibrated on the written deals in
 * `tests/fixtures/deals` (see `docs/score.md`).
 */

/** What objections, covered material and promises can be about. */
export const topics = [
  'budget',
  'price',
  'timing',
  'onboarding',
  'migration',
  'security',
  'integration',
  'reliability',
  'features',
  'support',
  'contract',
  'adoption',
  'authority',
  'value',
  'references',
  'other',
] as const;
export type Topic = (typeof topics)[number];

/** Every kind of signal with what it means. A reader may use no other. */
export const signalMeanings = {
  engaged: 'The prospect asks, replies, requests, shows up or takes part.',
  need_confirmed: 'The prospect confirms a problem that the product solves, or asks to try it.',
  positive_reaction: 'The prospect liked something that was shown or sent.',
  champion: 'Somebody on their side speaks for us inside.',
  champion_lost: 'The champion left, changed jobs or turned against it.',
  decision_maker: 'Somebody with authority to decide takes part.',
  budget_confirmed: 'Money for it is approved, confirmed or released.',
  budget_blocked: 'No money now: frozen, cut, not approved.',
  date_set: 'A decision or go-live date is named.',
  pilot_requested: 'The prospect asks for a pilot, trial, proof of concept, proposal or quote.',
  pilot_agreed: 'A pilot or trial is agreed, scheduled or running.',
  verbal_commitment: 'The prospect says yes, without a condition.',
  next_step: 'A dated next step is agreed.',
  objection: 'A concern or doubt of the prospect about a topic.',
  objection_resolved: 'A concern about a topic is settled.',
  competitor_active: 'A competitor is in play.',
  competitor_pressing: 'A competitor presses, on price above all.',
  competitor_out: 'The competitor is out of the race.',
  legal_blocker: 'Legal or procurement holds it up.',
  legal_cleared: 'Legal or procurement is done.',
  decision_process: 'Who decides, how, and on what condition.',
  promise_ours: 'We promised to do or send something.',
  promise_theirs: 'They promised to do or send something.',
  covered_pitched: 'We presented or explained something.',
  covered_sent: 'We sent something.',
  covered_demoed: 'We showed the product.',
  covered_answered: 'We answered a question or concern.',
  pricing_discussed: 'Price was talked about.',
  positive_tone: 'The mood was good.',
  negative_tone: 'The mood was bad.',
  no_answer: 'We tried to reach them and they did not answer.',
  rejection: 'They said no.',
} as const;
export type SignalKind = keyof typeof signalMeanings;
export const signalKindSchema = z.enum(
  Object.keys(signalMeanings) as [SignalKind, ...SignalKind[]],
);

/** Points of each row. A row with `most` counts at most so many times. */
export const rubric = {
  start_unknown: { points: 10, text: 'Nobody spoken to yet' },
  start: { points: 20, text: 'First interaction logged' },
  engaged: { points: 10, text: 'Engaged: asks, replies or shows up' },
  need_confirmed: { points: 8, text: 'Need confirmed' },
  positive_reaction: { points: 6, most: 2, text: 'Positive reaction to something shown or sent' },
  authority: { points: 6, text: 'Champion or decision-maker involved' },
  budget_confirmed: { points: 12, text: 'Budget confirmed' },
  date_set: { points: 8, text: 'Decision or go-live date set' },
  pilot_requested: { points: 10, text: 'Pilot, trial or proposal requested' },
  pilot_agreed: { points: 30, text: 'Pilot or trial agreed' },
  verbal_commitment: { points: 35, text: 'Verbal commitment' },
  next_step: { points: 6, text: 'Dated next step agreed' },
  objection_resolved: { points: 4, text: 'Objection resolved' },
  objection: { points: -6, most: 3, text: 'Open objection' },
  objection_again: { points: -3, text: 'The same objection again' },
  budget_blocked: { points: -8, text: 'Budget blocked' },
  budget_eased: { points: 4, text: 'Budget block weighs half: buying signals came after it' },
  competitor_active: { points: -6, text: 'Competitor active' },
  competitor_pressing: { points: -4, text: 'Competitor presses on price' },
  legal_blocker: { points: -8, text: 'Legal or procurement blocker' },
  champion_lost: { points: -12, text: 'Champion lost' },
  promise_overdue: { points: -4, text: 'Our promise is overdue' },
  negative_tone: { points: -6, text: 'Negative tone in the last interaction' },
  rejection: { points: -40, text: 'Explicit rejection' },
  silence: { points: 0, text: 'Silence' },
  superseded: { points: 0, text: 'Taken back' },
  clamp: { points: 0, text: 'The score stays between 0 and 100' },
} as const satisfies Record<string, { points: number; most?: number; text: string }>;
export type RubricRule = keyof typeof rubric;

/** Points for whole days without word from the prospect, longest first. */
export const silence = [
  { days: 60, points: -34 },
  { days: 30, points: -24 },
  { days: 14, points: -14 },
  { days: 7, points: -6 },
] as const;

/** The label of a score, and what the band means. The only place a label comes from. */
export const bands = [
  { from: 0, to: 20, label: 'Cold', meaning: 'no engagement, or long silence' },
  { from: 21, to: 40, label: 'Warming up', meaning: 'early interest, objections unresolved' },
  { from: 41, to: 60, label: 'Engaged', meaning: 'active conversations, some positive signals' },
  { from: 61, to: 80, label: 'Hot', meaning: 'strong signals, near a decision' },
  { from: 81, to: 100, label: 'Closing', meaning: 'verbal commitment or trial agreed' },
] as const;

/** Momentum: points between now and two interactions ago that count as a move. */
export const momentumThreshold = 3;

/** Confidence by how many interactions memory holds; one step lower after so many days. */
export const confidenceFrom = { medium: 3, high: 6, staleAfterDays: 60 } as const;

/** What the score is, for every place that shows one. */
export const scoreMeaning =
  'A reading of the conversation so far by a published rubric, not a probability.';

/** @returns the rubric as Markdown, for the documentation and the prompt. */
export function rubricMarkdown(): string {
  const rows = Object.values(rubric)
    .filter(({ points }) => points !== 0)
    .map(({ points, text, ...row }) => {
      const most = 'most' in row ? ` (at most ${row.most})` : '';
      return `| ${text}${most} | ${points > 0 ? '+' : '−'}${Math.abs(points)} |`;
    });
  const quiet = silence.map(({ days, points }) => `| ${days} days of silence | −${-points} |`);
  return ['| what | points |', '| --- | ---: |', ...rows, ...quiet.reverse()].join('\n');
}
