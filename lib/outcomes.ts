// Apart from the schemas of `lib/interaction`, whose library would weigh more than a page that only
// needs the names.

/** What a call ended with, in the order a screen offers it. `none` is a log without an outcome. */
export const outcomes = [
  'none',
  'positive',
  'neutral',
  'negative',
  'objection',
  'follow_up',
  'demo',
  'proposal',
  'pilot',
  'no_answer',
  'won',
  'lost',
] as const;
export type Outcome = (typeof outcomes)[number];

/** What kind of memory an interaction is: a logged call, a remembered passage, or an import. */
export const interactionTypes = ['call_log', 'note', 'import'] as const;
export type InteractionType = (typeof interactionTypes)[number];
