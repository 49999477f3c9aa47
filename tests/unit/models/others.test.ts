import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { chooseModel } from '../../../lib/models/choose';
import {
  type ChromeAvailability,
  type ChromeLanguageModel,
  chromeAvailability,
  chromeModel,
} from '../../../lib/models/chrome';
import { hindsightModel, type ReflectQuestion } from '../../../lib/models/hindsight';
import { listOpenAiModels, openAiCompatibleModel } from '../../../lib/models/openai-compatible';
import type { ModelError, ModelRequest } from '../../../lib/models/port';
import { defaultModelSettings, request } from './requests';

const failure = (promise: Promise<unknown>): Promise<ModelError> =>
  promise.then(
    () => {
      throw new Error('it answered');
    },
    (error: ModelError) => error,
  );

describe('a server that speaks OpenAI’s protocol', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  type Reply = { status: number; body: string; headers?: Record<string, string> };
  // biome-ignore lint/suspicious/noExplicitAny: tests look into the body as JSON
  type Asked = { url: string; authorization: string | undefined; body: any };

  async function listening(...replies: (Reply | null)[]) {
    const asked: Asked[] = [];
    server = createServer(async (incoming, response) => {
      let text = '';
      for await (const chunk of incoming) text += chunk;
      const { authorization } = incoming.headers;
      asked.push({ url: incoming.url ?? '', authorization, body: JSON.parse(text || 'null') });
      const reply = replies[Math.min(asked.length, replies.length) - 1];
      if (!reply) return;
      response.writeHead(reply.status, reply.headers).end(reply.body);
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return { asked, baseUrl: `http://127.0.0.1:${port}/v1/` };
  }

  const answer = (content: string | null): Reply => ({
    status: 200,
    body: JSON.stringify({
      model: 'local-7b',
      choices: [{ message: { role: 'assistant', content } }],
      usage: { prompt_tokens: 10, completion_tokens: 5 },
    }),
  });
  const ask = (baseUrl: string, over: Partial<ModelRequest> = {}, apiKey = 'secret') =>
    openAiCompatibleModel({ baseUrl, apiKey, model: 'local', timeoutMs: 500 }).complete(
      request(over),
    );

  it('lists its models, by name', async () => {
    const data = [{ id: 'b', object: 'model' }, { id: 'a' }, { id: 'b' }];
    const { asked, baseUrl } = await listening({ status: 200, body: JSON.stringify({ data }) });
    expect(await listOpenAiModels({ baseUrl, apiKey: 'secret' })).toEqual(['a', 'b']);
    expect(asked).toMatchObject([{ url: '/v1/models', authorization: 'Bearer secret' }]);
  });

  it('that lists none says why', async () => {
    const noList = { status: 200, body: '<html>' };
    const { baseUrl } = await listening({ status: 401, body: 'no' }, noList);
    const list = () => failure(listOpenAiModels({ baseUrl, apiKey: '' }));
    expect((await list()).reason).toBe('refused');
    expect((await list()).reason).toBe('unavailable');
    expect((await failure(listOpenAiModels({ baseUrl: '', apiKey: '' }))).reason).toBe('no_key');
  });

  it('is asked under a strict schema and with the key', async () => {
    const { asked, baseUrl } = await listening(answer('{"a":1}'));
    expect(await ask(baseUrl)).toMatchObject({
      text: '{"a":1}',
      model: 'local-7b',
      usage: { promptTokens: 10, completionTokens: 5 },
    });
    expect(asked[0]).toMatchObject({
      url: '/v1/chat/completions',
      authorization: 'Bearer secret',
      body: { response_format: { type: 'json_schema', json_schema: { strict: true } } },
    });
  });

  it('needs no key', async () => {
    const { asked, baseUrl } = await listening(answer('{}'));
    await ask(baseUrl, {}, '');
    expect(asked[0]?.authorization).toBeUndefined();
  });

  it('may know neither schema nor JSON mode', async () => {
    const refused = { status: 400, body: '{"error":"unknown field response_format"}' };
    const { asked, baseUrl } = await listening(refused, refused, answer('{}'));
    expect((await ask(baseUrl)).text).toBe('{}');
    expect(asked.map(({ body }) => body.response_format?.type)).toEqual([
      'json_schema',
      'json_object',
      undefined,
    ]);
  });

  it.each<[string, Reply | null, string]>([
    ['a wrong key', { status: 401, body: '{}' }, 'refused'],
    ['an unknown model', { status: 404, body: '{"error":"model local not found"}' }, 'model_gone'],
    ['a wrong path', { status: 404, body: 'no such page' }, 'unavailable'],
    ['trouble', { status: 500, body: 'oops' }, 'unavailable'],
    ['another protocol', { status: 200, body: '<html>' }, 'unavailable'],
    ['an answer without choices', { status: 200, body: '{"choices":[]}' }, 'unavailable'],
    ['emptiness', answer(null), 'empty'],
    ['a long wait', { status: 429, body: '{}', headers: { 'retry-after': '600' } }, 'rate_limited'],
    ['no answer', null, 'timeout'],
    [
      'a redirect',
      { status: 302, body: '', headers: { location: 'http://127.0.0.1:1/' } },
      'unreachable',
    ],
  ])('%s is told apart', async (_, reply, reason) => {
    const { baseUrl } = await listening(reply);
    const error = await failure(ask(baseUrl));
    expect(error.reason).toBe(reason);
    expect(`${error.message}${error.detail}`).not.toContain('secret');
  });

  it.each([
    ['', 'no_key'],
    ['ftp://somewhere', 'unreachable'],
    ['no address', 'unreachable'],
    ['http://127.0.0.1:1', 'unreachable'],
  ])('the address "%s" is %s', async (baseUrl, reason) => {
    expect((await failure(ask(baseUrl))).reason).toBe(reason);
  });

  it('ends on an abort', async () => {
    const { baseUrl } = await listening(null);
    const controller = new AbortController();
    const running = failure(ask(baseUrl, { signal: controller.signal }));
    setTimeout(() => controller.abort(), 30);
    expect((await running).reason).toBe('aborted');
  });
});

describe('Chrome’s built-in model', () => {
  function chrome(
    availability: ChromeAvailability,
    prompt: (input: string, options: { signal: AbortSignal }) => Promise<string> = async () => '{}',
  ) {
    const seen = { created: [] as object[], prompts: [] as object[], destroyed: 0 };
    const languageModel: ChromeLanguageModel = {
      availability: async () => availability,
      create: async (options) => {
        seen.created.push(options);
        return {
          prompt: (input, more) => {
            seen.prompts.push({ input, ...more });
            return prompt(input, more);
          },
          destroy: () => {
            seen.destroyed += 1;
          },
        };
      },
    };
    return { languageModel, seen };
  }

  it('is asked with the schema as constraint, and its session ends', async () => {
    const { languageModel, seen } = chrome('available', async () => '{"signals":[]}');
    const asked = request();
    const answer = await chromeModel(languageModel).complete(asked);
    expect(answer).toMatchObject({ text: '{"signals":[]}', usage: null });
    expect(seen.created[0]).toMatchObject({ initialPrompts: asked.messages.slice(0, -1) });
    expect(seen.prompts[0]).toMatchObject({
      input: asked.messages.at(-1)?.content,
      responseConstraint: asked.schema,
    });
    expect(seen.destroyed).toBe(1);
  });

  it.each(['unavailable', 'downloadable', 'downloading'] as const)(
    'that is %s isn’t started, and nothing is downloaded',
    async (availability) => {
      const { languageModel, seen } = chrome(availability);
      const error = await failure(chromeModel(languageModel).complete(request()));
      expect(error.reason).toBe('unavailable');
      expect(error.detail).not.toBe('');
      expect(seen.created).toEqual([]);
    },
  );

  it('may not exist at all', async () => {
    expect(await chromeAvailability(undefined)).toBe('unavailable');
    expect((await failure(chromeModel(undefined).complete(request()))).reason).toBe('unavailable');
  });

  it('may fail, be slow, be stopped or say nothing; its session ends each time', async () => {
    const forever = (_: string, { signal }: { signal: AbortSignal }) =>
      new Promise<string>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    const broken = chrome('available', async () => {
      throw new DOMException('too long', 'QuotaExceededError');
    });
    const error = await failure(chromeModel(broken.languageModel).complete(request()));
    expect(error).toMatchObject({ reason: 'unavailable', detail: 'QuotaExceededError: too long' });

    const slow = chrome('available', forever);
    const late = failure(chromeModel(slow.languageModel, 30).complete(request()));
    expect((await late).reason).toBe('timeout');

    const stopped = chrome('available', forever);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 20);
    const { signal } = controller;
    const aborted = failure(chromeModel(stopped.languageModel).complete(request({ signal })));
    expect((await aborted).reason).toBe('aborted');

    const silent = chrome('available', async () => ' ');
    expect((await failure(chromeModel(silent.languageModel).complete(request()))).reason).toBe(
      'empty',
    );
    for (const { seen } of [broken, slow, stopped, silent]) expect(seen.destroyed).toBe(1);
  });
});

