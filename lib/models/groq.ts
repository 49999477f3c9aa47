import Groq from 'groq-sdk';
import type { ChatCompletionCreateParamsNonStreaming } from 'groq-sdk/resources/chat/completions';
import { z } from 'zod';
import { carefulFetch } from '../careful-fetch';
import { retryAfterSeconds, withPatience } from './patience';
import { type Model, type ModelAnswer, ModelError, type ModelRequest } from './port';

/** How to reach Groq. `baseUrl` and `timeoutMs` have Groq's own address and half a minute. */
export interface GroqSettings {
  apiKey: string;
  model: string;
  baseUrl?: string;
  timeoutMs?: number;
}

const usualTimeoutMs = 30_000;
/**
 * Room for the answer, in tokens: some twenty signals, and the reasoning that is spent before the
 * first word. Doubled once where it was too small. No wider, since Groq counts the room against the
 * tokens of a minute before it starts, and a free plan has 8,000 of them for these models
 * (console.groq.com/docs/rate-limits).
 */
const roomTokens = 4_096;
/** With less, an answer about a deal of some length is cut off. */
const leastRoomTokens = 1_536;
/** Groq counts tokens a little differently from call to call. */
const slackTokens = 64;

/** Models that Groq decodes under a strict schema, and that reason. */
const isGptOss = (model: string) => model.startsWith('openai/gpt-oss');

function clientOf({ apiKey, baseUrl, timeoutMs = usualTimeoutMs }: GroqSettings): Groq {
  if (apiKey === '') throw new ModelError('groq', 'no_key');
  return new Groq({
    apiKey,
    timeout: timeoutMs,
    maxRetries: 0,
    logLevel: 'off',
    fetch: carefulFetch,
    // The key is the rep's own, and lives in storage that only the extension's pages can read.
    dangerouslyAllowBrowser: true,
    ...(baseUrl ? { baseURL: baseUrl } : {}),
  });
}

/** The error's code and words, as Groq's bodies hold them: `{ error: { message, code } }`. */
function saidBy(error: InstanceType<typeof Groq.APIError>): { code: string; message: string } {
  const body = error.error as { error?: { code?: unknown; message?: unknown } } | undefined;
  const { code, message } = body?.error ?? {};
  return {
    code: typeof code === 'string' ? code : '',
    message: typeof message === 'string' ? message : error.message,
  };
}

function modelErrorOf(error: unknown, signal?: AbortSignal, limit?: AbortSignal): ModelError {
  if (error instanceof ModelError) return error;
  const fail = (
    ...[reason, more]: [ModelError['reason'], { retryAfterSeconds?: number | null }?]
  ) =>
    new ModelError('groq', reason, {
      cause: error,
      detail: error instanceof Error ? error.message : String(error),
      ...more,
    });
  if (signal?.aborted) return fail('aborted');
  if (limit?.aborted) return fail('timeout');
  if (error instanceof Groq.APIConnectionTimeoutError) return fail('timeout');
  if (error instanceof Groq.APIConnectionError) return fail('unreachable');
  // A body that is no JSON, or one that breaks off, comes as the parser's or the network's own error.
  if (error instanceof SyntaxError) return fail('unavailable');
  if (!(error instanceof Groq.APIError)) return fail('unreachable');
  const { code } = saidBy(error);
  switch (error.status) {
    case 401:
    case 403:
      return fail('refused');
    case 404:
      return fail(/model/.test(code) ? 'model_gone' : 'unavailable');
    case 429:
      return fail('rate_limited', {
        retryAfterSeconds: retryAfterSeconds(error.headers?.get('retry-after'), Date.now()),
      });
    case 400:
      if (/decommissioned|model_not/.test(code)) return fail('model_gone');
      return fail(code === 'json_validate_failed' ? 'invalid' : 'unavailable');
    default:
      return fail('unavailable');
  }
}

/** A completion as far as it is read; whatever answers in Groq's place may send anything. */
const completionSchema = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .catch([]),
  usage: z
    .object({ prompt_tokens: z.number(), completion_tokens: z.number() })
    .nullish()
    .catch(null),
  model: z.string().nullish().catch(null),
});
type Completion = z.infer<typeof completionSchema>;

function completionIn(answer: unknown): Completion {
  const read = completionSchema.safeParse(answer);
  if (read.success) return read.data;
  throw new ModelError('groq', 'unavailable', { detail: 'Not an answer of this protocol.' });
}

