import type { Clause } from './clauses';
import type { Lexicon } from './lexicon';

/** How far before a word a "not" still belongs to it, in characters. */
const negationReach = 28;

/** @returns whether a "not" stands so close before a match, in the same part, that it turns it round. */
export function isNegated({ frames }: Lexicon, text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - negationReach), start);
  const part = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(':')) + 1);
  return frames.negation.test((part + text.slice(start, end)).replace(frames.harmlessNot, ' '));
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

/** @returns whether a match is asked or heard from others, instead of stated. */
export function isReported({ text, scope, offset, lexicon }: Clause, start: number): boolean {
  const { question, hearsay } = lexicon.frames;
  const before = text.slice(0, start + 1);
  // "Doubts about privacy: who can read it?" states the doubt before the colon.
  const asked = /\?["')]?\s*$/.test(text) && !text.slice(start).includes(':');
  return asked || question.test(before) || hearsay.test(scope.slice(0, offset + start + 1));
}

/**
 * Whether a match is only supposed: it may come, or somebody asks for it. What they say themself
 * stands ("she thinks it could take too long"), and so does what "the" or "her" marks as known.
 */
export function isSupposed({ scope, offset, lexicon }: Clause, start: number): boolean {
  const { supposed, definite, theirWords } = lexicon.frames;
  const before = scope.slice(0, offset + start);
  return supposed.test(before) && !definite.test(before) && !theirWords.test(before);
}

/** @returns whether a match is about us or another company, or is what we told them. */
export function isNotTheirs({ text, scope, offset, lexicon }: Clause, start: number): boolean {
  const { ourPeople, ourWords, otherCompany, theirWords } = lexicon.frames;
  if (isQuoted(scope.slice(0, offset + start)) || theirWords.test(text)) return false;
  return ourPeople.test(text) || otherCompany.test(text) || ourWords.test(text.slice(0, start));
}

/** @returns whether "I" or "we" feel or need what a match names; in a quotation, that is them. */
export function isOurFeeling({ text, scope, offset, lexicon }: Clause, start: number): boolean {
  const { ourFeeling, theirWords } = lexicon.frames;
  if (isQuoted(scope.slice(0, offset + start)) || theirWords.test(text)) return false;
  return ourFeeling.test(text.slice(0, start));
}

/** @returns whether a clause tells of a past that is over. */
export function isLongAgo({ text, lexicon }: Clause): boolean {
  return lexicon.frames.longAgo.test(text) && !lexicon.frames.present.test(text);
}

/** @returns whether a quotation is open at the end of some words. */
function isQuoted(before: string): boolean {
  return before.split('"').length % 2 === 0;
}
