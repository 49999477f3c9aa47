import { z } from 'zod';

/** What a call ended with. `none` is a log without an outcome. */
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

/**
 * One remembered conversation with one prospect, in the rep's own words.
 *
 * `id` is the document id in memory and what evidence points at; `at` is when it happened
 * (ISO 8601, UTC); `pending` marks a log that still waits in the outbox.
 */
export const interactionSchema = z.object({
  id: z.string().min(1),
  at: z.iso.datetime({ offset: true }),
  outcome: z.enum(outcomes).catch('none'),
  summary: z.string(),
  prospect: z.string(),
  email: z.string().optional(),
  company: z.string().optional(),
  type: z.enum(interactionTypes).catch('call_log'),
  rep: z.string().optional(),
  url: z.string().optional(),
  pending: z.boolean().optional(),
});
export type Interaction = z.infer<typeof interactionSchema>;
