import { logsFor } from '../../lib/ask/find';
import { basicReply } from '../../lib/ask/reply';
import { scopeOf } from '../../lib/ask/scope';
import type { Reply } from '../../lib/ask/types';
import type { Memory } from '../../lib/memory/memory';
import { writtenDeals } from '../fixtures/deals';
import { historyOf } from '../fixtures/deals/deal';
import { heldOutQuestions, heldOutUnanswerable } from '../fixtures/held-out-questions';
import { questions, unanswerable } from '../fixtures/questions';
import {
  heldOutTypedQuestions,
  heldOutTypedUnanswerable,
  typedQuestions,
  typedUnanswerable,
} from '../fixtures/typed-questions';
import type { BenchResult } from './support/result';
import { withServer } from './support/server';
import { isSmoke, spreadOf } from './support/spread';
import { storeAll } from './support/store';
import { spreadCell, table } from './support/table';

/** A smoke run asks little of little. */
const few = <T>(all: T[], most: number) => (isSmoke ? all.slice(0, most) : all);
const deals = few(writtenDeals, 4);
const people = deals.map(({ prospect }) => prospect);

/** Ranking and bounds were chosen on the tuned sets alone; the others were written before that. */
const sets = [
  { name: 'tuned', questions: few(questions, 3), unanswerable: few(unanswerable, 2) },
  {
    name: 'held out',
    questions: few(heldOutQuestions, 3),
    unanswerable: few(heldOutUnanswerable, 2),
  },
  {
    name: 'as typed, tuned',
    questions: few(typedQuestions, 3),
    unanswerable: few(typedUnanswerable, 2),
  },
  {
    name: 'as typed, held out',
    questions: few(heldOutTypedQuestions, 3),
    unanswerable: few(heldOutTypedUnanswerable, 2),
  },
];

/** As the background does it, but for the list of everybody, which it reads from tags. */
async function ask(memory: Memory, question: string, narrow: boolean): Promise<Reply> {
  const named = narrow ? scopeOf(question, people) : { people: [], rest: question };
  return basicReply({ question, ...named, recalled: await logsFor(memory, named) });
}

/** @returns the place of the first passage that answers, from 1; 0 where none does. */
const placeIn = ({ passages }: Reply, sources: string[]) =>
  passages.findIndex(({ memory }) => sources.includes(memory.id)) + 1;

const among = (places: number[], most: number) =>
  places.filter((place) => place > 0 && place <= most).length;

async function measure(memory: Memory, set: (typeof sets)[number]) {
  const wide: number[] = [];
  const seen: number[] = [];
  const ours: number[] = [];
  const times: number[] = [];
  const missed: string[] = [];
  let silent = 0;
  for (const { asked, sources } of set.questions) {
    const everybody = await ask(memory, asked, false);
    wide.push(everybody.found ? placeIn(everybody, sources) : 0);
    const began = performance.now();
    const reply = await ask(memory, asked, true);
    times.push(performance.now() - began);
    const place = placeIn(reply, sources);
    seen.push(place);
    ours.push(reply.found ? place : 0);
    if (!reply.found) silent += 1;
    if (!reply.found || place === 0 || place > 3) missed.push(asked);
  }
  const taken: string[] = [];
  for (const asked of set.unanswerable) {
    if ((await ask(memory, asked, true)).found) taken.push(asked);
  }
  const refused = set.unanswerable.length - taken.length;
  return { wide, seen, ours, times, missed, silent, taken, refused };
}

function textOf(set: (typeof sets)[number], one: Awaited<ReturnType<typeof measure>>): string {
  const of = `of ${set.questions.length}`;
  const row = (name: string, places: number[]) => [
    name,
    ...[1, 3, 5].map((most) => `${among(places, most)} ${of}`),
  ];
  const said = one.refused + one.silent;
  const precision = said === 0 ? 'never said' : `${Math.round((100 * one.refused) / said)} %`;
  return [
    `#### ${set.name}: ${set.questions.length} questions with known sources: found in top 3: ${among(one.ours, 3)}`,
    table(
      ['a passage that answers is among the first', '1', '3', '5'],
      [
        row('asked of everybody', one.wide),
        row('narrowed to who is named (what ships)', one.ours),
        row('the same, or named as nearest beside “Not in memory”', one.seen),
      ],
    ),
    `“Not in memory” was said to ${one.refused} of ${set.unanswerable.length} questions that no log answers, and wrongly to ${one.silent} ${of} (precision ${precision}). Recall and ranking, median (least–most): ${spreadCell(spreadOf(one.times))} ms.`,
    ...(one.missed.length > 0 ? [`Not among the first three: ${one.missed.join(' ')}`] : []),
    `Taken for answered: ${one.taken.join(' ') || 'none'}`,
  ].join('\n\n');
}

/**
 * Questions over the written deals on a real server: is one of the passages that answer it among the
 * first? And of questions that nothing answers: is it said?
 */
export default async function askBench(): Promise<BenchResult> {
  return withServer(async ({ bank }) => {
    const { memory, connection } = await bank();
    const logs = deals.flatMap(historyOf);
    await storeAll(connection, logs);
    const parts: string[] = [];
    const json: Record<string, unknown> = {};
    for (const set of sets) {
      const one = await measure(memory, set);
      parts.push(textOf(set, one));
      json[set.name] = one;
    }
    const intro = `Questions over ${logs.length} logs of ${deals.length} written deals, without a model. Ranking and bounds were chosen on the tuned sets; the others were written before them. Two rules came after a look at the misses of the first held-out set: a question that only names somebody is answered by what was logged with them, and “won’t” is no “won”. That nothing answers for a name which no log says came when all had been asked once.`;
    return { markdown: [intro, ...parts].join('\n\n'), json };
  });
}
