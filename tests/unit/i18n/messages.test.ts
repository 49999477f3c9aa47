import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

type File = Record<string, { message: string }>;

const locales = 'public/_locales';
const read = (language: string): File =>
  JSON.parse(readFileSync(path.join(locales, language, 'messages.json'), 'utf8'));

const english = read('en');
const keys = Object.keys(english);
const languages = readdirSync(locales);

/** @returns the code of some files and folders. */
const codeOf = (...places: string[]) =>
  places
    .flatMap((place) =>
      place.endsWith('.ts')
        ? [place]
        : readdirSync(place, { recursive: true, encoding: 'utf8' }).map((file) =>
            path.join(place, file),
          ),
    )
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

/** The extension's own sources; tests don't count as use. */
const sources = codeOf('components', 'entrypoints', 'lib', 'wxt.config.ts');

const named = new Set([...sources.matchAll(/['"]([a-z]\w*)['"]/gi)].map(([, key]) => key));
/** Keys that are put together from a fixed start or end, as patterns. */
const composed = [...sources.matchAll(/`(\w*(?:\$\{[^}]*\}\w*)+)`/g)]
  .map(([, template = '']) => template.split(/\$\{[^}]*\}/))
  .filter((parts) => parts.join('').includes('_'))
  .map((parts) => new RegExp(`^${parts.join('\\w+')}$`));
const inManifest = new Set([...sources.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key));

function isUsed(key: string): boolean {
  const name = key.replace(/_(one|other)$/, '');
  if (named.has(key) || inManifest.has(key)) return true;
  return (name !== key && named.has(name)) || composed.some((pattern) => pattern.test(key));
}

const placesIn = (message: string) => [...new Set(message.match(/\$\d/g))].sort();

describe('the words', () => {
  it('are there in English, German and Spanish', () => {
    expect(languages.sort()).toEqual(['de', 'en', 'es']);
  });

  it('are all used', () => {
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });

  it('stand nowhere else: no failure is worded in the code of screens and background', () => {
    const code = codeOf('components', 'entrypoints');
    expect(code.match(/message(?:: | =\s+)(['"`])[A-Z].*/g) ?? []).toEqual([]);
  });

  it('have a form for one and a form for many', () => {
    const lone = keys.filter(
      (key) => key.endsWith('_one') && !(key.replace(/_one$/, '_other') in english),
    );
    expect(lone.filter((key) => key !== 'times_one')).toEqual([]);
  });
});

describe.each(languages)('the words in %s', (language) => {
  const file = read(language);

  it('are the same ones, in the same order', () => {
    expect(Object.keys(file)).toEqual([...keys].sort());
  });

  it('say something, with the same things put in', () => {
    for (const key of keys) {
      expect(file[key]?.message.trim(), key).not.toBe('');
      expect(placesIn(file[key]?.message ?? ''), key).toEqual(
        placesIn(english[key]?.message ?? ''),
      );
    }
  });
});
