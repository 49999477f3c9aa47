import { sdk } from '@vectorize-io/hindsight-client';
import type { Prospect } from '../../../lib/identity/prospect';
import type { Interaction } from '../../../lib/interaction';
import { toRecord } from '../../../lib/memory/record';
import { createTransport } from '../../../lib/memory/transport';
import type { Connection } from '../../../lib/settings';
import { writtenDeals } from '../../fixtures/deals';
import { historyOf } from '../../fixtures/deals/deal';
import { sql } from './database';
import { patienceMs } from './server';

/** Logs of each invented prospect, at every size of a bank: what grows is the bank, not a history. */
export const logsEach = 20;
/** Prospects whose logs go through the server; all others are copies of theirs. */
const firstPeople = 25;
/** Logs that go through the server. */
const waveSize = firstPeople * logsEach;
/** Logs that one request carries: more gained nothing on 2 cores. */
const batchSize = 100;
/** Days between the calls of one prospect. */
const daysBetween = 6;

const calls = writtenDeals.flatMap(historyOf);

/** @returns the invented prospect of a number, always the same. */
export function invented(number: number): Prospect {
  const wave = `${Math.floor(number / firstPeople)}x${number % firstPeople}`;
  return {
    name: `Pat Wave${wave}`,
    email: `pat@wave${wave}.example`,
    company: `Wave${wave}`,
  };
}

/** @returns a log of the first prospects, in words that a rep wrote about some deal. */
function inventedLog(index: number): Interaction {
  const { name, email, company } = invented(index % firstPeople);
  const turn = Math.floor(index / firstPeople);
  const words = calls[(index * 7 + turn) % calls.length] as Interaction;
  const at = Date.UTC(2026, 10, 24, 9) - (logsEach - turn) * daysBetween * 86_400_000;
  return {
    ...words,
    id: `wave0x${index}`,
    at: new Date(at).toISOString(),
    prospect: name,
    email,
    company,
  };
}

/** Stores logs through the server, as the extension's are. @returns logs per second. */
export async function storeLogs(connection: Connection, logs: Interaction[]): Promise<number> {
  const transport = createTransport(connection, patienceMs);
  const path = { bank_id: connection.bank };
  const began = performance.now();
  for (let first = 0; first < logs.length; first += batchSize) {
    const items = logs.slice(first, first + batchSize).map(toRecord);
    await transport.write((options) =>
      sdk.retainMemories({ ...options, path, body: { items, async: false } }),
    );
  }
  return logs.length / ((performance.now() - began) / 1000);
}

/** @returns so many logs of the first prospects, always the same; at most as many as go through the server. */
export function inventedLogs(count = waveSize): Interaction[] {
  return Array.from({ length: count }, (_, index) => inventedLog(index));
}

function storeFirstWave(connection: Connection): Promise<number> {
  return storeLogs(connection, inventedLogs());
}

/** What a copy says instead of the first wave's own, as SQL over a column of the row `s`. */
const other = (column: string) =>
  `replace(replace(s.${column}::text, 'wave0x', 'wave' || w || 'x'), 'Wave0x', 'Wave' || w || 'x')`;
const otherId = (column: string) => `md5(s.${column}::text || w)::uuid`;

/** The tables that a memory lies in, and which columns of it differ in a copy. */
const copied: Record<string, Record<string, string>> = {
  documents: {
    id: other('id'),
    original_text: other('original_text'),
    retain_params: `${other('retain_params')}::jsonb`,
    tags: `${other('tags')}::varchar[]`,
  },
  chunks: {
    chunk_id: other('chunk_id'),
    document_id: other('document_id'),
    chunk_text: other('chunk_text'),
  },
  memory_units: {
    id: otherId('id'),
    document_id: other('document_id'),
    text: other('text'),
    metadata: `${other('metadata')}::jsonb`,
    tags: `${other('tags')}::varchar[]`,
    chunk_id: other('chunk_id'),
    // As near to the first as words about another deal are, and never the same.
    embedding:
      '(select array_agg(e + (random() - 0.5) * 0.02 * sign(w)) from unnest(s.embedding::real[]) e)::vector',
  },
  memory_links: { from_unit_id: otherId('from_unit_id'), to_unit_id: otherId('to_unit_id') },
};

