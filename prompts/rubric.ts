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

/** How each topic is called in a sentence. */
export const topicNames: Record<Topic, string> = {
  budget: 'budget',
  price: 'price',
  timing: 'timing',
  onboarding: 'onboarding',
  migration: 'data migration',
  security: 'security',
  integration: 'integration',
  reliability: 'reliability',
  features: 'features',
  support: 'support',
  contract: 'contract terms',
  adoption: 'adoption by the team',
  authority: 'sign-off',
  value: 'business value',
  references: 'references',
  other: 'another matter',
};

/**
 * Every kind of signal: what it means, which way it points, and whether it is about a topic (one of
 * `topics`) or about none. A reader may use no other.
 */
export const signalKinds = {
  engaged: {
    polarity: 'positive',
    topical: true,
    meaning: 'The prospect asks, replies, requests, shows up or takes part.',
  },
  need_confirmed: {
    polarity: 'positive',
    topical: true,
    meaning: 'The prospect confirms a problem that the product solves.',
  },
  positive_reaction: {
    polarity: 'positive',
    topical: true,
    meaning: 'The prospect liked something that was shown or sent.',
  },
  champion: {
    polarity: 'positive',
    topical: false,
    meaning: 'Somebody on their side speaks for us inside.',
  },
  champion_lost: {
    polarity: 'negative',
    topical: false,
    meaning: 'The champion left, changed jobs or turned against it.',
  },
  decision_maker: {
    polarity: 'positive',
    topical: false,
    meaning: 'Somebody with authority to decide takes part.',
  },
  budget_confirmed: {
    polarity: 'positive',
    topical: false,
    meaning: 'Money for it is approved, confirmed or released.',
  },
  budget_blocked: {
    polarity: 'negative',
    topical: false,
    meaning: 'No money now: frozen, cut, not approved.',
  },
  date_set: {
    polarity: 'positive',
    topical: false,
    meaning: 'A decision or go-live date is named.',
  },
  pilot_requested: {
    polarity: 'positive',
    topical: false,
    meaning: 'The prospect asks for a pilot, trial, proof of concept, proposal or quote.',
  },
  pilot_agreed: {
    polarity: 'positive',
    topical: false,
    meaning: 'A pilot or trial is agreed, scheduled or running.',
  },
  verbal_commitment: {
    polarity: 'positive',
    topical: false,
    meaning: 'The prospect says yes to the deal, without a condition.',
  },
  next_step: {
    polarity: 'positive',
    topical: false,
    meaning: 'A dated next step is agreed.',
  },
  objection: {
    polarity: 'negative',
    topical: true,
    meaning: 'A concern or doubt of the prospect about a topic.',
  },
  objection_resolved: {
    polarity: 'positive',
    topical: true,
    meaning: 'A concern about a topic is settled.',
  },
  competitor_active: {
    polarity: 'negative',
    topical: false,
    meaning: 'A competitor is in play.',
  },
  competitor_pressing: {
    polarity: 'negative',
    topical: false,
    meaning: 'A competitor presses, on price above all.',
  },
  competitor_out: {
    polarity: 'positive',
    topical: false,
    meaning: 'The competitor is out of the race.',
  },
  legal_blocker: {
    polarity: 'negative',
    topical: false,
    meaning: 'Legal or procurement holds it up.',
  },
  legal_cleared: {
    polarity: 'positive',
    topical: false,
    meaning: 'Legal or procurement is done.',
  },
  decision_process: {
    polarity: 'neutral',
    topical: false,
    meaning: 'Who decides, how, and on what condition.',
  },
  promise_ours: {
    polarity: 'neutral',
    topical: true,
    meaning: 'We promised to do or send something.',
  },
  promise_theirs: {
    polarity: 'neutral',
    topical: true,
    meaning: 'They promised to do or send something.',
  },
  covered_pitched: {
    polarity: 'neutral',
    topical: true,
    meaning: 'We presented or explained something.',
  },
  covered_sent: {
    polarity: 'neutral',
    topical: true,
    meaning: 'We sent something.',
  },
  covered_demoed: {
    polarity: 'neutral',
    topical: true,
    meaning: 'We showed the product.',
  },
  covered_answered: {
    polarity: 'neutral',
    topical: true,
    meaning: 'We answered a question or concern.',
  },
  pricing_discussed: {
    polarity: 'neutral',
    topical: false,
    meaning: 'Price was talked about.',
  },
  positive_tone: {
    polarity: 'positive',
    topical: false,
    meaning: 'The mood was good.',
  },
  negative_tone: {
    polarity: 'negative',
    topical: false,
    meaning: 'The mood was bad.',
  },
  no_answer: {
    polarity: 'negative',
    topical: false,
    meaning: 'We tried to reach them and they did not answer.',
  },
  rejection: {
    polarity: 'negative',
    topical: false,
    meaning: 'They said no to the deal.',
  },
} as const satisfies Record<
  string,
  { polarity: 'positive' | 'negative' | 'neutral'; topical: boolean; meaning: string }
