import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Interaction } from '../../lib/interaction';
import { newId } from '../../lib/memory/id';
import { createMemory } from '../../lib/memory/memory';
import type { Connection } from '../../lib/settings';
import { importChunk } from '../../lib/transfer/run';
import { ensureEnvironment, type Hindsight, startHindsight } from '../../scripts/hindsight';
import type { Surroundings } from '../../scripts/hindsight/server';
import { startWorker } from './support/cluster';
import { databaseUrlOf, sql } from './support/database';
import { inventedLogs } from './support/fill';
import { heldBy } from './support/held';
import type { BenchResult } from './support/result';
import { isSmoke, msOf, rounds, type Spread, spreadOf } from './support/spread';
import { figure, spreadCell, table } from './support/table';

/** Logs of one run. */
const count = isSmoke ? 25 : 80;
/**
 * Each process takes up to a hundred connections by itself, and PostgreSQL has a hundred for all:
 * three processes ran out of them ("too many clients already").
 */
const pool = { HINDSIGHT_API_DB_POOL_MAX_SIZE: '25' };
/** Runs of each shape with each set-up. */
const times = 3;
/** How often the server is asked whether it is done (ms). */
const askEveryMs = 100;
/** A worker that has something to do does it within this time (ms). */
const quietMs = 4_000;
/** Longer than any run takes (ms). */
const patienceMs = 120_000;
/** Requests that hand logs over at the same time, as those of several reps do. */
const atOnce = 8;

/** How logs are handed over: in how many of them each operation is. */
const shapes = [
  { name: 'one by one, as reps save them', each: 1 },
  { name: `by ${importChunk}, as an import hands them over`, each: importChunk },
] as const;

type Status = 'pending' | 'processing' | 'failed' | 'completed';

/** How many operations of a bank are in a state. */
async function operations({ baseUrl, apiKey, bank }: Connection, status: Status): Promise<number> {
  const answer = await fetch(
    `${baseUrl}/v1/default/banks/${bank}/operations?status=${status}&limit=1`,
    { headers: { authorization: `Bearer ${apiKey}` } },
  );
  if (!answer.ok) throw new Error(`operations: ${answer.status}`);
  return ((await answer.json()) as { total: number }).total;
}

/** Waits until something holds. @throws once it takes longer than any run does */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + patienceMs; !(await holds()); await sleep(askEveryMs)) {
    if (Date.now() > end) throw new Error('the logs were not worked off in time');
  }
}

/** Nothing waits and nothing is under way; asked in this order, since what waits comes under way. */
const isDone = async (connection: Connection) =>
  (await operations(connection, 'pending')) === 0 &&
  (await operations(connection, 'processing')) === 0;

