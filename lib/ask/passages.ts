import type { Interaction } from '../interaction';
import type { RecalledLog } from '../memory/recall';
import { marksIn, type Stretch, wordsShared } from '../recall/fit';
import { type Judgement, judged, type Nearness } from '../recall/rank';
import { subjectsOf } from '../recall/subjects';
import { wordsIn } from '../recall/words';
import type { Passage } from './types';

/** As much of one log as a passage shows, in characters; imports can be pages long. */
const longest = 420;

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
  const marks = marksIn(question, memory.summary);
  const shown = shownOf(memory.summary, marks);
  return {
    memory,
    shown,
    marks: marks.filter(({ start, end }) => start >= shown.start && end <= shown.end),
  };
}

/** @returns what recall found, the best first. */
export const ranked = (question: string, recalled: readonly RecalledLog[]) =>
  judged(question, recalled, ({ interaction: { prospect, company = '', summary } }) => ({
    who: `${prospect} ${company}`,
    said: summary,
  }));

/** What stands before a word inside a sentence, where a capital letter makes a name. */
const insideSentence = /[^\s.!?:]\s+["“(]?$/u;

/**
 * @returns whether a question names what no log says, "What did Zebulon say about the price?": what
 * others said is no answer then
 */
export function namesAStranger(question: string, logs: readonly Interaction[]): boolean {
  const names = wordsIn(question).filter(
    ({ start }) =>
      /^\p{Lu}/u.test(question.slice(start)) && insideSentence.test(question.slice(0, start)),
  );
  const spokenOf = new Set(subjectsOf(question, names).flatMap(({ words }) => words));
  const said = wordsShared(
    names,
    logs.map(({ prospect, company = '', summary }) => wordsIn(`${prospect} ${company} ${summary}`)),
  );
  return names.some((name, index) => !spokenOf.has(name) && !said[index]?.includes(true));
}

/** What nearness to an example of the question's subjects counts beside the question itself. */
const exampleCounts = 0.3;
/** As much as an answer has to have of what is asked, its meaning and its words added up. */
const enough = 0.6;
/** The same where the question names whom it is about: then what is left of it is short. */
const enoughOfNamed = 0.4;
/** As much as makes a log worth a look where nothing is an answer. */
const worthALook = 0.35;

const evidenceIn = ({ semantic, example, covered }: Nearness & Judgement) =>
  covered + (semantic ?? 0) + exampleCounts * (example ?? 0);

/**
 * @param named whether the question was narrowed to people
 * @returns whether a log may be shown as an answer; the bounds are those that tell the tuned half of
 * the bench's questions best from those that nothing answers (`npm run bench -- ask`)
 */
export const fits = (one: Nearness & Judgement, named: boolean) =>
  evidenceIn(one) >= (named ? enoughOfNamed : enough);

/** @returns whether a log is near enough to be named where nothing answers the question. */
export const isNear = (one: Nearness & Judgement) =>
  one.covered > 0 && evidenceIn(one) >= worthALook;
