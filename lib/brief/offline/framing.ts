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
