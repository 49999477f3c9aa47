import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { groqModel, listGroqModels } from '../../../lib/models/groq';
import { ModelError, type ModelRequest } from '../../../lib/models/port';
import { answerJsonSchema } from '../../../prompts/answer';
import {
  type GroqServer,
  groqErrors,
  startGroqServer,
  tooLarge,
  tooMany,
} from '../../fakes/groq-server';

let server: GroqServer;

beforeAll(async () => {
  server = await startGroqServer();
});
afterAll(() => server.close());
beforeEach(() => server.behave());

const key = 'gsk_test_secret';

function complete(
  over: Partial<ModelRequest> = {},
  settings: Partial<Parameters<typeof groqModel>[0]> = {},
) {
  const model = groqModel({
    apiKey: key,
    model: 'openai/gpt-oss-120b',
    baseUrl: server.url,
    timeoutMs: 2_000,
    ...settings,
  });
  return model.complete({
    messages: [
      { role: 'system', content: 'rules' },
      { role: 'user', content: 'memories' },
    ],
    schema: answerJsonSchema(),
    name: 'brief',
    signal: new AbortController().signal,
    ...over,
  });
}

async function failureOf(promise: Promise<unknown>): Promise<ModelError> {
  const error = await promise.then(
    () => new Error('it answered'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ModelError)) throw error;
  expect(`${error.message} ${error.detail}`).not.toContain(key);
  expect(error.message).toContain('The basic brief stands.');
  return error;
}

describe('an answer', () => {
  it('is asked for under a strict schema, at low effort, with room', async () => {
    server.behave({ kind: 'answer', content: '{"signals":[]}' });
    const answer = await complete();
    expect(answer).toMatchObject({
      text: '{"signals":[]}',
      usage: { promptTokens: 1000, completionTokens: 200 },
      model: 'openai/gpt-oss-120b',
    });
    expect(answer.ms).toBeGreaterThanOrEqual(0);
    const [{ body, path, authorization } = { body: null, path: '', authorization: '' }] =
      server.seen;
    expect(path).toBe('/openai/v1/chat/completions');
    expect(authorization).toBe(`Bearer ${key}`);
    expect(body).toMatchObject({
      reasoning_effort: 'low',
      include_reasoning: false,
      response_format: { type: 'json_schema', json_schema: { name: 'brief', strict: true } },
    });
    expect(body.response_format.json_schema.schema).toEqual(answerJsonSchema());
    expect(body.max_completion_tokens).toBeGreaterThanOrEqual(4_000);
    expect(body).not.toHaveProperty('max_tokens');
    expect(body).not.toHaveProperty('reasoning_format');
  });

  it('is asked for as plain JSON from a model that has no strict schema', async () => {
    server.behave({ kind: 'answer', content: '{}' });
    await complete({}, { model: 'meta/other' });
    const body = server.seen[0]?.body;
    expect(body.response_format).toEqual({ type: 'json_object' });
    expect(body).not.toHaveProperty('reasoning_effort');
    expect(body).not.toHaveProperty('include_reasoning');
  });

  it('comes without usage where the server doesn’t tell', async () => {
    server.behave({ kind: 'answer', content: '{}', usage: false });
    expect((await complete()).usage).toBeNull();
  });

  it.each([
    ['empty', { kind: 'answer', content: '' } as const],
    ['null', { kind: 'answer', content: null, finish: 'length' } as const],
    ['cut off', { kind: 'answer', content: '{"sig', finish: 'length' } as const],
  ])('that is %s is asked for once more, with more room', async (_, first) => {
    server.behave(first, { kind: 'answer', content: '{"signals":[]}' });
    const answer = await complete();
    expect(answer.text).toBe('{"signals":[]}');
    expect(answer.usage).toEqual({ promptTokens: 2000, completionTokens: 400 });
    const rooms = server.seen.map(({ body }) => body.max_completion_tokens);
    expect(rooms).toHaveLength(2);
    expect(rooms[1]).toBe(2 * rooms[0]);
  });

  it('that stays empty is an error, after two tries', async () => {
    server.behave({ kind: 'answer', content: '' });
    expect((await failureOf(complete())).reason).toBe('empty');
    expect(server.seen).toHaveLength(2);
  });

  it('comes without a schema where Groq refuses the schema', async () => {
    server.behave(groqErrors.schemaRefused, { kind: 'answer', content: '{"signals":[]}' });
    expect((await complete()).text).toBe('{"signals":[]}');
    expect(server.seen.map(({ body }) => body.response_format.type)).toEqual([
      'json_schema',
      'json_object',
    ]);
  });
});

