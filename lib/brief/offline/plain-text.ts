import type { Lexicon } from './lexicon';

/** A log in a shape that rules can read, with the way back to the words as they were written. */
export interface PlainText {
  text: string;
  /** @returns the words as written behind a stretch of `text`. */
  verbatim: (start: number, end: number) => string;
}

const entities: Record<string, string> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
};

/** @returns a pattern that finds what has to be flattened, and some words: names and shorthand. */
function flattenable(words: string[]): RegExp {
  const known = words
    .filter((word) => word.length > 1)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const name = known.length > 0 ? `|(?<!\\p{L})(?:${known.join('|')})(?!\\p{L})` : '';
  return new RegExp(
    `<\\/?[a-z!][^<>]{0,300}>|&(?:nbsp|amp|quot|apos|#39);|[^\\S\\n]+|[\\p{Cc}\\p{Cf}]|[‘’ʼ´\`]|[“”„«»]${name}`,
    'giu',
  );
}

/**
 * Flattens a log: markup, control characters and runs of blanks become one blank, typographic
 * quotes the plain ones, what is typed in short ("didnt") is written out, and the prospect's own name is
 * the pronoun, so that "Ann left" and "she left" read alike. Line breaks stay.
 */
export function plainText(
  raw: string,
  prospect: string,
  { pronoun, shorthand }: Pick<Lexicon, 'pronoun' | 'shorthand'>,
): PlainText {
  const names = prospect.split(/\s+/);
  const isName = new Set(names);
  const pieces: string[] = [];
  let last = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const put = (piece: string, from: number, to: number, exact: boolean) => {
    for (let index = 0; index < piece.length; index++) {
      starts.push(exact ? from + index : from);
      ends.push(exact ? from + index + 1 : to);
    }
    if (piece === '') return;
    pieces.push(piece);
    last = piece.charAt(piece.length - 1);
  };
  const replacementOf = (found: string): string => {
    if (isName.has(found)) return pronoun;
    const long = shorthand.get(found.toLowerCase());
    if (long) return long;
    if (found === '\n' || /^\p{L}/u.test(found)) return found;
    const flat = entities[found.toLowerCase()] ?? quoteOf(found);
    return flat === ' ' && (last === '' || last === ' ') ? '' : flat;
  };
  let done = 0;
  for (const match of raw.matchAll(flattenable([...names, ...shorthand.keys()]))) {
    const [found] = match;
    put(raw.slice(done, match.index), done, match.index, true);
    put(replacementOf(found), match.index, match.index + found.length, false);
    done = match.index + found.length;
  }
  put(raw.slice(done), done, raw.length, true);
  return {
    text: pieces.join(''),
    verbatim: (start, end) => raw.slice(starts[start] ?? 0, ends[end - 1] ?? 0),
  };
}

function quoteOf(found: string): string {
  // Invisible characters inside a word would split it.
  if (/^\p{Cf}$/u.test(found)) return '';
  if (/[‘’ʼ´`]/.test(found)) return "'";
  return /[“”„«»]/.test(found) ? '"' : ' ';
}
