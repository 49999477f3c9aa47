import { subjectsOf } from './subjects';
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
  return short.length >= 5 && long.startsWith(short);
}

/** Two words of which one is the other mistyped: one letter more, fewer, another, or two swapped. */
function isSlip(a: PlacedWord, b: PlacedWord): boolean {
  const [short, long] = a.stem.length < b.stem.length ? [a.stem, b.stem] : [b.stem, a.stem];
  // In a shorter word, a slip makes another word too often.
  if (short.length < 6 || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const swapped = `${long[at + 1]}${long[at]}${long.slice(at + 2)}`;
  return (
    [short.slice(at), short.slice(at + 1)].includes(long.slice(at + 1)) ||
    short.slice(at) === swapped
  );
}

/** @returns of each asked word, which of some texts have it; where none has, which have it but for a slip. */
export function wordsShared(
  asked: readonly PlacedWord[],
  texts: readonly (readonly PlacedWord[])[],
): boolean[][] {
  return asked.map((one) => {
    const exact = texts.map((said) => said.some((word) => meet(one, word)));
    return exact.includes(true)
      ? exact
      : texts.map((said) => said.some((word) => isSlip(one, word)));
  });
}

/** @returns where in a text words are that a question asks about, in order. */
export function marksIn(question: string, text: string): Stretch[] {
  const asked = wordsIn(question);
  return wordsIn(text)
    .filter((word) => asked.some((one) => meet(one, word) || isSlip(one, word)))
    .map(({ start, end }) => ({ start, end }));
}

/** @returns whether a sentence shares a word or a subject with a text, other than the names in it. */
export function sharesWith(sentence: string, text: string, names: string): boolean {
  const named = new Set(wordsIn(names).map((word) => word.stem));
  const own = wordsIn(sentence).filter((word) => !named.has(word.stem));
  return (
    wordsShared(own, [wordsIn(text)]).some(([isIn]) => isIn) ||
    subjectsOf(sentence, own).some((subject) => subject.isIn(text))
  );
}
