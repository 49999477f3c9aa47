import { z } from 'zod';
import { type Model, type ModelAnswer, ModelError, type ModelReason } from './port';

/** A question to the memory server's own model, as its `reflect` endpoint takes it. */
export interface ReflectQuestion {
  query: string;
  response_schema: Record<string, unknown>;
  tags: string[];
  tags_match: 'all_strict';
  budget: 'low';
  max_tokens: number;
}

/** Sends a question to one bank. @returns the body of the answer, unchecked. */
export type AskReflect = (question: ReflectQuestion, signal: AbortSignal) => Promise<unknown>;

/** Room for the answer, in tokens. */
const roomTokens = 8_192;
/** Reflecting means several rounds of searching before the answer. */
const usualTimeoutMs = 120_000;

const reflectionSchema = z.object({
  text: z.string().nullish(),
  structured_output: z.record(z.string(), z.unknown()).nullish(),
  usage: z
    .object({ input_tokens: z.number().optional(), output_tokens: z.number().optional() })
    .nullish(),
});

/** What a failure of memory means for its model. */
const reasons: Record<string, ModelReason> = {
  unreachable: 'unreachable',
  refused: 'refused',
  not_configured: 'no_key',
};

function failure(error: unknown): { reason: ModelReason; detail: string } {
  const { reason, detail, message } = error as {
    reason?: unknown;
    detail?: unknown;
    message?: unknown;
  };
  return {
    reason: reasons[String(reason)] ?? 'unavailable',
    detail: String(detail || message || error),
  };
}

/**
 * The model that the memory server itself runs on. The logs stand in the question; what the server
 * looks up besides is kept to the same person by tags.
 *
 * @param tags tags that every memory of the prospect has
 */
export function hindsightModel(
  reflect: AskReflect,
  tags: string[],
  timeoutMs = usualTimeoutMs,
): Model {
  return {
    name: 'hindsight',
    async complete({ messages, schema, signal }): Promise<ModelAnswer> {
      // Without tags the server would search everybody's memories.
      if (tags.length === 0) throw new ModelError('hindsight', 'unavailable');
      const began = performance.now();
      const limit = AbortSignal.timeout(timeoutMs);
      const both = AbortSignal.any([signal, limit]);
      let answer: unknown;
      try {
        both.throwIfAborted();
        answer = await reflect(
          {
            query: messages.map(({ content }) => content).join('\n\n'),
            response_schema: schema,
            tags,
            tags_match: 'all_strict',
            budget: 'low',
            max_tokens: roomTokens,
          },
          both,
        );
      } catch (error) {
        if (signal.aborted) throw new ModelError('hindsight', 'aborted', { cause: error });
        if (limit.aborted) throw new ModelError('hindsight', 'timeout', { cause: error });
        const { reason, detail } = failure(error);
        throw new ModelError('hindsight', reason, { detail, cause: error });
      }
      const parsed = reflectionSchema.safeParse(answer);
      if (!parsed.success)
        throw new ModelError('hindsight', 'unavailable', { cause: parsed.error });
      const { text, structured_output: structured, usage } = parsed.data;
      const written = structured ? JSON.stringify(structured) : (text ?? '');
      if (written.trim() === '') throw new ModelError('hindsight', 'empty');
      const { input_tokens: promptTokens, output_tokens: completionTokens } = usage ?? {};
      return {
        text: written,
        usage:
          promptTokens === undefined || completionTokens === undefined
            ? null
            : { promptTokens, completionTokens },
        ms: Math.round(performance.now() - began),
        model: 'hindsight',
      };
    },
  };
}
