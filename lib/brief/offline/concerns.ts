import type { SignalKind, Topic } from '../../../prompts/rubric';
import type { Clause } from './clauses';
import {
  isConditional,
  isDefinite,
  isFormerly,
  isLongAgo,
  isNegated,
  isNotTheirs,
  isOurFeeling,
  isReported,
  isSupposed,
} from './framing';
import type { Lexicon } from './lexicon';

/** What a clause says, before it is dated. */
export interface Found {
  kind: SignalKind;
  topic: Topic | null;
  /** It only closes a concern that was raised before. */
  onlyIfRaised?: boolean;
  /** The clause alone doesn't say what it is about: its whole sentence is the quote. */
  wide?: boolean;
}

/** How far after a word of doubt its topics are looked for, in characters. */
const topicReach = 70;
/** A longer part after a comma is a statement of its own, and no further item of a list. */
const listWords = 6;

/** @returns what words are about, or null. */
function topicOfWords({ topics }: Lexicon, words: string): Topic | null {
  return topics.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** @returns what a clause is about; where it doesn't say, what its sentence or the one before is. */
export function topicIn({ text, sentence, before, lexicon }: Clause): Topic | null {
  const own = topicOfWords(lexicon, text) ?? topicOfWords(lexicon, sentence);
  if (own) return own;
  return lexicon.pointsBack.test(text) ? topicOfWords(lexicon, before) : null;
}

/** @returns all topics right after a word of doubt, joined by commas or "and". */
function topicsAfter(lexicon: Lexicon, text: string, end: number): Topic[] {
  const parts = text.slice(end, end + topicReach).split(lexicon.breaks.list);
  const tooLong = parts.findIndex(
    (part, index) => index > 0 && part.split(/\s+/).length > listWords,
  );
  const list = tooLong < 0 ? parts : parts.slice(0, tooLong);
  return [
    ...new Set(list.map((part) => topicOfWords(lexicon, part)).filter((topic) => topic !== null)),
  ];
}

/**
 * Concerns of a clause: raised or settled. Trouble with what they use today is a need, and no doubt
 * about us.
 */
export function readConcerns(clause: Clause): Found[] {
  const { lexicon, text, sentence } = clause;
  const vague = topicOfWords(lexicon, text) === null && topicOfWords(lexicon, sentence) !== null;
  return concernsOf(clause).map((found) => (vague ? { ...found, wide: true } : found));
}

function concernsOf(clause: Clause): Found[] {
  const { text, lexicon } = clause;
  const { settled, unsettled, absent, topical } = lexicon.concerns;
  const topic = topicIn(clause);
  const stillOpen = unsettled.test(text);
  const gone = settled.exec(text);
  if (gone && !stillOpen) {
    const hedged =
      isConditional(clause, gone.index) ||
      isReported(clause, gone.index) ||
      isNotTheirs(clause, gone.index);
    if (!hedged) return topic === null ? [] : [{ kind: 'objection_resolved', topic }];
  }
  if (absent.test(text) && !stillOpen) {
    return topic === null ? [] : [{ kind: 'objection_resolved', topic, onlyIfRaised: true }];
  }
  const general = generalConcern(clause, stillOpen);
  if (general?.named) return general.found;
  const own = topical.find(([, pattern]) => {
    const found = pattern.exec(text);
    return found !== null && !isLongAgo(clause) && isStated(clause, found.index);
  });
  if (own) return [{ kind: 'objection', topic: own[0] }];
  if (general) return general.found;
  return stillOpen && topic !== null ? [{ kind: 'objection', topic }] : [];
}

/** A doubt in words that leave the topic to others; `named` where those follow it. */
function generalConcern(
  clause: Clause,
  stillOpen: boolean,
): { found: Found[]; named: boolean } | null {
  const { text, lexicon } = clause;
  const { trouble, today, need } = lexicon.frames;
  const match = lexicon.concerns.doubt.exec(text);
  if (!match) return null;
  const start = match.index;
  if (!stillOpen && isNegated(lexicon, text, start, start)) return null;
  if (!isStated(clause, start) || isOurFeeling(clause, start)) return null;
  if (trouble.test(text) && today.test(clause.scope)) {
    return { found: [{ kind: 'need_confirmed', topic: topicIn(clause) }], named: true };
  }
  if (need.test(text)) return null;
  const named = topicsAfter(lexicon, text, start + match[0].length);
  const about =
    named.length > 0 ? named : [topicIn(clause) ?? topicOfWords(lexicon, clause.before) ?? 'other'];
  return {
    found: about.map((topic) => ({ kind: 'objection', topic })),
    named: named.length > 0,
  };
}

/**
 * Whether a doubt is there, and theirs: neither asked, supposed, over nor somebody else's. "The" or
 * "her" doubt is there, whatever is supposed or said about it.
 */
function isStated(clause: Clause, start: number): boolean {
  const { rival } = clause.lexicon.frames;
  if (isReported(clause, start) || isFormerly(clause, start)) return false;
  if (rival.test(clause.text.slice(0, start))) return false;
  return isDefinite(clause, start) || !(isSupposed(clause, start) || isNotTheirs(clause, start));
}
