import { z } from 'zod';
import { interactionTypes, outcomes } from './outcomes';

export { type InteractionType, interactionTypes, type Outcome, outcomes } from './outcomes';

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
