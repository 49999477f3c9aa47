import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { carefulFetch } from '../../../lib/careful-fetch';
import { MemoryError } from '../../../lib/memory/errors';
import { createMemory, type Memory } from '../../../lib/memory/memory';
import { groqModel, listGroqModels } from '../../../lib/models/groq';
import { openAiCompatibleModel } from '../../../lib/models/openai-compatible';
import { ModelError } from '../../../lib/models/port';
import { request } from '../models/requests';

type Answer = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

/** A server that answers as a test wants, and says what reached it. */
async function startServer() {
  let answer: Answer = (_, outgoing) => void outgoing.end('{}');
  const seen: string[] = [];
  const server = createServer((incoming, outgoing) => {
    let body = '';
    incoming.on('data', (chunk) => (body += chunk));
    incoming.on('end', () => {
      seen.push(`${incoming.url} ${JSON.stringify(incoming.headers)} ${body}`);
      answer(incoming, outgoing);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    answers: (next: Answer) => {
      answer = next;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const json = (value: unknown) => (_: IncomingMessage, outgoing: ServerResponse) => {
  outgoing.setHeader('content-type', 'application/json');
  outgoing.end(JSON.stringify(value));
};

let memoryServer: Awaited<ReturnType<typeof startServer>>;
let elsewhere: Awaited<ReturnType<typeof startServer>>;
let memory: Memory;

beforeAll(async () => {
  memoryServer = await startServer();
  elsewhere = await startServer();
  memory = createMemory(
    { baseUrl: memoryServer.url, apiKey: 'server-key', bank: 'b' },
    { timeoutMs: 1_500 },
  );
});
afterAll(() => {
  memoryServer.close();
  elsewhere.close();
});
beforeEach(() => {
  memoryServer.seen.length = 0;
  elsewhere.seen.length = 0;
});

const ada = { name: 'Ada', email: 'ada@x.example' };
const log = {
  id: 'log-1',
  at: '2026-11-01T10:00:00.000Z',
  outcome: 'none' as const,
  summary: 'words of the rep',
  prospect: 'Ada',
  email: 'ada@x.example',
  type: 'call_log' as const,
};

/** Everything that is asked of a memory server. */
const requests: [string, () => Promise<unknown>][] = [
  ['history', () => memory.historyOf(ada)],
  ['handing over', () => memory.submit([log], '0193c1d2-7b54-7d10-9f31-5a2b6c7d8e9f')],
  ['delivery', () => memory.deliveriesOf([log], '0193c1d2-7b54-7d10-9f31-5a2b6c7d8e9f')],
  ['removing', () => memory.remove('log-1')],
  ['known prospects', () => memory.knownProspects('a')],
  ['recall', () => memory.recall('what?', ada)],
  ['test', () => memory.test()],
];

async function failureOf(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    return error;
  }
}

describe('a memory server that answers what it shouldn’t', () => {
  it('a redirect carries neither key nor words elsewhere', async () => {
    for (const status of [301, 302, 307, 308]) {
      memoryServer.answers((_, outgoing) => {
        outgoing.writeHead(status, { location: `${elsewhere.url}/taken` });
        outgoing.end();
      });
      const failures = await Promise.all(requests.map(([, ask]) => failureOf(ask)));
      for (const failure of failures) expect(failure).toBeInstanceOf(MemoryError);
    }
    expect(elsewhere.seen).toEqual([]);
    // The test is one only where the key and the words were on their way.
    expect(memoryServer.seen.join('\n')).toContain('server-key');
    expect(memoryServer.seen.join('\n')).toContain('words of the rep');
  }, 30_000);

  it.each([200, 403, 502])(
    'a proxy’s page with status %i is a failure with words of our own',
    async (status) => {
      memoryServer.answers((_, outgoing) => {
        outgoing.writeHead(status, { 'content-type': 'text/html' });
        outgoing.end('<html><script>alert(1)</script><h1>Please log in</h1></html>');
      });
      // Handing over counts by its status; what became of it is asked afterwards.
      const asked = requests.filter(([name]) => name !== 'handing over' || status !== 200);
      for (const failure of await Promise.all(asked.map(([, ask]) => failureOf(ask)))) {
        expect(failure).toBeInstanceOf(MemoryError);
        expect((failure as MemoryError).message).not.toContain('<');
      }
    },
    30_000,
  );

  it('anything for JSON: an answer of the promised shape, or a MemoryError', async () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.record({ items: fc.jsonValue(), total: fc.jsonValue() }),
      fc.record({ items: fc.array(fc.jsonValue()), total: fc.integer({ min: -3, max: 3 }) }),
      fc.record({ results: fc.array(fc.jsonValue()), status: fc.string() }),
      fc.record({
        items: fc.array(
          fc.record(
            { id: fc.string(), document_metadata: fc.jsonValue(), tags: fc.jsonValue() },
            { requiredKeys: [] },
          ),
          { maxLength: 3 },
        ),
        total: fc.integer({ min: 0, max: 3 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(value, fc.nat(requests.length - 1), async (answered, index) => {
        memoryServer.answers(json(answered));
        const got = await failureOf(requests[index]?.[1] ?? (async () => null));
        if (got instanceof Error) expect(got).toBeInstanceOf(MemoryError);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('that never ends an answer is given up', async () => {
    memoryServer.answers((_, outgoing) => {
      outgoing.setHeader('content-type', 'application/json');
      outgoing.write('{"items":[');
    });
    expect(await failureOf(() => memory.submit([log], log.id))).toBeInstanceOf(MemoryError);
  });
});

describe('answers without end', () => {
  it.each(['with its length', 'without it'])('are not read to it (%s)', async (how) => {
    let sent = 0;
    memoryServer.answers((_, outgoing) => {
      if (how === 'with its length') outgoing.setHeader('content-length', '999999999');
      const chunk = Buffer.alloc(64 * 1024, 'x');
      const send = () => {
        sent += chunk.length;
        if (!outgoing.destroyed) outgoing.write(chunk, () => setImmediate(send));
      };
      send();
    });
    const read = async () => (await carefulFetch(memoryServer.url, {}, 1_000_000)).text();
    expect(await failureOf(read)).toBeInstanceOf(TypeError);
    expect(sent).toBeLessThan(100_000_000);
  });

  it('a long one within the limit is whole', async () => {
    const text = 'ä'.repeat(400_000);
    memoryServer.answers((_, outgoing) => void outgoing.end(text));
    const answer = await carefulFetch(memoryServer.url, {}, 1_000_000);
    expect(await answer.text()).toBe(text);
  });
});

const models = () => ({
  'openai-compatible': openAiCompatibleModel({
    baseUrl: memoryServer.url,
    apiKey: 'model-key',
    model: 'm',
  }),
  groq: groqModel({ baseUrl: memoryServer.url, apiKey: 'model-key', model: 'm' }),
});

describe('a model server that redirects', () => {
  it.each(['openai-compatible', 'groq'] as const)(
    '%s: neither key nor memories go elsewhere',
    async (name) => {
      for (const status of [302, 307, 308]) {
        memoryServer.answers((_, outgoing) => {
          outgoing.writeHead(status, { location: `${elsewhere.url}/taken` });
          outgoing.end();
        });
        expect(await failureOf(() => models()[name].complete(request()))).toBeInstanceOf(
          ModelError,
        );
      }
      expect(memoryServer.seen.join('\n')).toContain('model-key');
      expect(elsewhere.seen).toEqual([]);
    },
  );

  it('no failure of one names the key', async () => {
    memoryServer.answers((_, outgoing) => {
      outgoing.writeHead(401, { 'content-type': 'application/json' });
      outgoing.end('{"error":{"message":"no"}}');
    });
    for (const ask of [
      () => models().groq.complete(request()),
      () => models()['openai-compatible'].complete(request()),
      () => listGroqModels({ apiKey: 'model-key', baseUrl: memoryServer.url }),
      () => memory.historyOf(ada),
    ]) {
      const failure = (await failureOf(ask)) as ModelError;
      expect(failure.message + failure.detail).not.toMatch(/model-key|server-key/);
    }
  });
});

it('a model server that answers anything: a text, or a ModelError', async () => {
  const odd = fc.oneof(
    fc.jsonValue(),
    fc.record({ error: fc.oneof(fc.jsonValue(), fc.record({ code: fc.jsonValue() })) }),
    fc.constantFrom(
      { error: { code: { toString: 1 }, message: { toString: 1 } } },
      { error: null },
    ),
    fc.record({ choices: fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue())) }),
    fc.record({ choices: fc.array(fc.record({ message: fc.jsonValue() })), usage: fc.jsonValue() }),
  );
  const status = fc.constantFrom(200, 200, 400, 404, 413);
  const name = fc.constantFrom('groq' as const, 'openai-compatible' as const);
  await fc.assert(
    fc.asyncProperty(odd, status, name, async (answered, code, which) => {
      memoryServer.answers((incoming, outgoing) => {
        outgoing.statusCode = code;
        json(answered)(incoming, outgoing);
      });
      const got = await failureOf(async () => (await models()[which].complete(request())).text);
      if (got instanceof Error) expect(got).toBeInstanceOf(ModelError);
      else expect(typeof got).toBe('string');
    }),
    { numRuns: 150 },
  );
}, 60_000);
