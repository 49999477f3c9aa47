import type { Clause } from './clauses';
import type { Lexicon } from './lexicon';

/** How far before a word a "not" still belongs to it, in characters. */
const negationReach = 28;

/** @returns whether a "not" stands so close before or right after a match, in the same part, that it turns it round. */
export function isNegated({ frames }: Lexicon, text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - negationReach), start);
  const part = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(':')) + 1);
  const words = part + text.slice(start, end) + (frames.notAfter.exec(text.slice(end))?.[0] ?? '');
  return frames.negation.test(words.replace(frames.harmlessNot, ' '));
}

/**
 * Whether the part of the sentence with a match hangs on a condition: one of its own, or one that
 * stands before or after it between commas ("If legal agrees, they sign").
 */
export function isConditional({ scope, offset, lexicon }: Clause, start: number): boolean {
  const { condition, conditionFirst } = lexicon.frames;
  const at = offset + start;
  const parts = scope.split(',');
  let end = -1;
  const here = parts.findIndex((part) => {
    end += part.length + 1;
    return at <= end;
  });
  if (condition.test(parts[here] ?? '')) return true;
  const neighbours = [parts[here - 1], parts[here + 1]];
  return neighbours.some(
    (part) => part !== undefined && conditionFirst.test(part) && condition.test(part),
  );
}

/** @returns whether words before or in a match make it a mere possibility. */
export function possible({ frames }: Lexicon, text: string, start: number, end: number): boolean {
  const part = text.slice(0, start).split(',').at(-1) ?? '';
  return frames.possibility.test(part + text.slice(start, end));
}

/** @returns whether a match stands in a question. */
export function isAsked({ text }: Clause, start: number): boolean {
  // "Doubts about privacy: who can read it?" states the doubt before the colon.
  return /\?["')]?\s*$/.test(text) && !text.slice(start).includes(':');
}

/** @returns whether a match is asked or heard from others, instead of stated. */
export function isReported(clause: Clause, start: number): boolean {
  const { text, scope, offset, lexicon } = clause;
  const { question, hearsay } = lexicon.frames;
  const before = text.slice(0, start + 1);
  return (
    isAsked(clause, start) ||
    question.test(before) ||
    hearsay.test(scope.slice(0, offset + start + 1))
  );
}

/**
 * Whether a match is only supposed: it may come, somebody asks for it, or they joke. What they say
 * themself stands ("she thinks it could take too long").
 */
export function isSupposed({ scope, offset, lexicon }: Clause, start: number): boolean {
  const { supposed, theirWords } = lexicon.frames;
  const before = scope.slice(0, offset + start);
  return supposed.test(before) && !theirWords.test(before);
}

/** @returns whether "the" or "her" right before a match marks it as known already. */
export function isDefinite({ text, lexicon }: Clause, start: number): boolean {
  return lexicon.frames.definite.test(text.slice(0, start));
}

/** @returns whether a match is about us or another company, or is what we told them. */
export function isNotTheirs(clause: Clause, start: number): boolean {
  const { text, lexicon } = clause;
  const { ourPeople, ourWords, otherCompany } = lexicon.frames;
  if (isTheirWord(clause, start)) return false;
  return ourPeople.test(text) || otherCompany.test(text) || ourWords.test(text.slice(0, start));
}

/** @returns whether "I" or "we" feel or need what a match names; in a quotation, that is them. */
export function isOurFeeling(clause: Clause, start: number): boolean {
  const { text, lexicon } = clause;
  return !isTheirWord(clause, start) && lexicon.frames.ourFeeling.test(text.slice(0, start));
}

/** @returns whether a match stands in a quotation, or in a clause that says that they said it. */
export function isTheirWord({ text, scope, offset, lexicon }: Clause, start: number): boolean {
  const quotes = scope.slice(0, offset + start).split('"').length - 1;
  return quotes % 2 === 1 || lexicon.frames.theirWords.test(text);
}

/** @returns whether a clause tells of a past that is over. */
export function isLongAgo({ text, lexicon }: Clause): boolean {
  return lexicon.frames.longAgo.test(text) && !lexicon.frames.present.test(text);
}

/** @returns whether the part of the clause with a match, between commas, says how it was at first. */
export function isFormerly({ text, lexicon }: Clause, start: number): boolean {
  const from = text.lastIndexOf(',', start) + 1;
  return lexicon.frames.formerly.test(text.slice(from).split(',')[0] ?? '');
}
