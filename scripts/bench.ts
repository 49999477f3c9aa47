import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { repository } from './home';
import { fail, run, say } from './say';

/** What a part of the bench gives: a table for people, and plain figures. */
interface BenchResult {
  markdown: string;
  json: unknown;
}

const folder = path.join(repository, 'tests', 'bench');

const help = `Measures, and prints tables. Nothing of it is asserted.

  npm run bench                    every part
  npm run bench -- PART [PART…]    some parts
  npm run bench -- --json FILE     and writes the figures of each part to a file
  --help                           this text`;

async function partNames(): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  return files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3))
    .sort();
}

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'string' }, help: { type: 'boolean' } },
  });
  const parts = await partNames();
  if (values.help) {
    say(`${help}\n\n  parts: ${parts.join(', ')}`);
    return 0;
  }
  const unknown = positionals.find((name) => !parts.includes(name));
  if (unknown) fail(`"${unknown}" is no part of the bench.`, `Parts: ${parts.join(', ')}`);
  const figures: Record<string, unknown> = {};
  for (const name of positionals.length > 0 ? positionals : parts) {
    const file = pathToFileURL(path.join(folder, `${name}.ts`)).href;
    const { default: measure } = (await import(file)) as { default: () => Promise<BenchResult> };
    const { markdown, json } = await measure();
    process.stdout.write(`## ${name}\n\n${markdown}\n\n`);
    figures[name] = json;
  }
  if (values.json) await writeFile(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  return 0;
});
