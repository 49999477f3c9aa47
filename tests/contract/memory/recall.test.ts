import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Memory } from '../../../lib/memory/memory';
import { storeAll } from '../../bench/support/store';
import { log, newBank } from './bank';
import { distractors } from './distractors';
import { heldOutDistractors, heldOutParaphrases } from './held-out-paraphrases';
import { paraphrases } from './paraphrases';

const ada = { name: 'Ada Lovelace', email: 'ada@analytical.example' };
const wantedAmong = 5;

/** What `npm run bench -- recall` measures, with room for another build of the model. */
const halves = [
  { name: 'tuned', pairs: paraphrases, others: distractors, atLeast: 0.85 },
  { name: 'held out', pairs: heldOutParaphrases, others: heldOutDistractors, atLeast: 0.6 },
];

describe.each(halves)('of the $name half', ({ pairs, others, atLeast }) => {
  const logs = pairs.map(({ logged }) => log({ summary: logged }));
  let memory: Memory & { bank: string };

  beforeAll(async () => {
    memory = await newBank();
    const all = [...logs, ...others.map((summary) => log({ summary }))];
    await storeAll({ ...inject('hindsight'), bank: memory.bank }, all);
  });

  /** @returns the share of questions whose log is among the first five that an answer names. */
  async function share(answer: (asked: string) => Promise<string[]>): Promise<number> {
    let found = 0;
    for (const [index, { asked }] of pairs.entries()) {
      const id = logs[index]?.id ?? '';
      if ((await answer(asked)).slice(0, wantedAmong).includes(id)) found += 1;
    }
    return found / pairs.length;
  }

  /** The same question with the server's own floor. */
  async function withDefaultFloor(query: string): Promise<string[]> {
    const { baseUrl, apiKey } = inject('hindsight');
    const answer = await fetch(`${baseUrl}/v1/default/banks/${memory.bank}/memories/recall`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { results } = (await answer.json()) as { results: { document_id: string }[] };
    return results.map(({ document_id }) => document_id);
  }

  it('asking in other words finds what was said', async () => {
    const ours = await share((asked) => memory.recall(asked, ada));
    const floored = await share(withDefaultFloor);
    // The query of a first version, which asks for a person by name and not for a subject.
    const byName = await memory.recall('prospect interactions with Ada Lovelace', ada, 10);
    const named = await share(async () => byName);
    console.info(`recall@5 of ${pairs.length}: ${ours}, default floor ${floored}, name ${named}`);
    expect(ours).toBeGreaterThan(atLeast);
    expect(ours).toBeGreaterThan(floored + 0.2);
    expect(ours).toBeGreaterThan(named + 0.2);
  });
});

it('a push back on timing and a concern about the timeline find the delays of an onboarding', async () => {
  const memory = await newBank();
  const delays = log({
    summary: 'Worried about onboarding delays; the last vendor took five months to go live.',
  });
  const others = [...distractors, ...heldOutDistractors].map((summary) => log({ summary }));
  await storeAll({ ...inject('hindsight'), bank: memory.bank }, [delays, ...others]);
  for (const asked of ['she pushed back on timing', 'implementation timeline concerns']) {
    expect((await memory.recall(asked, ada)).slice(0, 3), asked).toContain(delays.id);
    const found = await memory.recallLogs(asked);
    expect(
      found.slice(0, 3).map(({ interaction }) => interaction.id),
      asked,
    ).toContain(delays.id);
  }
});