/** Hands logs over as the product does, so many in each operation, several requests at a time. */
async function handOver(connection: Connection, logs: Interaction[], each: number): Promise<void> {
  const memory = createMemory(connection, { timeoutMs: patienceMs });
  const parcels: Interaction[][] = [];
  for (let at = 0; at < logs.length; at += each) parcels.push(logs.slice(at, at + each));
  const work = async () => {
    for (let next = parcels.pop(); next; next = parcels.pop()) await memory.submit(next, newId());
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** @returns how many logs are there as one document with one memory, of everything that is there. */
async function exactlyOnce(connection: Connection, logs: Interaction[]) {
  const held = await heldBy(connection);
  const once = logs.filter(({ id }) => {
    const one = held.get(id);
    return one?.documents === 1 && one.memories.length === 1;
  });
  return { once: once.length, more: held.size - once.length };
}

/** How many operations each worker has worked off. */
async function shares(databaseUrl: string, bank: string): Promise<Record<string, number>> {
  const [found] = (await sql(
    databaseUrl,
    `select coalesce(json_object_agg(worker_id, done), '{}') from (
       select worker_id, count(*) done from async_operations
       where bank_id = '${bank}' and worker_id is not null group by 1) workers`,
  )) as [Record<string, number>];
  return found;
}

/** @returns milliseconds that all cores of the machine have worked so far, whatever at. */
function busy(): number {
  return cpus().reduce((sum, { times: { user, nice, sys } }) => sum + user + nice + sys, 0);
}

async function newBank({ baseUrl, apiKey }: Hindsight): Promise<Connection> {
  const connection = { baseUrl, apiKey, bank: `workers-${newId()}` };
  await createMemory(connection).createBank();
  return connection;
}

interface Run {
  perSecond: number;
  coresBusy: number;
  once: number;
  more: number;
  failed: number;
  shares: Record<string, number>;
}

async function store(hindsight: Hindsight, databaseUrl: string, each: number): Promise<Run> {
  const connection = await newBank(hindsight);
  const logs = inventedLogs(count);
  const before = busy();
  const ms = await msOf(async () => {
    await handOver(connection, logs, each);
    await until(() => isDone(connection));
  });
  return {
    perSecond: count / (ms / 1000),
    coresBusy: (busy() - before) / ms,
    ...(await exactlyOnce(connection, logs)),
    failed: await operations(connection, 'failed'),
    shares: await shares(databaseUrl, connection.bank),
  };
}

/** What is measured of one way to hand over with one set-up. */
interface Measured {
  setup: string;
  shape: string;
  perSecond: Spread;
  coresBusy: Spread;
  runs: Run[];
}

async function measure(setup: string, hindsight: Hindsight, url: string): Promise<Measured[]> {
  // The first use of the model and of the connections is no one's.
  await store(hindsight, url, importChunk);
  const found: Measured[] = [];
  for (const { name, each } of shapes) {
    const runs: Run[] = [];
    for (let round = 0; round < rounds(times); round += 1)
      runs.push(await store(hindsight, url, each));
    found.push({
      setup,
      shape: name,
      perSecond: spreadOf(runs.map(({ perSecond }) => perSecond)),
      coresBusy: spreadOf(runs.map(({ coresBusy }) => coresBusy)),
      runs,
    });
  }
  return found;
}

/** Logs that are handed over while nobody works them off. @returns what becomes of them later. */
async function waiting(hindsight: Hindsight) {
  const connection = await newBank(hindsight);
  const logs = inventedLogs(importChunk);
  await handOver(connection, logs, 1);
  await sleep(2_000);
  const early = (await heldBy(connection)).size;
  return async () => {
    await until(() => isDone(connection));
    return { early, ...(await exactlyOnce(connection, logs)) };
  };
}

/** Waits until nothing of a bank's goes on any more. @returns how many operations are under way then. */
async function standing(connection: Connection): Promise<number> {
  let [left, seen] = [0, ''];
  await until(async () => {
    await sleep(quietMs);
    // An operation that is a part of another keeps that one waiting.
    const waiting = await operations(connection, 'pending');
    left = await operations(connection, 'processing');
    const now = `${waiting} ${left}`;
    const same = now === seen;
    seen = now;
    return same;
  });
  return left;
}

/** One of two workers is killed while both store; later it starts again under its own id. */
async function killed(hindsight: Hindsight, home: string, around: Surroundings) {
  const connection = await newBank(hindsight);
  const logs = inventedLogs(count);
  const [staying, dying] = [
    await startWorker('worker-1', home, around),
    await startWorker('worker-2', home, around),
  ];
  let again: typeof dying | null = null;
  try {
    await handOver(connection, logs, 1);
    await until(async () => (await operations(connection, 'completed')) > count / 5);
    await dying.kill();
    const left = await standing(connection);
    const ms = await msOf(async () => {
      again = await startWorker('worker-2', home, around);
      await until(() => isDone(connection));
    });
    return {
      left,
      seconds: ms / 1000,
      ...(await exactlyOnce(connection, logs)),
      failed: await operations(connection, 'failed'),
    };
  } finally {
    await Promise.all([staying.stop(), (again ?? dying).stop()]);
  }
}

/** What became of the logs whose worker was killed. */
function toldOf(crash: Awaited<ReturnType<typeof killed>> | string): string {
  if (typeof crash === 'string') return `A worker killed while it stores: not measured (${crash}).`;
  return `One of two workers killed (SIGKILL) while both stored, one log an operation: the other one worked off what waited; ${crash.left} operations that the killed one had claimed stood still until a worker with the same \`HINDSIGHT_API_WORKER_ID\` started, ${figure(crash.seconds)} s after which all was done: ${crash.once} of ${count} logs there exactly once, ${crash.more} others, ${crash.failed} failed.`;
}

const numbersOf = (done: Record<string, number>) =>
  Object.entries(done)
    .sort()
    .map(([id, many]) => `${id}: ${many}`)
    .join(', ');

/** How fast logs are stored by the API server's own worker, and by one and two workers beside it. */
export default async function benchWorkers(): Promise<BenchResult> {
  const home = await mkdtemp(path.join(tmpdir(), 'salesmemory-workers-'));
  const files = await ensureEnvironment();
  const found: Measured[] = [];
  let later: Awaited<ReturnType<Awaited<ReturnType<typeof waiting>>>>;
  let crash: Awaited<ReturnType<typeof killed>> | string;
  let hindsight: Hindsight | null = await startHindsight({ home, settings: pool });
  try {
    found.push(...(await measure('API alone, its own worker', hindsight, databaseUrlOf(home))));
    await hindsight.stop();
    hindsight = null;
    const settings = { ...pool, HINDSIGHT_API_WORKER_ENABLED: 'false' };
    hindsight = await startHindsight({ home, settings });
    const url = databaseUrlOf(home);
    const around = { files, databaseUrl: url, apiKey: hindsight.apiKey, settings: pool };
    const waited = await waiting(hindsight);
    const first = await startWorker('worker-1', home, around);
    try {
      later = await waited();
      found.push(...(await measure('API and one worker', hindsight, url)));
      const second = await startWorker('worker-2', home, around);
      try {
        found.push(...(await measure('API and two workers', hindsight, url)));
      } finally {
        await second.stop();
      }
    } finally {
      await first.stop();
    }
    // What was measured before stands, whatever becomes of this.
    crash = await killed(hindsight, home, around).catch(String);
  } finally {
    await hindsight?.stop();
    await rm(home, { recursive: true, force: true });
  }
  const cores = availableParallelism();
  const markdown = [
    `PostgreSQL 18 with pgvector as a process of its own, which Hindsight is only told the address of (\`HINDSIGHT_API_DATABASE_URL\`); the API server of Hindsight with \`HINDSIGHT_API_WORKER_ENABLED=false\` and workers beside it (\`hindsight-worker\`, each with an \`HINDSIGHT_API_WORKER_ID\` of its own), or with the worker that is in it. Each process has \`HINDSIGHT_API_DB_POOL_MAX_SIZE=${pool.HINDSIGHT_API_DB_POOL_MAX_SIZE}\`: by default each takes up to 100 connections, and PostgreSQL has 100 for all. All of it on one machine of ${cores} cores, the bench too. ${count} logs, each a document, are handed over to be stored later (\`async\`), as the product does it; logs a second from the first request until no operation is left: median (least–most) of ${rounds(times)} runs in new banks.`,
    table(
      [
        'stored by',
        'handed over',
        'logs a second',
        `cores busy, of ${cores}`,
        'each there exactly once',
        'operations of the last run',
      ],
      found.map(({ setup, shape, perSecond, coresBusy, runs }) => [
        setup,
        shape,
        spreadCell(perSecond),
        figure(coresBusy.median),
        runs.every(({ once, more, failed }) => once === count && more === 0 && failed === 0)
          ? 'yes'
          : `**no**: ${runs.map(({ once, more, failed }) => `${once} of ${count}, ${more} others, ${failed} failed`).join('; ')}`,
        numbersOf(runs.at(-1)?.shares ?? {}),
      ]),
    ),
    `"Cores busy" is all that the machine did meanwhile: where all cores are busy with one worker, a second one on the same machine has nothing to gain.`,
    `Handed over while no worker ran: ${later.early} of ${importChunk} logs were stored after two seconds, and ${later.once} exactly once after one had started.`,
    toldOf(crash),
  ].join('\n\n');
  return { markdown, json: { found, later, crash } };
}
