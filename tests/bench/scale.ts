import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { colleagueFinder } from '../../lib/brief/colleagues';
import { gather } from '../../lib/digest/gather';
import type { Prospect } from '../../lib/identity/prospect';
import type { Memory } from '../../lib/memory/memory';
import { sql } from './support/database';
import { fillBank, invented, logsEach } from './support/fill';
import type { BenchResult } from './support/result';
import { type BenchServer, withServer } from './support/server';
import { isSmoke, msOf, type Spread, timed } from './support/spread';
import { figure, spreadCell, table } from './support/table';

/** Memories in a bank: SALESMEMORY_BENCH_MEMORIES names others, as "1000,10000,100000". */
const sizes = (process.env.SALESMEMORY_BENCH_MEMORIES ?? (isSmoke ? '500' : '1000,10000'))
  .split(',')
  .map(Number);

/** Asked of memories that were written in other words. */
const question = 'is there any money for this';

/** What is measured at each size. */
interface AtSize {
  memories: number;
  people: number;
  storedPerSecond: number | null;
  copiedPerSecond: number | null;
  history: Spread;
  recallOfOne: Spread;
  recallOfAll: Spread;
  search: Spread;
  everybody: Spread;
  week: Week;
}

/** What the week of everybody takes before it is ordered. */
interface Week {
  people: number;
  logs: number;
  /** Finding everybody, and reading and condensing them (ms). */
  listMs: number;
  readMs: number;
  /** Most that this process's heap held after a collection, beyond what it held before (MB). */
  heapMb: number;
  cardBytes: number;
  /** Whether everybody whom memory knows has one card. */
  once: boolean;
  failure: string | null;
}

const signal = new AbortController().signal;
const now = '2026-11-25T09:00:00.000Z';

/** One in so many parts of the reading is followed by a collection, which takes its time. */
const collectedEvery = 10;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** @returns the megabytes that the heap holds once everything is gone that nobody needs. */
function heldMb(): number {
  collect();
  return process.memoryUsage().heapUsed / 1e6;
}

/** Reads the week of everybody as the extension does, before anything is ordered or compared. */
async function week(memory: Memory): Promise<Week> {
  const before = heldMb();
  const keys = new Set<string>();
  const found = { people: 0, logs: 0, cardBytes: 0, heapMb: 0 };
  let failure: string | null = null;
  let parts = 0;
  let people: Prospect[] = [];
  const listMs = await msOf(async () => {
    people = (await memory.allProspects()).map(({ prospect }) => prospect);
  });
  const readMs = await msOf(async () => {
    try {
      await gather(people, {
        now,
        signal,
        ...(await memory.reader(signal)),
        colleaguesOf: colleagueFinder(people),
        onCards: (cards) => {
          for (const { key, interactions } of cards) {
            keys.add(key);
            found.logs += interactions;
          }
          found.people += cards.length;
          // They are kept on the disk by the extension, part by part.
          found.cardBytes += JSON.stringify(cards).length;
          if (parts % collectedEvery === 0)
            found.heapMb = Math.max(found.heapMb, heldMb() - before);
          parts += 1;
        },
      });
    } catch (error) {
      failure = String(error);
    }
  });
  return { ...found, listMs, readMs, once: keys.size === people.length, failure };
}

async function measure({ bank, databaseUrl }: BenchServer, memories: number): Promise<AtSize> {
  const { memory, connection } = await bank(`scale-${memories}`);
  const filled = await fillBank(connection, databaseUrl, memories);
  const people = memories / logsEach;
  let turn = 0;
  /** Another person each time, so that nothing is answered from what was just read. */
  const somebody = () => {
    turn += 1;
    return invented((turn * 7) % people);
  };
  return {
    memories,
    people,
    ...filled,
    history: await timed(21, () => memory.historyOf(somebody())),
    recallOfOne: await timed(11, () => memory.recall(question, somebody())),
    recallOfAll: await timed(11, () => memory.recall(question)),
    search: await timed(5, () => memory.knownProspects(invented(people - 1).name)),
    everybody: await timed(3, () => memory.allProspects()),
    week: await week(memory),
  };
}

/** The history and the week again once the server's table of documents has an index of tags. */
async function withIndex({ bank, databaseUrl }: BenchServer, memories: number) {
  const { memory } = await bank(`scale-${memories}`);
  await sql(
    databaseUrl,
    'create index bench_tags on documents using gin (tags); analyze documents;',
  );
  let turn = 0;
  try {
    const history = await timed(21, () => {
      turn += 1;
      return memory.historyOf(invented((turn * 7) % (memories / logsEach)));
    });
    return { history, week: await week(memory) };
  } finally {
    await sql(databaseUrl, 'drop index bench_tags;');
  }
}

/** How the times grow with the bank, each person's history being equally long. */
export default async function benchScale(): Promise<BenchResult> {
  const { found, indexed } = await withServer(async (server) => {
    const measured: AtSize[] = [];
    for (const size of sizes) measured.push(await measure(server, size));
    const largest = Math.max(...sizes);
    return { found: measured, indexed: await withIndex(server, largest) };
  });
  const row = (name: string, of: (one: AtSize) => string) => [name, ...found.map(of)];
  const largest = found.at(-1);
  const markdown = [
    `A real local server. Each person has ${logsEach} logs, whatever the size of the bank. Milliseconds: median (least–most).`,
    table(
      ['', ...found.map(({ memories }) => `${figure(memories)} memories`)],
      [
        row('people', ({ people }) => figure(people)),
        row('history of one', ({ history }) => spreadCell(history)),
        row('recall, of one', ({ recallOfOne }) => spreadCell(recallOfOne)),
        row('recall, of everybody', ({ recallOfAll }) => spreadCell(recallOfAll)),
        row('search for a name', ({ search }) => spreadCell(search)),
        row('everybody', ({ everybody }) => spreadCell(everybody)),
        row('the week: finding everybody', (one) => figure(one.week.listMs)),
        row('the week: reading and condensing all', (one) => figure(one.week.readMs)),
        row('of it, each person', (one) => figure(one.week.readMs / one.week.people)),
        row('the week: most heap (MB)', (one) => figure(one.week.heapMb)),
        row('the week: everybody once', ({ week: { once, failure } }) =>
          once && failure === null ? 'yes' : `**no** ${failure ?? ''}`,
        ),
        row('stored by the server, a second', (one) => figure(one.storedPerSecond ?? Number.NaN)),
        row('copied for this bench, a second', (one) => figure(one.copiedPerSecond ?? Number.NaN)),
      ],
    ),
    largest
      ? `With \`create index on documents using gin (tags)\` in the server's database, at ${figure(largest.memories)} memories: history of one ${spreadCell(indexed.history)} where it was ${spreadCell(largest.history)}; the week read in ${figure(indexed.week.readMs)} where it was ${figure(largest.week.readMs)}.`
      : '',
    'The week is read as the extension does it: those of fifty people in one request, condensed, and let go; its heap is the most that this process held after a collection beyond what it held before, the list of everybody and the histories of one part.',
    'The first 500 logs go through the server as the extension sends them; the others are copies of them in the database, with other people and slightly other meanings.',
  ].join('\n\n');
  return {
    markdown,
    json: { sizes: found, withIndex: indexed },
  };
}
