const sentence =
  /(?<=[.!?。！？]["')]?)(?<!\b(?:vs|e\.g|i\.e|incl|approx|mr|mrs|ms|dr|dept)\.)\s+|\n+/giu;

const turn =
  /\s*;\s*|\s+[–—-]+\s+|\s*(?:→|->|=>|•|\|)\s*|,?\s+(?=(?:but(?! not\b)|however|although|though|while|whereas)\b)|,\s+(?=yet\b)|\.{3,}\s*/gi;

const starters =
  "and|so|then|which|she|he|they|i|we|it|it's|that|this|there|still|also|wants?|wanted|would like|asked|requested|raised|says?|said|will|sent|is|was|has|pilot|trial|started|no date|worried|concerned";

const clause = new RegExp(
  `,\\s+(?=(?:${starters})\\b)|\\s+(?:\\+|&)\\s+(?=(?:${starters})\\b)|\\s+and\\s+(?=(?:then|also|asked|requested|wants?|wanted|would|agreed|i|we|she|he|they|it|that|this|there|is|are|was|were|has|have|had|will|sent|raised|said|says|told|needs?|promised|brought|introduced|booked|likes?|liked|loved|concerned|worried|pilot|trial|nothing|no)\\b)`,
  'gi',
);

const list = /,|\band\b|&|\+|\bplus\b|\/|\bas well as\b/i;

/** Where English sentences, clauses and lists are cut. */
export const breaks = { sentence, turn, clause, list };
