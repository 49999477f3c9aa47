import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { Interaction } from '../../../lib/interaction';
import type { Memory } from '../../../lib/memory/memory';
import { planImport } from '../../../lib/transfer/plan';
import { type ImportProgress, importChunk, runImport } from '../../../lib/transfer/run';
import { readTable, UnreadableFile } from '../../../lib/transfer/table';
import { newBank } from './bank';
import { largeFile, plannedAt, wrongRows } from './large-file';

const zoe = { name: 'Zoë Müller', email: 'zoe@bau.example' };
const words = 'Fände 5 € je Nutzer „zu teuer“ – kommt zurück';
const table = [
  'Name;E-mail;Date;Notes',
  `${zoe.name};${zoe.email};2026-03-02 09:00;${words}`,
  `${zoe.name};${zoe.email};2031-01-01 09:00;Aus der Zukunft`,
].join('\r\n');

/** Bytes of the signs that Windows' Western code page has elsewhere than Latin 1. */
const windows: Record<string, number> = { '€': 0x80, '„': 0x84, '“': 0x93, '–': 0x96 };
const utf16 = (text: string, little: boolean) => {
  const units = Buffer.from(text, 'utf16le');
  return new Uint8Array(little ? units : units.swap16());
};

const encodings: [name: string, bytes: Uint8Array][] = [
  ['windows-1252', Uint8Array.from(table, (sign) => windows[sign] ?? sign.charCodeAt(0))],
  ['utf-16', utf16(`\uFEFF${table}`, true)],
  ['utf-16', utf16(`\uFEFF${table}`, false)],
];

const sendTo = (memory: Memory) => async (logs: Interaction[]) => ({
  ok: true as const,
  ...(await memory.storeMany(logs)),
});

it.each(encodings)('a file in %s is stored in its own words', async (encoding, bytes) => {
  const memory = await newBank();
  const plan = planImport(readTable(bytes), plannedAt);
  expect(plan).toMatchObject({ encoding, rows: 2 });
  expect(await memory.storeMany(plan.interactions)).toEqual({ stored: 1, known: 0 });
  expect((await memory.historyOf(zoe)).map(({ prospect, summary }) => [prospect, summary])).toEqual(
    [[zoe.name, words]],
  );
  // A day that lies ahead is named by row and column, and holds the others up by nothing.
  expect(plan.problems).toEqual([
    { row: 3, column: 'Date', message: expect.stringContaining('lies in the future') },
  ]);
});

it('one file fills two banks of one server', async () => {
  const { interactions } = planImport(readTable(new TextEncoder().encode(table)), plannedAt);
  for (const memory of [await newBank(), await newBank()]) {
    expect(await memory.storeMany(interactions)).toEqual({ stored: 1, known: 0 });
  }
});

it('UTF-16 that doesn’t say so is no text, and nothing of it is taken', () => {
  expect(() => readTable(utf16(table, true))).toThrow(UnreadableFile);
});

it('100,000 rows are previewed in little memory, with what is wrong by its row', async () => {
  const file = path.join(import.meta.dirname, 'large-file.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--max-old-space-size=256',
    '--import',
    'tsx',
    file,
  ]);
  const { logs, problems } = JSON.parse(stdout) as { logs: number; problems: { row: number }[] };
  expect(logs).toBe(100_000 - 3);
  expect(problems.map(({ row }) => row)).toEqual(Object.values(wrongRows));
});

it('a large import is stored in parts, can be stopped between two, and goes on without doubles', async () => {
  const memory = await newBank();
  const { interactions } = planImport(readTable(largeFile(100)), plannedAt);
  const stop = new AbortController();
  const seen: ImportProgress[] = [];
  const onProgress = (progress: ImportProgress) => {
    seen.push(progress);
    if (seen.length === 2) stop.abort();
  };
  const send = sendTo(memory);
  const first = await runImport(interactions, { send, onProgress, signal: stop.signal });
  expect(first.ended).toBe('cancelled');
  const stored = (await memory.allLogs()).length;
  expect(stored).toBeGreaterThan(0);
  expect(stored).toBeLessThanOrEqual(3 * importChunk);
  const on = { send, onProgress: () => {}, signal: new AbortController().signal };
  expect(await runImport(interactions, on)).toMatchObject({
    ended: 'complete',
    stored: 100 - stored,
    known: stored,
  });
  expect(await runImport(interactions, on)).toMatchObject({ stored: 0, known: 100 });
  const all = await memory.allLogs();
  expect(all.map(({ id }) => id).sort()).toEqual(interactions.map(({ id }) => id).sort());
});
