import { beforeAll, expect, inject, it } from 'vitest';
import type { Memory } from '../../../lib/memory/memory';
import { log, newBank, store } from './bank';
import { paraphrases } from './paraphrases';

const ada = { name: 'Ada Lovelace', email: 'ada@analytical.example' };
const logs = paraphrases.map(({ logged }) => log({ summary: logged }));
const wantedAmong = 5;
let memory: Memory & { bank: string };

beforeAll(async () => {
  memory = await newBank();
  await store(memory, ...logs);
});

/** @returns the share of questions whose log is among the first five that an answer names. */
async function share(answer: (asked: string) => Promise<string[]>): Promise<number> {
  let found = 0;
  for (const [index, { asked }] of paraphrases.entries()) {
    const id = logs[index]?.id ?? '';
    if ((await answer(asked)).slice(0, wantedAmong).includes(id)) found += 1;
  }
  return found / paraphrases.length;
}

/** The query of a first version, which asks for a person by name and not for a subject. */
async function byName(): Promise<string[]> {
  return memory.recall('prospect interactions with Ada Lovelace', ada, 10);
}

/** The same question with the server's own floor. */
async function withDefaultFloor(asked: string): Promise<string[]> {
  const { baseUrl, apiKey } = inject('hindsight');
  const answer = await fetch(`${baseUrl}/v1/default/banks/${memory.bank}/memories/recall`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: asked }),
  });
  const { results } = (await answer.json()) as { results: { document_id: string }[] };
  return results.map(({ document_id }) => document_id);
}

it('asking in other words finds what was said', async () => {
  const ours = await share((asked) => memory.recall(asked, ada));
  const floored = await share(withDefaultFloor);
  const named = await share(byName);
  console.info(
    `recall@5 of ${paraphrases.length}: ours ${ours}, default floor ${floored}, by name ${named}`,
  );
  expect(ours).toBeGreaterThan(floored);
  expect(ours).toBeGreaterThan(named);
});