describe('the memory server’s own model', () => {
  const tags = ['person:x'];

  it('is asked with the schema, kept to the person’s tags', async () => {
    const asked: ReflectQuestion[] = [];
    const model = hindsightModel(async (question) => {
      asked.push(question);
      return {
        text: 'prose',
        structured_output: { signals: [] },
        usage: { input_tokens: 7, output_tokens: 3 },
      };
    }, tags);
    const wanted = request();
    expect(await model.complete(wanted)).toMatchObject({
      text: '{"signals":[]}',
      usage: { promptTokens: 7, completionTokens: 3 },
    });
    expect(asked[0]).toMatchObject({
      tags,
      tags_match: 'all_strict',
      response_schema: wanted.schema,
    });
    for (const { content } of wanted.messages) expect(asked[0]?.query).toContain(content);
  });

  it('is never asked without tags: it would read everybody’s memories', async () => {
    let asked = 0;
    const model = hindsightModel(async () => {
      asked += 1;
      return {};
    }, []);
    expect((await failure(model.complete(request()))).reason).toBe('unavailable');
    expect(asked).toBe(0);
  });

  it('gives its text where it made no structure', async () => {
    const model = hindsightModel(async () => ({ text: '{"signals":[]}' }), tags);
    expect(await model.complete(request())).toMatchObject({ text: '{"signals":[]}', usage: null });
  });

  it.each([
    [{ reason: 'unreachable' }, 'unreachable'],
    [{ reason: 'refused' }, 'refused'],
    [{ reason: 'not_configured' }, 'no_key'],
    [{ reason: 'broken', detail: '400 no model' }, 'unavailable'],
  ])('%o is %s', async (thrown, reason) => {
    const model = hindsightModel(() => Promise.reject(thrown), tags);
    expect((await failure(model.complete(request()))).reason).toBe(reason);
  });

  it.each([
    [{ text: '', structured_output: null }, 'empty'],
    ['prose', 'unavailable'],
    [null, 'unavailable'],
  ])('the answer %o is %s', async (answer, reason) => {
    const model = hindsightModel(async () => answer, tags);
    expect((await failure(model.complete(request()))).reason).toBe(reason);
  });

  it('ends in time and on an abort', async () => {
    const never = (_: ReflectQuestion, signal: AbortSignal) =>
      new Promise<unknown>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    expect((await failure(hindsightModel(never, tags, 20).complete(request()))).reason).toBe(
      'timeout',
    );
    const stopped = request({ signal: AbortSignal.abort() });
    expect((await failure(hindsightModel(never, tags).complete(stopped))).reason).toBe('aborted');
  });
});

describe('the choice of a model', () => {
  const around = { reflect: async () => ({}), tags: ['person:x'] };

  it.each(['groq', 'chrome', 'hindsight', 'openai_compatible'] as const)('is %s', (use) => {
    expect(chooseModel({ ...defaultModelSettings, use }, around)?.name).toBe(use);
  });

  it('is none for the basic reader', () => {
    expect(chooseModel(defaultModelSettings, around)).toBeNull();
  });
});