/** Whether Groq refuses the schema itself, not what was asked under it. */
function refusesSchema(error: unknown): boolean {
  if (!(error instanceof Groq.APIError) || error.status !== 400) return false;
  const { code, message } = saidBy(error);
  if (/json_validate_failed|model_/.test(code)) return false;
  return /response_format|json_schema|schema|grammar/i.test(message);
}

/** @returns the tokens that a request holds more than its plan has for a minute; null for others. */
function tokensTooMany(error: unknown): number | null {
  if (!(error instanceof Groq.APIError) || (error.status !== 413 && error.status !== 429)) {
    return null;
  }
  const said = /Limit (\d+), Requested (\d+)/.exec(saidBy(error).message);
  const over = said ? Number(said[2]) - Number(said[1]) : 0;
  return over > 0 ? over : null;
}

function bodyOf(
  model: string,
  { messages, schema, name }: ModelRequest,
  room: number,
  strict: boolean,
): ChatCompletionCreateParamsNonStreaming {
  return {
    model,
    messages,
    temperature: 0,
    max_completion_tokens: room,
    response_format: strict
      ? { type: 'json_schema', json_schema: { name, strict: true, schema } }
      : { type: 'json_object' },
    ...(isGptOss(model) ? { reasoning_effort: 'low', include_reasoning: false } : {}),
  };
}

/**
 * A model at Groq, through groq-sdk.
 *
 * gpt-oss answers under a strict schema, others as JSON of any shape. A 429 is waited out as Groq
 * asks, within bounds. An answer that is empty or cut off is asked for once more with twice the room;
 * a schema that is refused is left out; room that a plan doesn't have is given up, and where that isn't
 * enough, the error says by how many tokens the prompt is too long.
 */
export function groqModel(settings: GroqSettings): Model {
  return {
    name: 'groq',
    async complete(request): Promise<ModelAnswer> {
      const client = clientOf(settings);
      const { signal } = request;
      const began = performance.now();
      const used = { promptTokens: 0, completionTokens: 0 };
      let strict = isGptOss(settings.model);

      const send = async (room: number): Promise<Completion> => {
        // groq-sdk's own time-out ends with the headers; a body can stall as well.
        const limit = AbortSignal.timeout(settings.timeoutMs ?? usualTimeoutMs);
        try {
          const body = bodyOf(settings.model, request, room, strict);
          const answer = await client.chat.completions.create(body, {
            signal: AbortSignal.any([signal, limit]),
          });
          return completionIn(answer);
        } catch (error) {
          if (strict && refusesSchema(error)) {
            strict = false;
            return send(room);
          }
          const over = tokensTooMany(error);
          if (over === null) throw modelErrorOf(error, signal, limit);
          const smaller = room - over - slackTokens;
          if (smaller >= leastRoomTokens) return send(smaller);
          throw new ModelError('groq', 'unavailable', {
            cause: error,
            detail: saidBy(error as InstanceType<typeof Groq.APIError>).message,
            tokensOver: leastRoomTokens - smaller,
          });
        }
      };

      for (const room of [roomTokens, roomTokens * 2]) {
        const answer = await withPatience(() => send(room), request);
        used.promptTokens += answer.usage?.prompt_tokens ?? 0;
        used.completionTokens += answer.usage?.completion_tokens ?? 0;
        const [choice] = answer.choices;
        const text = choice?.message.content ?? '';
        const last = room > roomTokens;
        if (text.trim() !== '' && (choice?.finish_reason !== 'length' || last)) {
          return {
            text,
            usage: used.promptTokens > 0 ? used : null,
            ms: Math.round(performance.now() - began),
            model: answer.model ?? settings.model,
          };
        }
      }
      throw new ModelError('groq', 'empty');
    },
  };
}

/** Models of the list that hear, speak or judge, and can't write a brief. */
const otherTrades = /whisper|tts|guard|orpheus|playai/i;

/**
 * The models that Groq has now and that can write a brief, by name.
 *
 * @throws ModelError
 */
export async function listGroqModels(
  settings: Omit<GroqSettings, 'model'>,
  signal?: AbortSignal,
): Promise<string[]> {
  try {
    const { data } = await clientOf({ ...settings, model: '' }).models.list({ signal });
    return data
      .map(({ id }) => id)
      .filter((id) => typeof id === 'string' && !otherTrades.test(id))
      .sort();
  } catch (error) {
    throw modelErrorOf(error, signal);
  }
}
