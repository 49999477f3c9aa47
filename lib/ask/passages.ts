import type { Interaction } from '../interaction';
import type { RecalledLog } from '../memory/memory';
import type { Passage, Stretch } from './types';
import { type PlacedWord, wordsIn } from './words';

/** As much of one log as a passage shows, in characters; imports can be pages long. */
const longest = 420;

/** Two words that are forms of one: the same stem, or one that begins with the whole other. */
function meet(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 4 && long.startsWith(short);
}

/** How much a log says of what is asked. */
export interface Fit {
  /** Share of the question's words that are in the log, 0 to 1; 0 where it has none. */
  words: number;
  marks: Stretch[];
}

/** @returns how well the words of a log fit those of a question. */
export function fitOf(asked: readonly PlacedWord[], text: string): Fit {
  const said = wordsIn(text);
  const marks = said.filter((word) => asked.some((one) => meet(one.stem, word.stem)));
  const wanted = new Set(asked.map((one) => one.stem));
  const there = [...wanted].filter((one) => said.some((word) => meet(one, word.stem)));
  return {
    words: wanted.size === 0 ? 0 : there.length / wanted.size,
    marks: marks.map(({ start, end }) => ({ start, end })),
  };
}

/** @returns the part of a text to show: around the first mark where all of it is too long. */
function shownOf(text: string, marks: readonly Stretch[]): Stretch {
  if (text.length <= longest) return { start: 0, end: text.length };
  const first = marks[0]?.start ?? 0;
  const from = Math.max(0, Math.min(first - longest / 4, text.length - longest));
  const start = from === 0 ? 0 : text.indexOf(' ', from) + 1;
  const cut = text.lastIndexOf(' ', start + longest);
  const end = start + longest >= text.length || cut <= start ? start + longest : cut;
  return { start, end: Math.min(end, text.length) };
}

/** @returns a log as a passage, with what the question asks about marked. */
export function passageOf(question: string, memory: Interaction): Passage {
  const { marks } = fitOf(wordsIn(question), memory.summary);
  const shown = shownOf(memory.summary, marks);
  return {
    memory,
    shown,
    marks: marks.filter(({ start, end }) => start >= shown.start && end <= shown.end),
  };
}

export interface Judged {
  log: RecalledLog;
  /** Nearness by meaning and by words together. */
  score: number;
}

/** Share of the question's words that a log has to have, to answer it. */
const enoughWords = 0.25;
/** As near by meaning alone as a log has to be that has fewer of them. */
const nearEnough = 0.43;
/** The same where the question names whom it is about: then what is left of it is short. */
const nearEnoughOfNamed = 0.3;

/** How much having the question's words counts beside nearness by meaning. */
const wordsWeigh = 0.5;

/** @returns what recall found, by meaning and words together, the best first. */
export function ranked(question: string, recalled: readonly RecalledLog[]): (Judged & Fit)[] {
  const asked = wordsIn(question);
  return recalled
    .map((log) => {
      const fit = fitOf(asked, log.interaction.summary);
      return { log, ...fit, score: (log.semantic ?? 0) + wordsWeigh * fit.words };
    })
    .sort((a, b) => b.score - a.score);
}

/**
 * @param named whether the question was narrowed to people
 * @returns whether a log may be shown as an answer; the bounds are those that tell the bench's forty
 * questions best from its twelve that nothing answers (`npm run bench -- ask`)
 */
export function fits({ log, words }: Judged & Fit, named: boolean): boolean {
  const near = named ? nearEnoughOfNamed : nearEnough;
  return words >= enoughWords || (log.semantic ?? 0) >= near;
}
