import { z } from 'zod';
import { prospectKey } from '../../identity/key';
import { type Interaction, interactionSchema } from '../../interaction';
import { prospectOf } from '../record';

/** One log that waits, as the browser's storage holds it. */
export const itemSchema = z.object({
  interaction: interactionSchema,
  /** Under which the server knows the delivery; a second attempt under it is the same one. */
  operation: z.uuid(),
  /** Deliveries of earlier wordings, which must have ended before this one is handed over. */
  earlier: z.array(z.uuid()).default([]),
  /** Words a log anew that the server may hold, though nothing here was handed over. */
  rewords: z.boolean().default(false),
  /** How often it was handed over, also where the worker was killed before it knew what became of it. */
  attempts: z.number().int().min(0),
  /** How often that failed. */
  failures: z.number().int().min(0).default(0),
  /** Before this moment (ms since 1970) it isn't tried again. */
  notBefore: z.number(),
  problem: z.object({ reason: z.string(), message: z.string() }).nullable(),
  /** Taken back after it was handed over: it stays until the server is known not to hold it. */
  undone: z.boolean().default(false),
  /** When it was last worded or taken back (ms since 1970); 0: by a version that didn't note it. */
  changedAt: z.number().default(0),
});
export type OutboxItem = z.infer<typeof itemSchema>;

/** Failures that no repetition mends: somebody has to act. */
const needsYou = new Set(['refused', 'no_bank', 'not_configured', 'not_allowed']);

/** @returns whether a log waits for somebody to act, rather than for the server. */
export function needsSomebody({ problem }: OutboxItem): boolean {
  return problem !== null && needsYou.has(problem.reason);
}

/** @returns whether the server may hold a log, in whatever words. */
export function mayBeThere({ attempts, earlier, rewords }: OutboxItem): boolean {
  return attempts > 0 || earlier.length > 0 || rewords;
}

/** @returns the log itself. */
export const logOf = ({ interaction }: OutboxItem): Interaction => interaction;

/** @returns the ids of some logs. */
export const idsOf = (items: readonly OutboxItem[]): Set<string> =>
  new Set(items.map(({ interaction }) => interaction.id));

/** @returns the key of whom a log is about. */
export const personOf = ({ interaction }: OutboxItem): string =>
  prospectKey(prospectOf(interaction));
