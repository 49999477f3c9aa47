import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Interaction } from '../../../lib/interaction';
import { createMemory } from '../../../lib/memory/memory';
import { type Hindsight, startHindsight } from '../../../scripts/hindsight';
import { log, outboxOn } from './bank';

const bank = 'crash';
let home: string;
// A server of its own, since it is killed.
let server: Hindsight;

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'salesmemory-crash-'));
  server = await startHindsight({ home });
});

afterAll(async () => {
  await server?.stop();
  await rm(home, { recursive: true, force: true });
});

/** @returns for each document the texts of its memories, asked of the server directly. */
async function memoriesByDocument(): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (let offset = 0; ; offset += 100) {
    const answer = await fetch(
      `${server.baseUrl}/v1/default/banks/${bank}/memories/list?limit=100&offset=${offset}`,
      { headers: { authorization: `Bearer ${server.apiKey}` } },
    );
    const { items, total } = (await answer.json()) as {
      items: { document_id: string; text: string }[];
      total: number;
    };
    for (const { document_id, text } of items) {
      found.set(document_id, [...(found.get(document_id) ?? []), text]);
    }
    if (offset + items.length >= total) return found;
  }
}

it('a server killed while it stores loses nothing and stores nothing twice', async () => {
  const memory = createMemory(
    { baseUrl: server.baseUrl, apiKey: server.apiKey, bank },
    { timeoutMs: 3_000 },
  );
  await memory.createBank();
  const outbox = outboxOn(async () => memory);
  const people = ['ada@x.example', 'grace@x.example', 'alan@x.example'];
  const logs: Interaction[] = Array.from({ length: 60 }, (_, index) =>
    log({
      email: people[index % people.length],
      summary: `Words of call ${index}`,
      at: new Date(Date.UTC(2026, 9, 1, 0, index)).toISOString(),
    }),
  );
  for (const one of logs) await outbox.add(one);

  // Early, while logs are handed over; later, while some are stored and others aren't.
  const waitingAfterKill: number[] = [];
  for (const ms of [250, 900]) {
    const flushing = outbox.flush();
    await sleep(ms);
    await server.kill();
    await flushing;
    waitingAfterKill.push((await outbox.items()).length);
    await server.restart();
    await outbox.retry();
  }
  expect(waitingAfterKill[0]).toBeGreaterThan(0);

  const until = Date.now() + 60_000;
  while ((await outbox.items()).length > 0 && Date.now() < until) {
    await outbox.flush();
    await outbox.retry();
  }
  expect(await outbox.items()).toEqual([]);

  const stored = await memoriesByDocument();
  expect([...stored.keys()].sort()).toEqual(logs.map(({ id }) => id).sort());
  for (const { id, summary } of logs) {
    expect(stored.get(id)).toHaveLength(1);
    expect(stored.get(id)?.[0]).toContain(`Summary: ${summary}`);
  }
  for (const email of people) {
    expect(await memory.historyOf({ name: 'Ada Lovelace', email })).toEqual(
      logs.filter((one) => one.email === email),
    );
  }
});
