import type { Signal } from './types';

/** Handing something over, at the start of an advice; and what it is, up to the next step of it. */
const handing =
  /^(?:please )?(?:re-?)?(?:send|share|e-?mail|forward|provide|deliver)\b\s+(.*?)(?:[,;.]|\band (?:ask|agree|book|offer|call|propose|then)\b|$)/i;

/** It is not the same thing again. */
const another =
  /\b(?:again|new|newer|updated?|revised?|second|another|next|latest|more|signed|reminder|follow-?up)\b/i;

/** Words that name nothing that could be handed over. */
const hollow = new Set(
  'the and for with his her their our them him its that this over about from into team full short brief copy all any'.split(
    ' ',
  ),
);

const wordsOf = (text: string) =>
  (text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [])
    .filter((word) => !hollow.has(word))
    .map((word) => word.replace(/s$/, ''));

/**
 * What an advice says to hand over although it was handed over already: all words for the thing
 * stand in what the log says was sent, and nobody asked for it or promised it after that.
 *
 * @param names of people, which are no part of the thing
 * @returns the signal of when it was sent, or null. English only, like the words here.
 */
export function alreadySent(advice: string, signals: Signal[], names: string[]): Signal | null {
  const thing = handing.exec(advice)?.[1];
  if (!thing || another.test(thing)) return null;
  const people = new Set(names.flatMap(wordsOf));
  const wanted = wordsOf(thing).filter((word) => !people.has(word));
  if (wanted.length === 0) return null;
  const holds = ({ quote }: Signal) => {
    const said = new Set(wordsOf(quote));
    return wanted.every((word) => said.has(word));
  };
  const sent = signals
    .filter(({ kind }) => kind === 'covered_sent')
    .filter(holds)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1);
  if (!sent) return null;
  const openAgain = signals.some(
    (one) => one.at > sent.at && !one.kind.startsWith('covered_') && holds(one),
  );
  return openAgain ? null : sent;
}
