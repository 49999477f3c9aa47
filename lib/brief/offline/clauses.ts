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
}

const sentenceBreak =
  /(?<=[.!?。！？]["')]?)(?<!\b(?:vs|e\.g|i\.e|incl|approx|mr|mrs|ms|dr|dept)\.)\s+|\n+/giu;
/** A turn: what follows stands on its own, whatever was said before. */
const turn =
  /\s*;\s*|\s+[–—-]+\s+|\s*(?:→|->|=>|•|\|)\s*|,?\s+(?=(?:but|however|although|though|while|whereas)\b)|,\s+(?=yet\b)|\.{3,}\s*/gi;
const starters =
  "and|so|then|which|she|he|they|i|we|it|it's|that|this|there|still|also|wants?|wanted|would like|asked|requested|raised|says?|said|will|sent|is|was|has|pilot|trial|started|no date|worried|concerned";
const clauseBreak = new RegExp(
  `,\\s+(?=(?:${starters})\\b)|\\s+(?:\\+|&)\\s+(?=(?:${starters})\\b)|\\s+and\\s+(?=(?:then|also|asked|requested|wants?|wanted|would|agreed|i|we|she|he|they|it|that|this|there|is|are|was|were|has|have|had|will|sent|raised|said|says|told|needs?|promised|brought|introduced|booked|likes?|liked|loved|concerned|worried|pilot|trial|nothing|no)\\b)`,
  'gi',
);

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
 * In: a summary and the name of the prospect whose log it is. Out: its clauses in their order, each
 * with a quote that is a verbatim part of the summary.
 */
export function clausesOf(summary: string, prospect: string): Clause[] {
  const { text, verbatim } = plainText(summary, prospect);
  const cut = ({ start, end }: Span) => text.slice(start, end);
  const sentences = pieces(text, { start: 0, end: text.length }, sentenceBreak).flatMap((span) =>
    cutLong(text, span),
  );
  return sentences.flatMap((sentence, index) => {
    const previous = sentences[index - 1];
    const before = previous ? cut(previous) : '';
    return pieces(text, sentence, turn).flatMap((scope) =>
      pieces(text, scope, clauseBreak).map((clause) => ({
        text: cut(clause),
        quote: verbatim(clause.start, clause.end),
        sentence: cut(sentence),
        sentenceQuote: verbatim(sentence.start, sentence.end),
        scope: cut(scope),
        offset: clause.start - scope.start,
        before,
      })),
    );
  });
}
