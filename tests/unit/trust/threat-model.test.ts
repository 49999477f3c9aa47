import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const lines = readFileSync(path.join(root, 'docs/security.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!who|---)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, who = '', tries = '', , shown = '']) => ({ line: `${who}: ${tries}`, shown }));

/** Files of tests by the short names that the document gives them: `unit/models/*`, `e2e/trust`. */
function filesOf(name: string): string[] {
  const folder = path.join(root, 'tests', path.dirname(name));
  const begin = path.basename(name).replace(/\*$/, '');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => (name.endsWith('*') ? file.startsWith(begin) : file.startsWith(`${begin}.`)))
    .map((file) => path.join(folder, file));
}

const words = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

describe('each line of the threat model names what fails without it', () => {
  it.each(lines)('$line', ({ shown }) => {
    if (/^not stopped/.test(shown)) return;
    const named = [...shown.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
    const tests = named.filter((name) => /^(unit|contract|e2e|fixtures)\//.test(name));
    const benches = [...shown.matchAll(/(?:npm run bench )?-- (\w+)/g)].map(([, part]) => part);
    expect(tests.length + benches.length).toBeGreaterThan(0);
    for (const name of tests) expect(filesOf(name), name).not.toEqual([]);
    for (const part of benches)
      expect(existsSync(path.join(root, 'tests/bench', `${part}.ts`)), part).toBe(true);
    // What it quotes of a test is how that test is called.
    const sources = words(
      tests
        .flatMap(filesOf)
        .map((file) => readFileSync(file, 'utf8'))
        .join(' '),
    );
    for (const [, quote = ''] of shown.matchAll(/\*([^*`]{4,})\*/g))
      expect(sources).toContain(words(quote.replace(/…$/, '')));
  });

  it('finds them all', () => {
    expect(lines.length).toBeGreaterThan(15);
  });
});