describe('a failure', () => {
  it.each([
    ['a wrong key', groqErrors.badKey, 'refused'],
    ['an unknown model', groqErrors.noSuchModel, 'model_gone'],
    ['a model that was taken away', groqErrors.decommissioned, 'model_gone'],
    ['an answer outside the schema', groqErrors.outsideSchema, 'invalid'],
    ['a server in trouble', groqErrors.down, 'unavailable'],
    ['a dropped connection', { kind: 'drop' } as const, 'unreachable'],
    ['a connection dropped midway', { kind: 'drop_midway' } as const, 'unreachable'],
    [
      'a body that is no JSON',
      { kind: 'raw', status: 200, text: '<html>' } as const,
      'unavailable',
    ],
  ])('%s is told apart, and asked for once', async (_, behaviour, reason) => {
    server.behave(behaviour);
    expect((await failureOf(complete())).reason).toBe(reason);
    expect(server.seen).toHaveLength(1);
  });

  it('no key: nothing is sent', async () => {
    expect((await failureOf(complete({}, { apiKey: '' }))).reason).toBe('no_key');
    expect(server.seen).toHaveLength(0);
  });

  it.each(['hang', 'stall_midway'] as const)('a server that does %s ends in time', async (kind) => {
    server.behave({ kind });
    expect((await failureOf(complete({}, { timeoutMs: 800 }))).reason).toBe('timeout');
    expect(server.seen).toHaveLength(1);
  });

  it('an address where nobody listens', async () => {
    const error = await failureOf(complete({}, { baseUrl: 'http://127.0.0.1:1' }));
    expect(error.reason).toBe('unreachable');
  });

  it('an abort ends the request, before and while it runs', async () => {
    server.behave({ kind: 'hang' });
    const controller = new AbortController();
    const running = failureOf(complete({ signal: controller.signal }));
    setTimeout(() => controller.abort(), 50);
    expect((await running).reason).toBe('aborted');
    const before = server.seen.length;
    expect((await failureOf(complete({ signal: controller.signal }))).reason).toBe('aborted');
    expect(server.seen).toHaveLength(before);
  });
});

describe('too many requests', () => {
  it('waits as long as Groq asks, and says so', async () => {
    server.behave(tooMany('0.2'), { kind: 'answer', content: '{"signals":[]}' });
    const waits: number[] = [];
    const began = performance.now();
    const answer = await complete({ onWait: (seconds) => waits.push(seconds) });
    expect(answer.text).toBe('{"signals":[]}');
    expect(performance.now() - began).toBeGreaterThanOrEqual(190);
    expect(waits).toEqual([1]);
  });

  it('doesn’t wait longer than a rep would, and says when to come back', async () => {
    server.behave(tooMany('300'));
    const error = await failureOf(complete());
    expect(error).toMatchObject({ reason: 'rate_limited', retryAfterSeconds: 300 });
    expect(error.message).toContain('Try again in 5 minutes.');
    expect(server.seen).toHaveLength(1);
  });

  it('gives up after two waits', async () => {
    server.behave(tooMany('0.01'));
    expect((await failureOf(complete())).reason).toBe('rate_limited');
    expect(server.seen).toHaveLength(3);
  });

  it('stops waiting on an abort', async () => {
    server.behave(tooMany('15'));
    const controller = new AbortController();
    const running = failureOf(
      complete({
        signal: controller.signal,
        onWait: () => setTimeout(() => controller.abort(), 20),
      }),
    );
    expect((await running).reason).toBe('aborted');
    expect(server.seen).toHaveLength(1);
  });
});

describe('a request that is too large for the plan', () => {
  it('gives up room that the plan doesn’t have', async () => {
    server.behave(tooLarge(8000, 9000), { kind: 'answer', content: '{"signals":[]}' });
    expect((await complete()).text).toBe('{"signals":[]}');
    const [wide = 0, narrow = 0] = server.seen.map(({ body }) => body.max_completion_tokens);
    expect(narrow).toBeLessThanOrEqual(wide - 1000);
    expect(narrow).toBeGreaterThan(1000);
  });

  it('says how much too long the prompt is, where room alone doesn’t do', async () => {
    server.behave(tooLarge(8000, 14_000));
    const error = await failureOf(complete());
    expect(error.reason).toBe('unavailable');
    expect(error.tokensOver).toBeGreaterThan(3_000);
    expect(error.tokensOver).toBeLessThan(6_000);
    expect(server.seen).toHaveLength(1);
  });
});

describe('the list of models', () => {
  it('holds what Groq has now and can write', async () => {
    expect(await listGroqModels({ apiKey: key, baseUrl: server.url })).toEqual([
      'openai/gpt-oss-120b',
      'openai/gpt-oss-20b',
    ]);
  });

  it('says what is wrong with the key', async () => {
    server.behave(groqErrors.badKey);
    const error = await failureOf(listGroqModels({ apiKey: key, baseUrl: server.url }));
    expect(error.reason).toBe('refused');
  });
});
