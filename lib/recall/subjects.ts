import { type Subject, subjects } from './english';
import type { PlacedWord } from './words';

/** @returns a pattern for words as `english.ts` writes them. */
function patternOf(words: string): RegExp {
  const alternatives = words
    .split(' ')
    .map((word) => word.replaceAll('*', '\\p{L}*').replaceAll('_', '[\\s-]'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** Made with the first question, not with the worker's start. */
let known: (Subject & { asked: RegExp; said: RegExp })[] | null = null;

/** As much of a text as is looked at, in characters: imports can be pages long. */
const longest = 4_000;

/** A subject of a question, and which of the question's words stand for it. */
export interface AskedSubject {
  example: string;
  /** In how many ways it can be said: one with few is a narrower one. */
  breadth: number;
  words: PlacedWord[];
  /** @returns whether a log is about it, too. */
  isIn(text: string): boolean;
}

/** @returns what a question is about. @param asked its words */
export function subjectsOf(question: string, asked: readonly PlacedWord[]): AskedSubject[] {
  known ??= subjects.map((subject) => {
    const { words, products } = subject;
    return {
      ...subject,
      asked: patternOf(words),
      said: patternOf(products ? `${words} ${products}` : words),
    };
  });
  return known.flatMap(({ example, words, asked: pattern, said }) => {
    const places = [...question.matchAll(pattern)].map(({ 0: text, index }) => ({
      start: index,
      end: index + text.length,
    }));
    if (places.length === 0) return [];
    const standing = asked.filter((word) =>
      places.some(({ start, end }) => word.start < end && word.end > start),
    );
    const isIn = (text: string) => text.slice(0, longest).search(said) >= 0;
    return [{ example, breadth: words.length, words: standing, isIn }];
  });
}

/** So many subjects of a question are looked for by themselves: each is one more request. */
const mostExamples = 2;

/**
 * What logs that answer a question could say: recall by the question alone misses what is said in
 * other words. Of many subjects, the narrowest.
 */
export function examplesFor(question: string): string[] {
  return subjectsOf(question, [])
    .sort((a, b) => a.breadth - b.breadth)
    .slice(0, mostExamples)
    .map(({ example }) => example);
}
