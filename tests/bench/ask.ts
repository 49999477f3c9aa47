import { ranked } from '../../lib/ask/passages';
import { basicReply } from '../../lib/ask/reply';
import { scopeOf } from '../../lib/ask/scope';
import type { Reply } from '../../lib/ask/types';
import type { Memory } from '../../lib/memory/memory';
import { writtenDeals } from '../fixtures/deals';
import { historyOf } from '../fixtures/deals/deal';
import { questions, unanswerable } from '../fixtures/questions';
import type { BenchResult } from './support/result';
import { withServer } from './support/server';
import { spreadOf } from './support/spread';
import { storeAll } from './support/store';
import { spreadCell, table } from './support/table';

const people = writtenDeals.map(({ prospect }) => prospect);

/** As the background does it, but for the list of everybody, which it reads from tags. */
async function ask(memory: Memory, question: string, narrow: boolean): Promise<Reply> {
  const named = narrow ? scopeOf(question, people) : { people: [], rest: question };
  const recalled = await memory.recallLogs(named.rest, named.people, 30);
  return basicReply({ question, ...named, recalled });
}

/** @returns the place of the first passage that answers, from 1; 0 where none does. */
const placeIn = (ids: string[], sources: string[]) =>
  ids.findIndex((id) => sources.includes(id)) + 1;

const among = (places: number[], most: number) =>
  places.filter((place) => place > 0 && place <= most).length;

/**
 * Forty questions over 36 written deals on a real server: is one of the passages that answer it among
 * the first? And of questions that nothing answers: is it said?
 */
export default async function askBench(): Promise<BenchResult> {
  return withServer(async ({ bank }) => {
    const { memory, connection } = await bank();
    const logs = writtenDeals.flatMap(historyOf);
    await storeAll(connection, logs);
    const plain: number[] = [];
    const wide: number[] = [];
    const ours: number[] = [];
    const times: number[] = [];
    const missed: string[] = [];
    let silent = 0;
    for (const { asked, sources } of questions) {
      const recalled = await memory.recallLogs(asked, [], 30);
      plain.push(
        placeIn(
          recalled.map(({ interaction }) => interaction.id),
          sources,
        ),
      );
      const everybody = await ask(memory, asked, false);
      wide.push(
        placeIn(
          everybody.passages.map((one) => one.memory.id),
          sources,
        ),
      );
      const began = performance.now();
      const reply = await ask(memory, asked, true);
      times.push(performance.now() - began);
      const place = placeIn(
        reply.passages.map((one) => one.memory.id),
        sources,
      );
      ours.push(place);
      if (place === 0 || place > 3) missed.push(asked);
      if (!reply.found) silent += 1;
    }
    const refused: string[] = [];
    // What the bounds of `fits` are chosen by.
    const nearness: { asked: string; found: [id: string, semantic: number, words: number][] }[] =
      [];
    const note = async (asked: string) => {
      const { rest, people: named } = scopeOf(asked, people);
      const best = ranked(rest, await memory.recallLogs(rest, named, 30)).slice(0, 8);
      nearness.push({
        asked,
        found: best.map(({ log, words }) => [log.interaction.id, log.semantic ?? 0, words]),
      });
    };
    for (const { asked } of questions) await note(asked);
    for (const asked of unanswerable) await note(asked);
    for (const asked of unanswerable) {
      if (!(await ask(memory, asked, true)).found) refused.push(asked);
    }
    const row = (name: string, places: number[]) => [
      name,
      `${among(places, 1)} of ${questions.length}`,
      `${among(places, 3)} of ${questions.length}`,
      `${among(places, 5)} of ${questions.length}`,
    ];
    const markdown = [
      `${questions.length} questions with known sources over ${logs.length} logs of ${writtenDeals.length} written deals. A passage that answers is among the first:`,
      table(
        ['by', '1', '3', '5'],
        [
          row('recall as the server ranks it', plain),
          row('meaning and words together', wide),
          row('and narrowed to who is named (what ships)', ours),
        ],
      ),
      `“Not in memory” was said to ${refused.length} of ${unanswerable.length} questions that no log answers, and wrongly to ${silent} of the ${questions.length}. Recall and ranking, median (least–most): ${spreadCell(spreadOf(times))} ms.`,
      ...(missed.length > 0 ? [`Not among the first three: ${missed.join(' ')}`] : []),
      `Taken for answered: ${unanswerable.filter((one) => !refused.includes(one)).join(' ') || 'none'}`,
    ].join('\n\n');
    return {
      markdown,
      json: { plain, wide, ours, refused: refused.length, silent, missed, nearness },
    };
  });
}
