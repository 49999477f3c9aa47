import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, inject, it } from 'vitest';
import { MemoryError } from '../../../lib/memory/errors';
import { newId } from '../../../lib/memory/id';
import { createMemory, type Memory } from '../../../lib/memory/memory';
import { locks } from '../../fakes/locks';
import { log, newBank, outboxOn } from './bank';

/** How many memories and documents the server holds of a log: asked of it directly. */
async function stored(bank: string, id: string): Promise<{ memories: number; document: boolean }> {
  const { baseUrl, apiKey } = inject('hindsight');
  const headers = { authorization: `Bearer ${apiKey}` };
  const base = `${baseUrl}/v1/default/banks/${bank}`;
  const list = await fetch(`${base}/memories/list?document_id=${id}`, { headers });
  const document = await fetch(`${base}/documents/${id}`, { headers });
  return {
    memories: ((await list.json()) as { total: number }).total,
    document: document.ok,
  };
}

/** A server in between that does as it is told with each write: pass it on, lose it, or its answer. */
async function between(next: () => 'pass' | 'lose-request' | 'lose-answer') {
  const { baseUrl } = inject('hindsight');
  const server = createServer((incoming, outgoing) => {
    const fate = incoming.method === 'POST' ? next() : 'pass';
    if (fate === 'lose-request') return void incoming.socket.destroy();
    const passed = request(
      new URL(incoming.url ?? '/', baseUrl),
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        if (fate === 'lose-answer') {
          answer.resume();
          answer.on('end', () => incoming.socket.destroy());
          return;
        }
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(outgoing);
      },
    );
    passed.on('error', () => incoming.socket.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

describe('a log', () => {
  it('whose answer got lost again and again is stored once', async () => {
    const bank = `test-${newId()}`;
    const fates: ('pass' | 'lose-answer' | 'lose-request')[] = Array(3).fill('lose-answer');
    const proxy = await between(() => fates.shift() ?? 'pass');
    const { apiKey } = inject('hindsight');
    const memory = createMemory({ baseUrl: proxy.baseUrl, apiKey, bank });
    await createMemory({ ...inject('hindsight'), bank }).createBank();
    const outbox = outboxOn(async () => memory);
    const one = log();
    await outbox.add(one);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await outbox.flush();
      await outbox.retry();
    }
    proxy.close();
    expect(fates).toEqual([]);
    expect(await outbox.items()).toEqual([]);
    expect(await stored(bank, one.id)).toEqual({ memories: 1, document: true });
  });

  it('whose request got lost, and then its answer, is there once within the same run', async () => {
    const bank = `test-${newId()}`;
    const fates: ('pass' | 'lose-answer' | 'lose-request')[] = ['lose-request', 'lose-answer'];
    const proxy = await between(() => fates.shift() ?? 'pass');
    const { apiKey } = inject('hindsight');
    await createMemory({ ...inject('hindsight'), bank }).createBank();
    const outbox = outboxOn(async () => createMemory({ baseUrl: proxy.baseUrl, apiKey, bank }));
    const one = log();
    await outbox.add(one);
    await outbox.flush();
    proxy.close();
    expect(fates).toEqual([]);
    expect(await outbox.items()).toEqual([]);
    expect(await stored(bank, one.id)).toEqual({ memories: 1, document: true });
  });

  it('that two windows flush at once is stored once', async () => {
    const bank = `test-${newId()}`;
    const memory = createMemory({ ...inject('hindsight'), bank });
    await memory.createBank();
    const store = { value: null };
    const lock = locks();
    const windows = [1, 2, 3].map(() => outboxOn(async () => memory, { store, lock }));
    const logs = Array.from({ length: 12 }, () => log());
    for (const [index, one] of logs.entries()) await windows[index % 3]?.add(one);
    await Promise.all(windows.map((window) => window.flush()));
    expect(await windows[0]?.items()).toEqual([]);
    for (const { id } of logs) {
      expect(await stored(bank, id)).toEqual({ memories: 1, document: true });
    }
  });

  it('that two workers without a common lock hand over is stored once', async () => {
    const bank = `test-${newId()}`;
    const memory = createMemory({ ...inject('hindsight'), bank });
    await memory.createBank();
    const store = { value: null };
    const one = log();
    await outboxOn(async () => memory, { store }).add(one);
    const workers = [1, 2, 3, 4].map(() => outboxOn(async () => memory, { store }));
    await Promise.all(workers.map((worker) => worker.flush()));
    expect(await stored(bank, one.id)).toEqual({ memories: 1, document: true });
  });

  it('is stored once with the others of its request, whose answers got lost twice', async () => {
    const bank = `test-${newId()}`;
    const fates: ('pass' | 'lose-answer' | 'lose-request')[] = ['lose-request', 'lose-answer'];
    const proxy = await between(() => fates.shift() ?? 'pass');
    const { apiKey } = inject('hindsight');
    const memory = createMemory({ ...inject('hindsight'), bank });
    await memory.createBank();
    const outbox = outboxOn(async () => createMemory({ baseUrl: proxy.baseUrl, apiKey, bank }));
    const people = ['ada@x.example', 'grace@x.example', 'alan@x.example'];
    const logs = Array.from({ length: 45 }, (_, index) => log({ email: people[index % 3] }));
    for (const one of logs) await outbox.add(one);
    for (let attempt = 0; attempt < 6 && (await outbox.items()).length > 0; attempt += 1) {
      await outbox.flush();
      await outbox.retry();
    }
    proxy.close();
    expect(fates).toEqual([]);
    expect(await outbox.items()).toEqual([]);
    for (const email of people) {
      const own = logs.filter((one) => one.email === email).map(({ id }) => id);
      const history = await memory.historyOf({ name: 'Ada Lovelace', email });
      expect(history.map(({ id }) => id).sort()).toEqual(own.sort());
    }
    for (const { id } of logs.slice(0, 5)) {
      expect(await stored(bank, id)).toEqual({ memories: 1, document: true });
    }
  });

  it('that one bank took, whose answer got lost, goes to the bank that is chosen since', async () => {
    const [before, since] = [await newBank(), await newBank()];
    let current: Memory = {
      ...before,
      submit: async (logs, operation) => {
        await before.submit(logs, operation);
        throw new MemoryError('unreachable');
      },
    };
    const outbox = outboxOn(async () => current);
    const one = log();
    await outbox.add(one);
    await outbox.flush();
    current = since;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await outbox.retry();
      await outbox.flush();
    }
    expect(await outbox.items()).toEqual([]);
    expect(await stored(since.bank, one.id)).toEqual({ memories: 1, document: true });
  });

  it('that waits says why, and goes out once the server answers', async () => {
    const memory = await newBank();
    const gone = createMemory({ baseUrl: 'http://127.0.0.1:9', apiKey: '', bank: 'any' });
    let current = gone;
    const outbox = outboxOn(async () => current);
    await outbox.add(log());
    await outbox.flush();
    const [waiting] = await outbox.items();
    expect(waiting?.problem?.reason).toBe('unreachable');
    current = memory;
    await outbox.retry();
    await outbox.flush();
    expect(await outbox.items()).toEqual([]);
    expect(
      await memory.historyOf({ name: 'Ada Lovelace', email: 'ada@analytical.example' }),
    ).toHaveLength(1);
  });
});
