import type { SignalKind, Topic } from '../../../prompts/rubric';

/** Words of one kind that a clause can carry. `firm`: a condition, question or hearsay voids it. */
export interface Pattern {
  kind: SignalKind;
  match: RegExp;
  firm?: boolean;
  /** The words negate by themselves ("no budget"): a "not" in them voids nothing. */
  negates?: boolean;
  /** Words in the clause that void it. */
  unless?: RegExp;
}

/**
 * Everything that the rules know of one language. The rules themselves know none: another language
 * is one more of these, and its place in `lexicons` (`read.ts`).
 */
export interface Lexicon {
  /** ISO 639-1, as `languageOf` names it. */
  language: string;
  /** Stands for the prospect's own name, so that "Ann left" and "she left" read alike. */
  pronoun: string;
  /** What is typed in short, in lower case, with what it stands for. */
  shorthand: ReadonlyMap<string, string>;
  breaks: {
    sentence: RegExp;
    /** What follows stands on its own, whatever was said before. */
    turn: RegExp;
    /** Between the clauses of one sentence. */
    clause: RegExp;
    /** Between the items of a list. */
    list: RegExp;
  };
  /** Points back to what was said before ("it"). */
  pointsBack: RegExp;
  patterns: Pattern[];
  /** Words that say what something is about; the first that fits wins. */
  topics: [Topic, RegExp][];
  concerns: {
    /** A doubt about something that other words name. */
    doubt: RegExp;
    /** Doubts that name their topic by themselves. */
    topical: [Topic, RegExp][];
    settled: RegExp;
    unsettled: RegExp;
    absent: RegExp;
  };
  frames: Record<
    | 'negation'
    | 'notAfter'
    | 'harmlessNot'
    | 'condition'
    | 'conditionFirst'
    | 'possibility'
    | 'question'
    | 'hearsay'
    | 'supposed'
    | 'definite'
    | 'ourFeeling'
    | 'ourPeople'
    | 'ourWords'
    | 'otherCompany'
    | 'formerly'
    | 'longAgo'
    | 'present'
    | 'rival'
    | 'theirDoing'
    | 'namedDoing'
    | 'theirWords'
    | 'notYetDone'
    | 'today'
    | 'trouble'
    | 'need',
    RegExp
  >;
  promises: { ours: RegExp; theirs: RegExp };
  /** @returns the day that words name, reckoned from when they were written (ISO 8601), past or to come; or null. */
  dueDate: (words: string, at: string) => string | null;
}
