import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes as they lie in the package, and as a store's download counts them. */
export interface Weight {
  raw: number;
  gzip: number;
}

/** @returns the weight of some text or file. */
export function weightOf(content: string | Buffer): Weight {
  const bytes = Buffer.from(content);
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}

const add = (a: Weight, b: Weight): Weight => ({ raw: a.raw + b.raw, gzip: a.gzip + b.gzip });

/** @returns the scripts that a page loads before it shows anything: its own, and what they import. */
async function scriptsOf(folder: string, page: string): Promise<string[]> {
  const html = await readFile(path.join(folder, page), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file);
  return named.filter((file) => file !== undefined);
}

/**
 * What each context of a built extension loads at its start: the worker, each content script, and
 * each page with its chunks and styles. Chunks that nothing loads at its start are `later`.
 *
 * @param folder of an unpacked extension
 */
export async function weighExtension(folder: string): Promise<Map<string, Weight>> {
  const weigh = async (file: string) => weightOf(await readFile(path.join(folder, file)));
  const weights = new Map<string, Weight>([['background', await weigh('background.js')]]);
  for (const file of (await readdir(path.join(folder, 'content-scripts'))).sort()) {
    if (file.endsWith('.js')) {
      weights.set(
        `content: ${file.replace('.js', '')}`,
        await weigh(path.join('content-scripts', file)),
      );
    }
  }
  const loaded = new Set<string>();
  const pages = (await readdir(folder)).filter((file) => file.endsWith('.html')).sort();
  for (const page of pages) {
    let sum: Weight = { raw: 0, gzip: 0 };
    for (const file of await scriptsOf(folder, page)) {
      loaded.add(file);
      sum = add(sum, await weigh(file));
    }
    weights.set(`page: ${page.replace('.html', '')}`, sum);
  }
  let later: Weight = { raw: 0, gzip: 0 };
  for (const file of await readdir(path.join(folder, 'chunks'))) {
    const chunk = `chunks/${file}`;
    if (file.endsWith('.js') && !loaded.has(chunk)) later = add(later, await weigh(chunk));
  }
  weights.set('later', later);
  return weights;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** @returns the numbers of one segment of a source map's mappings (base 64, variable length). */
function numbersIn(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const letter of segment) {
    const digit = digits.indexOf(letter);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}

/** A source map, as far as it says where each piece of a script comes from. */
interface SourceMap {
  sources: string[];
  mappings: string;
}

/**
 * Which source each character of a minified script comes from.
 *
 * @returns characters by source file; `''` is what the bundler itself wrote.
 */
export function sourcesOf(script: string, { sources, mappings }: SourceMap): Map<string, number> {
  const found = new Map<string, number>();
  const lines = script.split('\n');
  let source = 0;
  mappings.split(';').forEach((mapped, line) => {
    const length = (lines[line] ?? '').length;
    let column = 0;
    let from = '';
    const take = (to: number) => {
      if (to > column) found.set(from, (found.get(from) ?? 0) + to - column);
      column = to;
    };
    let at = 0;
    for (const segment of mapped === '' ? [] : mapped.split(',')) {
      const [step = 0, sourceStep] = numbersIn(segment);
      at += step;
      take(at);
      source += sourceStep ?? 0;
      from = sourceStep === undefined ? '' : (sources[source] ?? '');
    }
    take(length);
  });
  return found;
}

/** Most bytes, gzipped, by context; `content: *` holds for every content script. */
export type Budget = Record<string, number>;

/** @returns the budget of a context; undefined where nobody has set one. */
export function budgetOf(budget: Budget, context: string): number | undefined {
  return budget[context] ?? budget[context.replace(/: .*/, ': *')];
}

/** @returns the package that a source belongs to, or the folder of our own code. */
export function ownerOf(source: string): string {
  const inPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1];
  if (inPackage) return inPackage;
  const own = /(?:^|\/)(lib\/[^/]+|prompts|components|entrypoints\/[^/]+)(?:\/|$)/.exec(source);
  return own?.[1]?.replace(/\.tsx?$/, '') ?? 'bundler';
}
