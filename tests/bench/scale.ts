import { basicBrief } from '../../lib/brief';
import { prospectKey } from '../../lib/identity/key';
import type { Interaction } from '../../lib/interaction';
import type { Memory } from '../../lib/memory/memory';
import { prospectOf } from '../../lib/memory/record';
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
  digest: { logsMs: number; briefsMs: number };
}

/** @returns the logs of each person. */
function byPerson(logs: Interaction[]): Interaction[][] {
  const people = new Map<string, Interaction[]>();
  for (const log of logs) {
    const key = prospectKey(prospectOf(log));
    const there = people.get(key);
    if (there) there.push(log);
    else people.set(key, [log]);
  }
  return [...people.values()];
}

/** What a digest of everybody takes before it is written: all logs, and what each deal comes to. */
async function digest(memory: Memory): Promise<AtSize['digest']> {
  let logs: Interaction[] = [];
  const logsMs = await msOf(async () => {
    logs = await memory.allLogs();
  });
  const now = new Date().toISOString();
  const briefsMs = await msOf(() => {
    for (const history of byPerson(logs)) {
      const [first] = history;
      if (first) basicBrief({ prospect: prospectOf(first), history, now });
    }
  });
  return { logsMs, briefsMs };
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
    digest: await digest(memory),
  };
}

/** The history again once the server's table of documents has an index of tags. */
async function withIndex({ bank, databaseUrl }: BenchServer, memories: number): Promise<Spread> {
  const { memory } = await bank(`scale-${memories}`);
  sql(databaseUrl, 'create index bench_tags on documents using gin (tags); analyze documents;');
  let turn = 0;
  try {
    return await timed(21, () => {
      turn += 1;
      return memory.historyOf(invented((turn * 7) % (memories / logsEach)));
    });
  } finally {
    sql(databaseUrl, 'drop index bench_tags;');
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
        row('digest: all logs', (one) => figure(one.digest.logsMs)),
        row('digest: a brief of each', (one) => figure(one.digest.briefsMs)),
        row('stored by the server, a second', (one) => figure(one.storedPerSecond ?? Number.NaN)),
        row('copied for this bench, a second', (one) => figure(one.copiedPerSecond ?? Number.NaN)),
      ],
    ),
    largest
      ? `History of one at ${figure(largest.memories)} memories: ${spreadCell(largest.history)}; after \`create index on documents using gin (tags)\` in the server's database: ${spreadCell(indexed)}.`
      : '',
    'The first 500 logs go through the server as the extension sends them; the others are copies of them in the database, with other people and slightly other meanings.',
  ].join('\n\n');
  return {
    markdown,
    json: { sizes: found, historyWithIndex: indexed },
  };
}