>;
export type SignalKind = keyof typeof signalKinds;

/** Points of each row. A row with `most` counts at most so many times. */
export const rubric = {
  start_unknown: { points: 10, text: 'Nobody spoken to yet' },
  start: { points: 20, text: 'First interaction logged' },
  engaged: { points: 20, text: 'Engaged: asks, replies or shows up' },
  need_confirmed: { points: 8, text: 'Need confirmed' },
  positive_reaction: { points: 4, most: 2, text: 'Positive reaction to something shown or sent' },
  authority: { points: 4, text: 'Champion or decision-maker involved' },
  budget_confirmed: { points: 12, text: 'Budget confirmed' },
  date_set: { points: 8, text: 'Decision or go-live date set' },
  pilot_requested: { points: 10, text: 'Pilot, trial or proposal requested' },
  pilot_agreed: { points: 24, text: 'Pilot or trial agreed' },
  verbal_commitment: { points: 35, text: 'Verbal commitment' },
  next_step: { points: 6, text: 'Dated next step agreed' },
  objection_resolved: { points: 4, text: 'Objection resolved' },
  objection: { points: -6, most: 3, text: 'Open objection' },
  objection_again: { points: -3, most: 3, text: 'The same objection again' },
  budget_blocked: { points: -8, text: 'Budget blocked' },
  budget_eased: { points: 4, text: 'Budget block weighs half: buying signals came after it' },
  competitor_active: { points: -6, text: 'Competitor active' },
  competitor_pressing: { points: -4, text: 'Competitor presses on price' },
  legal_blocker: { points: -8, text: 'Legal or procurement blocker' },
  champion_lost: { points: -12, text: 'Champion lost' },
  promise_overdue: { points: -4, most: 3, text: 'Our promise is overdue' },
  negative_tone: { points: -6, text: 'Negative tone in the last interaction' },
  rejection: { points: -40, text: 'Explicit rejection' },
  silence: { points: 0, text: 'Silence' },
  superseded: { points: 0, text: 'Taken back' },
  clamp: { points: 0, text: 'The score stays between 0 and 100' },
} as const satisfies Record<string, { points: number; most?: number; text: string }>;
export type RubricRule = keyof typeof rubric;

/**
 * Days after the last word within which an agreed date still excuses silence: who has said when they
 * decide doesn't owe a call before.
 */
export const excusedDays = 30;

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

/**
 * Momentum: points that count as a move between now and two interactions ago, that is, right after
 * the last but two; in a shorter history, after the first.
 */
export const momentumThreshold = 3;

/** Confidence by how many interactions memory holds; one step lower after so many days. */
export const confidenceFrom = { medium: 3, high: 6, staleAfterDays: 60 } as const;

/** What the score is, for every place that shows one. */
export const scoreMeaning =
  'A reading of the conversation so far by a published rubric, not a probability.';

/** @returns points with a sign that lines up in a table ("+6", "−6"). */
export function signed(points: number): string {
  return points < 0 ? `−${-points}` : `+${points}`;
}

/** @returns the whole rubric as Markdown, for the documentation and the prompt. */
export function rubricMarkdown(): string {
  const rows = Object.values(rubric)
    .filter(({ points }) => points !== 0)
    .map((row) => {
      const most = 'most' in row ? ` (at most ${row.most})` : '';
      return `| ${row.text}${most} | ${signed(row.points)} |`;
    });
  const quiet = [...silence]
    .reverse()
    .map(({ days, points }) => `| ${days} days of silence | ${signed(points)} |`);
  const labels = bands.map(
    ({ from, to, label, meaning }) => `| ${from}–${to} | ${label} | ${meaning} |`,
  );
  const kinds = Object.entries(signalKinds).map(
    ([kind, { polarity, topical, meaning }]) =>
      `| \`${kind}\` | ${polarity} | ${topical ? 'yes' : 'no'} | ${meaning} |`,
  );
  return [
    scoreMeaning,
    ['| what | points |', '| --- | ---: |', ...rows, ...quiet].join('\n'),
    ['| score | label | meaning |', '| --- | --- | --- |', ...labels].join('\n'),
    `Momentum compares the score now with the score two interactions ago: ${momentumThreshold} points or more are a move.`,
    `Silence counts from when the prospect was last heard. While a date that they agreed lies ahead, at most ${excusedDays} days after that, it doesn’t count.`,
    `Confidence is Low, from ${confidenceFrom.medium} interactions Medium, from ${confidenceFrom.high} High; one step lower when the newest is over ${confidenceFrom.staleAfterDays} days old.`,
    ['| signal | points to | has a topic | meaning |', '| --- | --- | --- | --- |', ...kinds].join(
      '\n',
    ),
    `Topics: ${topics.join(', ')}.`,
  ].join('\n\n');
}
