import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'wxt';
import { repository } from '../../scripts/home';
import budget from './budget.json';
import type { BenchResult } from './support/result';
import { table } from './support/table';
import { treemap } from './support/treemap';
import { budgetOf, ownerOf, sourcesOf, weighExtension } from './support/weigh';

/** Where the weighed build and its treemap go: out of the repository. */
const folder = path.join(repository, '.output', 'weight');

/** Owners that are shown by name; the rest of a script is summed up. */
const shownOwners = 8;

/** A build as a store gets it, with maps from each byte to its source. */
async function buildWithMaps(): Promise<void> {
  const { log } = console;
  const { NODE_ENV } = process.env;
  // WXT lists every file; the table says it better.
  console.log = () => {};
  // Else what the bench was started from decides, and a test's packs React's development build.
  process.env.NODE_ENV = 'production';
  try {
    await build({
      root: repository,
      mode: 'production',
      outDirTemplate: path.basename(folder),
      vite: () => ({ build: { sourcemap: 'hidden' }, logLevel: 'silent' }),
    });
  } finally {
    console.log = log;
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

interface Script {
  file: string;
  /** Raw bytes by source file. */
  sources: Map<string, number>;
}

async function scripts(): Promise<Script[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.js'));
  return Promise.all(
    files.sort().map(async (file) => {
      const script = await readFile(path.join(folder, file), 'utf8');
      const map = await readFile(path.join(folder, `${file}.map`), 'utf8').catch(() => null);
      // The bundler's own few lines have no map.
      if (map === null)
        return { file, sources: new Map([['rolldown', Buffer.byteLength(script)]]) };
      return { file, sources: sourcesOf(script, JSON.parse(map)) };
    }),
  );
}

/** @returns raw bytes by package or folder, most first. */
function byOwner({ sources }: Script): [owner: string, bytes: number][] {
  const sums = new Map<string, number>();
  for (const [source, bytes] of sources) {
    const owner = ownerOf(source);
    sums.set(owner, (sums.get(owner) ?? 0) + bytes);
  }
  return [...sums].sort(([, a], [, b]) => b - a);
}

const sizeOf = ({ sources }: Script) =>
  [...sources.values()].reduce((sum, bytes) => sum + bytes, 0);

const kB = (bytes: number) => (bytes / 1000).toFixed(1);

function contentsRow(script: Script): string[] {
  const owners = byOwner(script);
  const rest = owners.slice(shownOwners).reduce((sum, [, bytes]) => sum + bytes, 0);
  const named = owners.slice(0, shownOwners).map(([owner, bytes]) => `${owner} ${kB(bytes)}`);
  return [script.file, [...named, ...(rest > 0 ? [`rest ${kB(rest)}`] : [])].join(' · ')];
}

/** Every script's size and what is in it, beside its budget. */
export default async function benchWeight(): Promise<BenchResult> {
  await buildWithMaps();
  const weights = [...(await weighExtension(folder))];
  const all = await scripts();
  const map = path.join(folder, 'treemap.html');
  await writeFile(map, treemap(all.map(({ file, sources }) => ({ name: file, parts: sources }))));
  const [content, others] = [true, false].map((isContent) =>
    all.filter(({ file }) => file.startsWith('content-scripts') === isContent),
  ) as [Script[], Script[]];
  // They share nearly everything; the heaviest shows what is in all of them.
  const [heaviest] = content.sort((a, b) => sizeOf(b) - sizeOf(a));
  const markdown = [
    table(
      ['loaded at the start of', 'raw (kB)', 'gzipped (kB)', 'budget, gzipped (kB)'],
      weights.map(([name, { raw, gzip }]) => [
        name,
        kB(raw),
        kB(gzip),
        kB(budgetOf(budget, name) ?? 0),
      ]),
    ),
    'What is in the scripts, raw kB of the minified file:',
    table(['script', 'contents'], [...others, ...(heaviest ? [heaviest] : [])].map(contentsRow)),
    'A treemap of every script is written to `.output/weight/treemap.html`.',
  ].join('\n\n');
  return {
    markdown,
    json: {
      weights: Object.fromEntries(weights),
      contents: Object.fromEntries(
        all.map((script) => [script.file, Object.fromEntries(byOwner(script))]),
      ),
    },
  };
}
