import { z } from 'zod';
import { carefulFetch } from '../careful-fetch';
import { retryAfterSeconds, withPatience } from './patience';
import { type Model, type ModelAnswer, ModelError, type ModelRequest } from './port';

/** How to reach a server that speaks OpenAI's chat protocol. Local ones need no key. */
export interface OpenAiCompatibleSettings {
  /** Address up to and including the version, e.g. `http://localhost:11434/v1`. */
  baseUrl: string;
  apiKey: string;
  model: string;
  timeoutMs?: number;
}

/** A local model on a plain machine takes its time. */
const usualTimeoutMs = 60_000;

const answerSchema = z.object({
  model: z.string().optional(),
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish(),
});
type Answer = z.infer<typeof answerSchema>;

const fail = (...[reason, more]: ErrorParts) => new ModelError('openai_compatible', reason, more);
type ErrorParts = [
  ModelError['reason'],
  { detail?: string; retryAfterSeconds?: number | null; cause?: unknown }?,
];

/** @throws ModelError where the address is none that may be asked. */
function endpointOf(baseUrl: string, call: 'chat/completions' | 'models'): string {
  if (baseUrl === '') throw fail('no_key');
  const address = `${baseUrl.replace(/\/+$/, '')}/${call}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw fail('unreachable', { detail: 'The address is no http(s) address.' });
  }
  return url.href;
}

const authorized = (apiKey: string): Record<string, string> =>
  apiKey ? { authorization: `Bearer ${apiKey}` } : {};

/** How the answer's form is asked for, the strictest first; not every server knows each. */
const formats = ['json_schema', 'json_object', 'none'] as const;
type Format = (typeof formats)[number];

function formatOf(format: Format, { name, schema }: ModelRequest): object {
  if (format === 'none') return {};
  if (format === 'json_object') return { response_format: { type: 'json_object' } };
  return {
    response_format: { type: 'json_schema', json_schema: { name, strict: true, schema } },
  };
}

function errorOf(response: Response, detail: string): ModelError {
  const { status } = response;
  if (status === 401 || status === 403) return fail('refused', { detail });
  if (status === 404 || /model.{0,80}(?:not found|does not exist|decommissioned)/i.test(detail)) {
    return fail(/model/i.test(detail) ? 'model_gone' : 'unavailable', { detail });
  }
  if (status === 429) {
    const seconds = retryAfterSeconds(response.headers.get('retry-after'), Date.now());
    return fail('rate_limited', { detail, retryAfterSeconds: seconds });
  }
  return fail('unavailable', { detail: `${status} ${detail}` });
}

/**
 * Any model behind OpenAI's chat protocol: a company's own, or a local one. Asks for a strict schema,
 * and settles for JSON of any shape, or for plain text, where the server refuses that.
 */
export function openAiCompatibleModel(settings: OpenAiCompatibleSettings): Model {
  async function post(request: ModelRequest, format: Format): Promise<Answer | 'refused_format'> {
    const { apiKey, model, timeoutMs = usualTimeoutMs } = settings;
    const limit = AbortSignal.timeout(timeoutMs);
    const failed = (cause: unknown) => {
      const detail = cause instanceof Error ? cause.message : String(cause);
      if (request.signal.aborted) return fail('aborted', { cause });
      return fail(limit.aborted ? 'timeout' : 'unreachable', { cause, detail });
    };
    if (model === '') throw fail('no_key');
    const endpoint = endpointOf(settings.baseUrl, 'chat/completions');
    let response: Response;
    let body: string;
    try {
      response = await carefulFetch(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...authorized(apiKey) },
        body: JSON.stringify({
          model,
          messages: request.messages,
          temperature: 0,
          ...formatOf(format, request),
        }),
        signal: AbortSignal.any([request.signal, limit]),
      });
      body = await response.text();
    } catch (error) {
      throw failed(error);
    }
    if (!response.ok) {
      const aboutFormat = /response_format|json_schema|json_object|schema|grammar/i.test(body);
      const unwanted = response.status === 400 || response.status === 422;
      if (unwanted && aboutFormat && format !== 'none') return 'refused_format';
      throw errorOf(response, body);
    }
    try {
      return answerSchema.parse(JSON.parse(body));
    } catch (error) {
      throw fail('unavailable', { cause: error, detail: 'Not an answer of this protocol.' });
    }
  }

  async function inSomeFormat(request: ModelRequest): Promise<Answer> {
    for (const format of formats) {
      const answer = await post(request, format);
      if (answer !== 'refused_format') return answer;
    }
    throw fail('unavailable');
  }

  return {
    name: 'openai_compatible',
    async complete(request): Promise<ModelAnswer> {
      const began = performance.now();
      for (let tries = 0; tries < 2; tries += 1) {
        const { choices, usage, model } = await withPatience(() => inSomeFormat(request), request);
        const text = choices[0]?.message.content ?? '';
        if (text.trim() === '') continue;
        return {
          text,
          usage: usage
            ? { promptTokens: usage.prompt_tokens, completionTokens: usage.completion_tokens }
            : null,
          ms: Math.round(performance.now() - began),
          model: model ?? settings.model,
        };
      }
      throw fail('empty');
    },
  };
}

const listSchema = z.object({ data: z.array(z.object({ id: z.string().max(200) })).max(5_000) });

/** How long a list may take, in milliseconds. */
const listTimeoutMs = 15_000;

/**
 * The models that a server has now, by name.
 *
 * @throws ModelError
 */
export async function listOpenAiModels({
  baseUrl,
  apiKey,
}: Pick<OpenAiCompatibleSettings, 'baseUrl' | 'apiKey'>): Promise<string[]> {
  const endpoint = endpointOf(baseUrl, 'models');
  const limit = AbortSignal.timeout(listTimeoutMs);
  let response: Response;
  let body: string;
  try {
    response = await carefulFetch(endpoint, { headers: authorized(apiKey), signal: limit });
    body = await response.text();
  } catch (cause) {
    throw fail(limit.aborted ? 'timeout' : 'unreachable', { cause });
  }
  if (!response.ok) throw errorOf(response, body);
  try {
    const { data } = listSchema.parse(JSON.parse(body));
    return [...new Set(data.map(({ id }) => id))].sort();
  } catch (cause) {
    throw fail('unavailable', { cause, detail: 'Not a list of this protocol.' });
  }
}
