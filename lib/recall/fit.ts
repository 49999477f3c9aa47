import { type PlacedWord, wordsIn } from './words';

/** A stretch of a text. */
export interface Stretch {
  start: number;
  end: number;
}

/** Two words that are forms of one: the same stem, or one that begins with the whole other. */
function meet(a: PlacedWord, b: PlacedWord): boolean {
  if (a.stem === b.stem) return true;
  const [short, long] = a.stem.length < b.stem.length ? [a.stem, b.stem] : [b.stem, a.stem];
  return short.length >= 4 && long.startsWith(short);
}

/** @returns which of the asked words a text has. */
export const wordsShared = (asked: readonly PlacedWord[], said: readonly PlacedWord[]) =>
  asked.map((one) => said.some((word) => meet(one, word)));

/** @returns where in a text words are that a question asks about, in order. */
export function marksIn(question: string, text: string): Stretch[] {
  const asked = wordsIn(question);
  return wordsIn(text)
    .filter((word) => asked.some((one) => meet(one, word)))
    .map(({ start, end }) => ({ start, end }));
}
