import { readdir, readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { BenchResult } from '../tests/bench/support/result';
import { stopShared } from '../tests/bench/support/server';
import { repository } from './home';
import { fail, run, say } from './say';

const folder = path.join(repository, 'tests', 'bench');
const docsFile = path.join(repository, 'docs', 'performance.md');

const help = `Measures, and prints tables. Nothing of it is asserted.

  npm run bench                    every part
  npm run bench -- PART [PART…]    some parts
  npm run bench -- --json FILE     and writes the figures of each part to a file
  npm run bench -- --docs          and writes the tables into docs/performance.md
  --help                           this text`;

/** The order of the tables: what a rep feels first. Parts that aren't named follow. */
const order = [
  ...['floor', 'page', 'ui', 'detect', 'brief', 'recall', 'digest', 'ask', 'reference', 'known'],
  ...['weight', 'scale', 'workers', 'faults', 'chaos', 'hostile'],
];

async function partNames(): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  const rank = (name: string) => (order.indexOf(name) + order.length + 1) % (order.length + 1);
  return files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3))
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}

/** What the figures were taken on, since they mean nothing without it. */
function machine(): string {
  const [first] = cpus();
  return `${cpus().length} cores (${first?.model.trim() ?? 'unknown'}), ${process.platform}, Node ${process.versions.node}`;
}

/** What makes a run another one than its command says. */
const sizes = ['BENCH_SMOKE', 'BENCH_MEMORIES', 'LOGS', 'SECONDS', 'SEED'];

/** @returns the command that measures a part again as it was measured now. */
function commandOf(name: string): string {
  const set = sizes
    .map((size) => `SALESMEMORY_${size}`)
    .filter((size) => process.env[size])
    .map((size) => `${size}=${process.env[size]} `);
  return `${set.join('')}npm run bench -- ${name}`;
}

/**
 * Puts the tables of some parts between their marks, and leaves the others as they are. A part that
 * has no marks yet gets a section at the end.
 */
function withTables(docs: string, tables: Map<string, string>): string {
  let text = docs;
  for (const [name, table] of tables) {
    const [from, to] = [`<!-- bench ${name} -->`, `<!-- /bench ${name} -->`];
    const block = `${from}\n\n${table}\n\n${to}`;
    const start = text.indexOf(from);
    const end = text.indexOf(to, start);
    text =
      start < 0 || end < 0
        ? `${text.trimEnd()}\n\n## ${name}\n\n${block}\n`
        : text.slice(0, start) + block + text.slice(end + to.length);
  }
  return text;
}

async function measure(name: string): Promise<BenchResult> {
  const file = pathToFileURL(path.join(folder, `${name}.ts`)).href;
  const part = (await import(file)) as { default: () => Promise<BenchResult> };
  return part.default();
}

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      docs: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const parts = await partNames();
  if (values.help) {
    say(`${help}\n\n  parts: ${parts.join(', ')}`);
    return 0;
  }
  const unknown = positionals.find((name) => !parts.includes(name));
  if (unknown) fail(`"${unknown}" is no part of the bench.`, `Parts: ${parts.join(', ')}`);
  const figures: Record<string, unknown> = {};
  const failed: string[] = [];
  for (const name of positionals.length > 0 ? positionals : parts) {
    const began = performance.now();
    try {
      const { markdown, json } = await measure(name);
      const seconds = Math.round((performance.now() - began) / 1000);
      const day = new Date().toISOString().slice(0, 10);
      const note = `\`${commandOf(name)}\`, ${seconds} s, ${day}, on ${machine()}.`;
      process.stdout.write(`## ${name}\n\n${markdown}\n\n${note}\n\n`);
      figures[name] = json;
      // Written part by part: a long run that is ended keeps what it measured.
      if (values.docs) {
        const tables = new Map([[name, `${markdown}\n\n${note}`]]);
        await writeFile(docsFile, withTables(await readFile(docsFile, 'utf8'), tables));
      }
    } catch (error) {
      // One part that breaks must not cost the figures of the others.
      failed.push(name);
      say(`✗ ${name}: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
    }
  }
  await stopShared();
  if (values.json) await writeFile(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  if (failed.length > 0) say(`✗ Not measured: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
});
