import { z } from 'zod';
import { fits, ranked } from '../../lib/ask/passages';
import type { Interaction } from '../../lib/interaction';
import { newId } from '../../lib/memory/id';
import type { Memory } from '../../lib/memory/memory';
import { personTag } from '../../lib/memory/tags';
import { examplesFor } from '../../lib/recall/subjects';
import type { Connection } from '../../lib/settings';
import { distractors } from '../contract/memory/distractors';
import { heldOutDistractors, heldOutParaphrases } from '../contract/memory/held-out-paraphrases';
import { paraphrases } from '../contract/memory/paraphrases';
import type { BenchResult } from './support/result';
import { withServer } from './support/server';
import { isSmoke, timed } from './support/spread';
import { storeAll } from './support/store';
import { figure, spreadCell, table } from './support/table';

const ada = { name: 'Ada Lovelace', email: 'ada@analytical.example' };
/** The query of a first version, which asks for a person by name and not for a subject. */
const byName = 'prospect interactions with Ada Lovelace';
const topOfFirstVersion = 10;
const among = 5;
/** Written before the ranking was made. Subjects, examples and weights saw the first half alone. */
const halves = [
  { name: 'tuned', pairs: paraphrases, others: distractors },
  { name: 'held out', pairs: heldOutParaphrases, others: heldOutDistractors },
];
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

/** @returns ids by nearness alone, to the best of several queries. */
function bySemantic(answers: Found[][], floor: number): string[] {
  const nearest = new Map<string, number>();
  for (const { id, semantic } of answers.flat()) {
    if (semantic !== null) nearest.set(id, Math.max(semantic, nearest.get(id) ?? 0));
  }
  const found = [...nearest].filter(([, semantic]) => semantic >= floor);
  return found.sort(([, a], [, b]) => b - a).map(([id]) => id);
}

type Half = (typeof halves)[number];

async function paraphrase(connection: Connection, memory: Memory, { pairs, others }: Half) {
  const logs = [...pairs.map(({ logged }) => logged), ...others].map((words, index) =>
    log(index, words),
  );
  await storeAll(connection, logs);
  const wanted = pairs.map((_, index) => logs[index]?.id ?? '');
  const all = async (answer: (asked: string) => Promise<string[]>) => {
    const answers: string[][] = [];
    for (const { asked } of pairs) answers.push(await answer(asked));
    return measured(answers, wanted);
  };
  const ids = (found: Found[]) => found.map(({ id }) => id);
  const named = ids(await ask(connection, byName)).slice(0, topOfFirstVersion);
  const plain = new Map<string, Found[]>();
  const examples = new Map<string, Found[]>();
  for (const { asked } of pairs) {
    plain.set(asked, await ask(connection, asked, 0));
    for (const example of examplesFor(asked)) {
      if (!examples.has(example)) examples.set(example, await ask(connection, example, 0));
    }
  }
  const ofQuestion = (asked: string) => plain.get(asked) ?? [];
  const ofExamples = (asked: string) =>
    examplesFor(asked).map((example) => examples.get(example) ?? []);
  const asShown = async (asked: string) =>
    ranked(asked, await memory.recallLogs(asked, [ada], 30))
      .filter((one) => fits(one, true))
      .map(({ interaction }) => interaction.id);
  const rows: [string, Measured][] = [
    ['ours', await all((asked) => memory.recall(asked, ada))],
    ['ours, only what Ask takes for an answer', await all(asShown)],
    ['top 10 by name', await all(async () => named)],
    ['the server’s own floor', await all(async (asked) => ids(await ask(connection, asked)))],
    ['the server’s order, floor 0', await all(async (asked) => ids(ofQuestion(asked)))],
    [
      'nearness to the question and to examples alone',
      await all(async (asked) => bySemantic([ofQuestion(asked), ...ofExamples(asked)], 0)),
    ],
  ];
  for (const floor of [0, 0.1, 0.2, 0.3]) {
    rows.push([
      `nearness to the question alone, floor ${floor}`,
      await all(async (asked) => bySemantic([ofQuestion(asked)], floor)),
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
  return {
    size,
    ours: share(history.map(({ id }) => id)),
    inOrder,
    named: share(named.map(({ id }) => id)),
    ms: await timed(11, () => memory.historyOf(ada)),
  };
}

const percent = (share: number) => `${figure(share * 100)} %`;

const share = ({ recall, precision, shown, none }: Measured) => [
  percent(recall),
  percent(precision),
  shown,
  none,
];

/** Whether what was said is found: by a question in other words, and all of it. */
export default async function measure(): Promise<BenchResult> {
  return withServer(async ({ bank }) => {
    const tables: string[] = [];
    const found: Record<string, unknown> = {};
    for (const half of halves) {
      const { connection, memory } = await bank();
      const rows = await paraphrase(connection, memory, half);
      found[half.name] = Object.fromEntries(rows);
      tables.push(
        `#### ${half.name}: ${half.pairs.length} questions among ${half.pairs.length + half.others.length} logs`,
        '',
        table(
          ['asked how', 'recall@5', 'precision@5', 'shown', 'questions without an answer'],
          rows.map(([name, one]) => [name, ...share(one)]),
        ),
        '',
      );
    }
    const complete = [];
    for (const size of histories) {
      const one = await bank();
      complete.push(await completeness(one.connection, one.memory, size));
    }
    const markdown = [
      '### Questions in other words than the log that answers them',
      '',
      'One log answers each question, so five shown answers hold one that is right at most, a fifth. Precision counts what is shown among the first five. Both halves, their distractors and the words of the subjects were written by one hand, the halves first; words, examples and weights were chosen on the tuned half, and what the other half alone suggested was taken out again.',
      '',
      ...tables,
      '### How much of one prospect’s history is read',
      '',
      table(
        ['logs', 'ours', 'in order', 'top 10 by name', 'ms: median (least–most)'],
        complete.map(({ size, ours, inOrder, named, ms }) => [
          size,
          percent(ours),
          inOrder ? 'yes' : 'no',
          percent(named),
          spreadCell(ms),
        ]),
      ),
    ].join('\n');
    return { markdown, json: { paraphrases: found, complete } };
  });
}
