/** A piece of a summary that makes one statement, exactly as it was written. */
export interface Clause {
  /** Verbatim substring of the summary. */
  text: string;
  /** The whole sentence that it stands in, verbatim. */
  sentence: string;
}

const sentenceEnd = /(?<=[.!?。！？])\s+|\n+/u;
const clauseBreak =
  /\s*;\s*|\s+[–—]\s+|,?\s+(?=(?:but|however|although|though|yet|while|whereas)\b)|,\s+(?=(?:and|so|then|which)\b)|\s+and\s+(?=(?:asked|requested|wants?|wanted|agreed|i|we|she|he|they|the|is|was|will|sent|raised|said|concerned|worried|pilot|migration|data)\b)/i;

/** @returns the clauses of a summary in their order; each is a verbatim part of it. */
export function clausesOf(summary: string): Clause[] {
  return summary
    .split(sentenceEnd)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .flatMap((sentence) =>
      sentence
        .split(clauseBreak)
        .map((text) => text.trim())
        .filter((text) => text !== '')
        .map((text) => ({ text, sentence })),
    );
}
