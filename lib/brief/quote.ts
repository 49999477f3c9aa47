import { invisible } from '../../prompts/fence';

/** Punctuation that keyboards, editors and models write in several ways, each as its plainest. */
const plain: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '″': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '‹': '<',
  '›': '>',
};

/** A text with plain punctuation and single spaces, and where each character of it came from. */
interface Plain {
  text: string;
  from: number[];
}

function plainly(text: string): Plain {
  let out = '';
  const from: number[] = [];
  let at = 0;
  for (const char of text) {
    const space = /[\s\p{Cc}]/u.test(char);
    const as = char.search(invisible) === 0 ? '' : space ? ' ' : (plain[char] ?? char);
    // Single units, so that the map also holds for characters outside the basic plane.
    const written = space && (out === '' || out.endsWith(' ')) ? '' : as;
    for (let unit = 0; unit < written.length; unit++) {
      from.push(as === char ? at + unit : at);
    }
    out += written;
    at += char.length;
  }
  return { text: out, from };
}

/** Scripts that put spaces between words: there, a quote ends where a word ends. */
const joined = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u;

/** What may be missing or too much at the edges of a quote. */
const edges = /^[\s"'.,;:!?()-]+|[\s"'.,;:!?()-]+$/g;

const stop = /[.!?。！？]$/;

/** Letters or digits that a quote must hold; less is in any text. */
const least = 3;

/** A stretch of a text. */
interface Place {
  start: number;
  end: number;
}

/**
 * Finds quotes in the text they are said to be from. White space, and how quotation marks, dashes and
 * dots are written, make no difference, nor does punctuation at a quote's edges; every letter does,
 * and words stay whole.
 *
 * @returns a function that says where a quote stands in the text, verbatim, or null
 */
export function quoteFinder(text: string): (quote: string) => Place | null {
  const { text: hay, from } = plainly(text);
  const all = hay.replace(edges, '');
  return (quote) => {
    const wanted = plainly(quote).text.replace(edges, '');
    if (wanted === '') return null;
    if (all !== wanted && (wanted.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < least) return null;
    for (let at = hay.indexOf(wanted); at >= 0; at = hay.indexOf(wanted, at + 1)) {
      const end = at + wanted.length;
      const cutsBefore = joined.test(hay[at - 1] ?? '') && joined.test(hay[at] ?? '');
      const cutsAfter = joined.test(hay[end - 1] ?? '') && joined.test(hay[end] ?? '');
      if (cutsBefore || cutsAfter) continue;
      const start = from[at] ?? 0;
      const last = from[end - 1] ?? start;
      const close = last + String.fromCodePoint(text.codePointAt(last) ?? 0).length;
      // A sentence that was quoted whole keeps its full stop.
      const whole = stop.test(quote.trimEnd()) && stop.test(text.charAt(close));
      return { start, end: whole ? close + 1 : close };
    }
    return null;
  };
}
