import { z } from 'zod';
import { type SignalKind, signalKinds, topics } from './rubric';

/** Goes up whenever the shape of the answer changes. */
export const answerVersion = 1;

const signalKindSchema = z.enum(Object.keys(signalKinds) as [SignalKind, ...SignalKind[]]);
const claimSchema = z.object({ text: z.string(), memory_ids: z.array(z.string()) });

/**
 * What a model is asked to return: what it found, and the wording of risk and advice. No score, no
 * label, no date arithmetic. Flat and small, every property required, so that servers which compile
 * a schema into a grammar accept it.
 */
export const answerSchema = z.object({
  signals: z.array(
    z.object({
      kind: signalKindSchema,
      topic: z.enum(topics).nullable(),
      memory_id: z.string(),
      /** The memory's day (YYYY-MM-DD), as the model read it: a slip here shows a mixed-up memory. */
      date: z.string().nullable(),
      quote: z.string(),
      /** The day that the quote names for a promise, a decision or a next step (YYYY-MM-DD). */
      due: z.string().nullable(),
    }),
  ),
  risk: claimSchema.nullable(),
  action: claimSchema.nullable(),
});

/** One signal as a model may write it: any words for kind and topic, grounding decides. */
export const writtenSignalSchema = z.object({
  kind: z.string(),
  topic: z.string().nullish(),
  memory_id: z.string(),
  date: z.string().nullish(),
  quote: z.string(),
  due: z.string().nullish(),
});
export type WrittenSignal = z.infer<typeof writtenSignalSchema>;

/** Risk or advice as a model may write it. */
export const writtenClaimSchema = claimSchema.nullish();
export type WrittenClaim = z.infer<typeof writtenClaimSchema>;

/** @returns the JSON schema of the answer, fit for strict structured output. */
export function answerJsonSchema(): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(answerSchema);
  return schema;
}