async function insertOf(
  databaseUrl: string,
  bank: string,
  table: string,
  from: number,
  to: number,
): Promise<string> {
  const [names] = (await sql(
    databaseUrl,
    `select json_agg(column_name) from information_schema.columns
     where table_schema = 'public' and table_name = '${table}' and is_generated = 'NEVER'`,
  )) as [string[]];
  const changed = copied[table] ?? {};
  const values = names.map((name) => changed[name] ?? `s."${name}"`);
  const firsts = `select id from memory_units where bank_id = '${bank}' and document_id like 'wave0x%'`;
  const isFirst = {
    documents: `s.id like 'wave0x%'`,
    memory_links: `s.from_unit_id in (${firsts}) and s.to_unit_id in (${firsts})`,
  }[table];
  return `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')})
    select ${values.join(', ')} from ${table} s, generate_series(${from}, ${to}) w
    where s.bank_id = '${bank}' and ${isFirst ?? `s.document_id like 'wave0x%'`};`;
}

/**
 * Copies the first wave within the database, with other people and slightly other meanings: the
 * server embeds some 40 logs a second on 2 cores, and would take most of an hour for 100,000. The
 * index of meanings is made anew afterwards, which is faster than adding to it.
 */
async function copyWaves(
  databaseUrl: string,
  bank: string,
  from: number,
  to: number,
): Promise<void> {
  const [indexes] = (await sql(
    databaseUrl,
    `select coalesce(json_agg(json_build_object('name', indexname, 'made', indexdef)), '[]')
     from pg_indexes where tablename = 'memory_units' and indexdef like '%hnsw%''${bank}''%'`,
  )) as [{ name: string; made: string }[]];
  const inserts: string[] = [];
  for (const table of Object.keys(copied)) {
    inserts.push(await insertOf(databaseUrl, bank, table, from, to));
  }
  await sql(
    databaseUrl,
    [
      `set local maintenance_work_mem = '1GB';`,
      ...indexes.map(({ name }) => `drop index "${name}";`),
      ...inserts,
      ...indexes.map(({ made }) => `${made};`),
      ...Object.keys(copied).map((table) => `analyze ${table};`),
    ].join('\n'),
  );
}

/** How filling a bank went. */
interface Filled {
  /** Logs that the server stored in a second, and that were copied in a second; null where none were. */
  storedPerSecond: number | null;
  copiedPerSecond: number | null;
}

/** Waves that one transaction copies, so that an ended run goes on where it was. */
const wavesAtOnce = 50;

/**
 * Fills a bank up to a number of logs, `logsEach` of each prospect. The first go through the server,
 * the others are copies of them, made in the database with other people. What is there stays.
 */
export async function fillBank(
  connection: Connection,
  databaseUrl: string,
  count: number,
): Promise<Filled> {
  const { bank } = connection;
  const [there] = (await sql(
    databaseUrl,
    `select count(*) from documents where bank_id = '${bank}' and id like 'wave%x%'`,
  )) as [number];
  const storedPerSecond = there < waveSize ? await storeFirstWave(connection) : null;
  const began = performance.now();
  const waves = Math.ceil(count / waveSize);
  const from = Math.max(1, Math.floor(there / waveSize));
  for (let wave = from; wave < waves; wave += wavesAtOnce) {
    await copyWaves(databaseUrl, bank, wave, Math.min(waves, wave + wavesAtOnce) - 1);
  }
  const seconds = (performance.now() - began) / 1000;
  // Else the database writes them down within the next minutes, while something is measured.
  if (waves > from) await sql(databaseUrl, 'checkpoint;');
  return {
    storedPerSecond,
    copiedPerSecond: waves > from ? ((waves - from) * waveSize) / seconds : null,
  };
}
