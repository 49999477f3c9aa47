import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, inject, it } from 'vitest';
import { MemoryError } from '../../../lib/memory/errors';
import { newId } from '../../../lib/memory/id';
import { createMemory } from '../../../lib/memory/memory';
import { newBank } from './bank';

const ada = { name: 'Ada Lovelace', email: 'ada@analytical.example' };

async function reasonOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof MemoryError ? error.reason : `no MemoryError: ${error}`;
}

describe('failures that must not look alike', () => {
  it('a wrong key is refused', async () => {
    const { baseUrl } = inject('hindsight');
    const memory = createMemory({ baseUrl, apiKey: 'wrong', bank: 'any' });
    expect(await reasonOf(memory.historyOf(ada))).toBe('refused');
    expect(await reasonOf(memory.test())).toBe('refused');
  });

  it('a missing bank is no empty history', async () => {
    const memory = createMemory({ ...inject('hindsight'), bank: `missing-${newId()}` });
    expect(await reasonOf(memory.historyOf(ada))).toBe('no_bank');
    expect(await reasonOf(memory.test())).toBe('no_bank');
    await memory.createBank();
    expect(await memory.historyOf(ada)).toEqual([]);
  });

  it('an address that goes on behind the server is none of a Hindsight, though it tells a version', async () => {
    const { baseUrl, apiKey } = inject('hindsight');
    const memory = createMemory({ baseUrl: `${baseUrl}/v1`, apiKey, bank: 'any' });
    expect(await reasonOf(memory.test())).toBe('not_hindsight');
  });

  it('nobody there is unreachable', async () => {
    const memory = createMemory({ baseUrl: 'http://127.0.0.1:9', apiKey: '', bank: 'any' });
    expect(await reasonOf(memory.historyOf(ada))).toBe('unreachable');
  });

  it('a server that never answers is unreachable, in bounded time', async () => {
    const server = createServer(() => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const memory = createMemory(
      { baseUrl: `http://127.0.0.1:${port}`, apiKey: '', bank: 'any' },
      { timeoutMs: 100 },
    );
    expect(await reasonOf(memory.historyOf(ada))).toBe('unreachable');
    server.closeAllConnections();
    server.close();
  });

  /** A server that says the same to everybody. */
  async function saying(status: number, type: string, body: string) {
    const server = createServer((_, response) => {
      response.writeHead(status, { 'content-type': type });
      response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const baseUrl = `http://127.0.0.1:${port}`;
    return {
      memory: createMemory({ baseUrl, apiKey: '', bank: 'any' }),
      close: () => {
        server.closeAllConnections();
        server.close();
      },
    };
  }

  it.each([
    ['a web page', 200, 'text/html', '<html>hello</html>'],
    ['another API', 200, 'application/json', '{"version":"3.2"}'],
    ['a server without that address', 404, 'application/json', '{"error":"not found"}'],
  ])('%s is no Hindsight, and no history of nobody', async (_, status, type, body) => {
    const { memory, close } = await saying(status, type, body);
    expect(await reasonOf(memory.test())).toBe('not_hindsight');
    expect(await reasonOf(memory.historyOf(ada))).toBe('broken');
    close();
  });

  it.each([
    ['a proxy whose server is down', 'text/plain', '404 page not found'],
    ['a proxy that says nothing', 'text/plain', ''],
    ['another API', 'application/json', '{"detail":"Not Found"}'],
  ])('%s has no document, and has removed none', async (_, type, body) => {
    const { memory, close } = await saying(404, type, body);
    expect(await reasonOf(memory.remove('any'))).toBe('broken');
    expect(await reasonOf(memory.has('any'))).toBe('broken');
    close();
  });

  it.each(['0.9.4', '1.0.12'])(
    'version %s is too old, and says which is needed',
    async (version) => {
      const { memory, close } = await saying(
        200,
        'application/json',
        JSON.stringify({ api_version: version }),
      );
      expect(await reasonOf(memory.test())).toBe('too_old');
      await expect(memory.test()).rejects.toThrow(
        `runs Hindsight ${version}; SalesMemory needs 1.1`,
      );
      close();
    },
  );

  it('no address is not configured', () => {
    expect(() => createMemory({ baseUrl: '', apiKey: '', bank: 'any' })).toThrow(MemoryError);
  });

  it('a good connection says so, with the version', async () => {
    const { version, message } = await (await newBank()).test();
    expect(version).toMatch(/^\d+\.\d+/);
    expect(message).toMatch(/Connected to Hindsight/);
  });

  it('a request can be given up', async () => {
    const memory = await newBank();
    const gone = new AbortController();
    gone.abort();
    await expect(memory.historyOf(ada, gone.signal)).rejects.toThrow(/abort/i);
  });
});
