import type { Lexicon } from './lexicon';
import { plainText } from './plain-text';

/** A piece of a summary that makes one statement. */
export interface Clause {
  /** Flattened, for the rules. */
  text: string;
  /** Verbatim substring of the summary. */
  quote: string;
  /** The flattened sentence that it stands in. */
  sentence: string;
  /** That sentence as written: verbatim, too. */
  sentenceQuote: string;
  /** The part of the sentence that one condition can govern, and where the clause starts in it. */
  scope: string;
  offset: number;
  /** The sentence before, for words like "it". */
  before: string;
  /** The words of its language. */
  lexicon: Lexicon;
}

interface Span {
  start: number;
  end: number;
}

/** No sentence is longer, in characters; where a text never ends one, it is cut at a blank. */
const longestSentence = 600;

/** @returns a stretch of text cut into parts of at most the longest sentence. */
function cutLong(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  let from = start;
  while (end - from > longestSentence) {
    const blank = text.lastIndexOf(' ', from + longestSentence);
    const to = blank > from ? blank : from + longestSentence;
    parts.push({ start: from, end: to });
    from = to;
  }
  return [...parts, { start: from, end }];
}

/** @returns the trimmed, non-empty pieces of a stretch of text between the breaks. */
function pieces(text: string, { start, end }: Span, breaks: RegExp): Span[] {
  const found: Span[] = [];
  const put = (from: number, to: number) => {
    let [left, right] = [from, to];
    while (left < right && /[\s*•-]/.test(text[left] ?? '')) left++;
    while (right > left && /\s/.test(text[right - 1] ?? '')) right--;
    if (left < right) found.push({ start: left, end: right });
  };
  let from = start;
  for (const match of text.slice(start, end).matchAll(breaks)) {
    put(from, start + match.index);
    from = start + match.index + match[0].length;
  }
  put(from, end);
  return found;
}

/**
 * In: a summary, the name of the prospect whose log it is, and the words of its language. Out: its clauses in their order, each
 * with a quote that is a verbatim part of the summary.
 */
export function clausesOf(summary: string, prospect: string, lexicon: Lexicon): Clause[] {
  const { breaks } = lexicon;
  const { text, verbatim } = plainText(summary, prospect, lexicon);
  const cut = ({ start, end }: Span) => text.slice(start, end);
  const sentences = pieces(text, { start: 0, end: text.length }, breaks.sentence).flatMap((span) =>
    cutLong(text, span),
  );
  return sentences.flatMap((sentence, index) => {
    const previous = sentences[index - 1];
    const before = previous ? cut(previous) : '';
    return pieces(text, sentence, breaks.turn).flatMap((scope) =>
      pieces(text, scope, breaks.clause).map((clause) => ({
        text: cut(clause),
        quote: verbatim(clause.start, clause.end),
        sentence: cut(sentence),
        sentenceQuote: verbatim(sentence.start, sentence.end),
        scope: cut(scope),
        offset: clause.start - scope.start,
        before,
        lexicon,
      })),
    );
  });
}
