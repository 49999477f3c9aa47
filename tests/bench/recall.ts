import { z } from 'zod';
import type { Interaction } from '../../lib/interaction';
import { newId } from '../../lib/memory/id';
import type { Memory } from '../../lib/memory/memory';
import { personTag } from '../../lib/memory/tags';
import type { Connection } from '../../lib/settings';
import { distractors } from '../contract/memory/distractors';
import { paraphrases } from '../contract/memory/paraphrases';
import type { BenchResult } from './support/result';
import { withServer } from './support/server';
import { isSmoke, msOf, spreadOf } from './support/spread';
import { storeAll } from './support/store';
import { figure, table } from './support/table';

const ada = { name: 'Ada Lovelace', email: 'ada@analytical.example' };
/** The query of a first version, which asks for a person by name and not for a subject. */
const byName = 'prospect interactions with Ada Lovelace';
const topOfFirstVersion = 10;
const among = 5;
const histories = isSmoke ? [10, 50] : [10, 50, 200];

const resultsSchema = z.object({
  results: z.array(
    z.object({
      document_id: z.string().nullish(),
      scores: z.object({ semantic: z.number().nullish(), final: z.number().nullish() }).nullish(),
    }),
  ),
});
type Found = { id: string; semantic: number | null };

function log(index: number, summary: string, who = ada): Interaction {
  return {
    id: newId(),
    at: new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString(),
    outcome: 'none',
    summary,
    prospect: who.name,
    email: who.email,
    type: 'call_log',
  };
}

/** Asks the server itself, with the floor that is given, or its own. */
async function ask(connection: Connection, query: string, semantic?: number): Promise<Found[]> {
  const { baseUrl, apiKey, bank } = connection;
  const answer = await fetch(`${baseUrl}/v1/default/banks/${bank}/memories/recall`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      query,
      tags: [personTag(ada)],
      tags_match: 'all_strict',
      ...(semantic === undefined ? {} : { min_scores: { semantic } }),
    }),
  });
  const { results } = resultsSchema.parse(await answer.json());
  return results.flatMap(({ document_id, scores }) =>
    document_id ? [{ id: document_id, semantic: scores?.semantic ?? null }] : [],
  );
}

interface Measured {
  recall: number;
  precision: number;
  /** Answers shown for a question on average, and questions without any. */
  shown: number;
  none: number;
}

/**
 * recall@5: the share of questions whose log is among the first five. precision@5: of all that was
 * shown among the first five, the share that answers its question.
 */
function measured(answers: string[][], wanted: string[]): Measured {
  const shown = answers.map((ids) => ids.slice(0, among));
  const hits = shown.filter((ids, index) => ids.includes(wanted[index] ?? '')).length;
  const total = shown.reduce((sum, ids) => sum + ids.length, 0);
  return {
    recall: hits / wanted.length,
    precision: total === 0 ? 0 : hits / total,
    shown: total / wanted.length,
    none: shown.filter((ids) => ids.length === 0).length,
  };
}

const bySemantic = (found: Found[], floor: number) =>
  found
    .filter(({ semantic }) => semantic !== null && semantic >= floor)
    .sort((a, b) => (b.semantic ?? 0) - (a.semantic ?? 0))
    .map(({ id }) => id);

async function paraphrase(connection: Connection, memory: Memory) {
  const logs = [...paraphrases.map(({ logged }) => logged), ...distractors].map((words, index) =>
    log(index, words),
  );
  await storeAll(connection, logs);
  const wanted = paraphrases.map((_, index) => logs[index]?.id ?? '');
  const all = async (answer: (asked: string) => Promise<string[]>) => {
    const answers: string[][] = [];
    for (const { asked } of paraphrases) answers.push(await answer(asked));
    return measured(answers, wanted);
  };
  const ids = (found: Found[]) => found.map(({ id }) => id);
  const named = ids(await ask(connection, byName)).slice(0, topOfFirstVersion);
  const rows: [string, Measured][] = [
    ['ours', await all((asked) => memory.recall(asked, ada))],
    ['the server’s own floor', await all(async (asked) => ids(await ask(connection, asked)))],
    ['top 10 by name', await all(async () => named)],
  ];
  for (const floor of [0, 0.1, 0.2, 0.3]) {
    rows.push([
      `server’s order, floor ${floor}`,
      await all(async (asked) => ids(await ask(connection, asked, floor))),
    ]);
  }
  const raw = new Map<string, Found[]>();
  for (const { asked } of paraphrases) raw.set(asked, await ask(connection, asked, 0));
  for (const floor of [0, 0.1, 0.15, 0.2, 0.25, 0.3]) {
    rows.push([
      `by nearness alone, floor ${floor}`,
      await all(async (asked) => bySemantic(raw.get(asked) ?? [], floor)),
    ]);
  }
  return rows;
}

async function completeness(connection: Connection, memory: Memory, size: number) {
  const logs = Array.from({ length: size }, (_, index) =>
    log(index, `${paraphrases[index % paraphrases.length]?.logged} (call ${index})`),
  );
  await storeAll(connection, logs);
  const known = new Set(logs.map(({ id }) => id));
  const share = (ids: string[]) => new Set(ids.filter((id) => known.has(id))).size / size;
  const history = await memory.historyOf(ada);
  const inOrder = history.every(({ id }, index) => id === logs[index]?.id);
  const named = (await ask(connection, byName)).slice(0, topOfFirstVersion);
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) times.push(await msOf(() => memory.historyOf(ada)));
  return {
    size,
    ours: share(history.map(({ id }) => id)),
    inOrder,
    named: share(named.map(({ id }) => id)),
    ms: spreadOf(times).median,
  };
}

const percent = (share: number) => `${figure(share * 100)} %`;

/** Whether what was said is found: by a question in other words, and all of it. */
export default async function measure(): Promise<BenchResult> {
  return withServer(async ({ bank }) => {
    const { connection, memory } = await bank();
    const rows = await paraphrase(connection, memory);
    const complete = [];
    for (const size of histories) {
      const one = await bank();
      complete.push(await completeness(one.connection, one.memory, size));
    }
    const markdown = [
      `### ${paraphrases.length} questions in other words than the log that answers them, among ${paraphrases.length + distractors.length} logs`,
      '',
      'One log answers each question, so five shown answers hold one that is right at most, a fifth. Precision counts what is shown among the first five.',
      '',
      table(
        ['asked how', 'recall@5', 'precision@5', 'shown', 'questions without an answer'],
        rows.map(([name, { recall, precision, shown, none }]) => [
          name,
          percent(recall),
          percent(precision),
          shown,
          none,
        ]),
      ),
      '',
      '### How much of one prospect’s history is read',
      '',
      table(
        ['logs', 'ours', 'in order', 'top 10 by name', 'ms'],
        complete.map(({ size, ours, inOrder, named, ms }) => [
          size,
          percent(ours),
          inOrder ? 'yes' : 'no',
          percent(named),
          ms,
        ]),
      ),
    ].join('\n');
    return { markdown, json: { paraphrases: Object.fromEntries(rows), complete } };
  });
}
