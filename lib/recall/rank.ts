import { wordsShared } from './fit';
import { subjectsOf } from './subjects';
import { wordsIn } from './words';

/** How near a log is to a question by meaning, as the server measures it. */
export interface Nearness {
  /** Cosine similarity to the question; null where it was found otherwise, or never told. */
  semantic: number | null;
  /** The same to what a log on the question's subjects could say (`examplesFor`). */
  example: number | null;
}

/** The words of a log: whom it is with, and what was said. */
export interface Logged {
  who: string;
  said: string;
}

/** How well a log fits a question. */
export interface Judgement {
  /**
   * Share of the question that the log speaks of, by its words or by other words for their subjects;
   * what is seldom said weighs more. 0 to 1.
   */
  covered: number;
  /** Share of the question's subjects that the log is about, weighed alike, 0 to 1. */
  subjects: number;
  /** Everything together; higher is better. */
  score: number;
}

/** What each counts beside nearness to the question: chosen on the tuned halves of the bench alone. */
const weigh = { example: 1, covered: 0.6, subjects: 0.2 };
/** What another word for the same counts beside the word itself. */
const otherWord = 0.8;
/** What a word counts at least, that nearly every log says. */
const leastWeight = 0.3;

/** @returns how much something says: what few of the logs have says most. */
function rarity(has: readonly boolean[]): number {
  return Math.log((has.length + 1) / (has.filter(Boolean).length + 1));
}

/** @returns the share that the parts of a log have of all weights; 0 where there are none. */
function shareOf(weights: readonly number[], parts: readonly number[]): number {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const there = weights.reduce((sum, weight, index) => sum + weight * (parts[index] ?? 0), 0);
  return whole === 0 ? 0 : there / whole;
}

/**
 * Puts what was found into order, by the question's meaning, its subjects and its words together.
 *
 * @param loggedIn the words of what was found; names are no subject: not every “Price” is about a price
 * @returns all of it, the best first
 */
export function judged<T extends Nearness>(
  question: string,
  found: readonly T[],
  loggedIn: (one: T) => Logged,
): (T & Judgement)[] {
  const asked = wordsIn(question);
  const subjects = subjectsOf(question, asked);
  const logs = found.map(loggedIn);
  const said = wordsShared(
    asked,
    logs.map((log) => wordsIn(`${log.who} ${log.said}`)),
  );
  const spokenOf = subjects.map((subject) => logs.map((log) => subject.isIn(log.said)));
  const subjectWeights = spokenOf.map(rarity);
  const standFor = asked.map((word) =>
    subjects.flatMap(({ words }, s) => (words.includes(word) ? [s] : [])),
  );
  const wordWeights = asked.map((_, w) => {
    const own = rarity(said[w] ?? []);
    const others = (standFor[w] ?? []).map((s) => subjectWeights[s] ?? 0);
    // A word that no log says may still be spoken of in others.
    return Math.max(leastWeight, others.length > 0 ? Math.min(own, Math.max(...others)) : own);
  });
  return found
    .map((one, index) => {
      const parts = asked.map((_, w) => {
        if (said[w]?.[index]) return 1;
        return standFor[w]?.some((s) => spokenOf[s]?.[index]) ? otherWord : 0;
      });
      const covered = shareOf(wordWeights, parts);
      const about = shareOf(
        subjectWeights,
        spokenOf.map((isIn) => (isIn[index] ? 1 : 0)),
      );
      const score =
        (one.semantic ?? 0) +
        weigh.example * (one.example ?? 0) +
        weigh.covered * covered +
        weigh.subjects * about;
      return { ...one, covered, subjects: about, score };
    })
    .sort((a, b) => b.score - a.score);
}
