import { type SignalKind, signalKinds, type Topic } from '../../../prompts/rubric';
import type { Interaction } from '../../interaction';
import type { Signal } from '../types';
import { type Clause, clausesOf } from './clauses';
import { dueDate } from './due-date';
import { isEnglish } from './language';
import {
  concern,
  conditional,
  hearsay,
  need,
  negation,
  notYetDone,
  type Pattern,
  patterns,
  promiseOurs,
  promiseTheirs,
  question,
  rival,
  settled,
  theirDoing,
  today,
  topicWords,
  trouble,
  unsettled,
} from './lexicon-en';

/** How far before a word a "not" still belongs to it, in characters. */
const negationReach = 24;

/** What a rival may get without it being a gain of ours. */
const gains = new Set<SignalKind>([
  'positive_reaction',
  'pilot_requested',
  'pilot_agreed',
  'verbal_commitment',
  'need_confirmed',
  'positive_tone',
  'date_set',
  'next_step',
]);

/** Signals that an interaction can carry more than once: each promise, each thing sent. */
const several = new Set<SignalKind>([
  'promise_ours',
  'promise_theirs',
  'covered_sent',
  'covered_pitched',
  'covered_demoed',
  'covered_answered',
]);

type Found = { kind: SignalKind; topic: Topic | null };

/**
 * Reads signals from logs by rules over English sales language: no model, no network, no clock.
 *
 * In: interactions in any order. Out: their signals, each with a quote that is a verbatim part of
 * its memory's summary, and the ids of the interactions in a language that it can't read.
 */
export function readSignals(history: Interaction[]): { signals: Signal[]; unread: string[] } {
  const signals: Signal[] = [];
  const unread: string[] = [];
  for (const interaction of history) {
    if (isEnglish(interaction.summary)) signals.push(...readOne(interaction));
    else unread.push(interaction.id);
  }
  return { signals, unread };
}

function readOne(interaction: Interaction): Signal[] {
  const clauses = clausesOf(interaction.summary);
  const names = new Set(interaction.prospect.toLowerCase().split(/\s+/));
  const signals: Signal[] = [];
  const seen = new Set<string>();
  const add = ({ kind, topic }: Found, clause: Clause) => {
    const key = several.has(kind) ? `${kind}|${clause.text}` : `${kind}|${topic}`;
    if (seen.has(key)) return;
    seen.add(key);
    signals.push({
      kind,
      topic: signalKinds[kind].topical ? topic : null,
      polarity: signalKinds[kind].polarity,
      at: interaction.at,
      memoryId: interaction.id,
      quote: clause.text,
      dueAt: dated.has(kind) ? dueDate(clause.text, interaction.at) : null,
    });
  };
  for (const clause of clauses) {
    for (const found of [
      ...readConcern(clause),
      ...readPatterns(clause, names),
      ...readPromise(clause),
    ]) {
      add(found, clause);
    }
  }
  const [first] = clauses;
  if (interaction.outcome === 'no_answer' && first && signals.every((s) => s.kind !== 'no_answer'))
    add({ kind: 'no_answer', topic: null }, first);
  // The date of an agreed pilot is part of the pilot, not one more step.
  const pilot = signals.some(({ kind }) => kind === 'pilot_agreed');
  return pilot ? signals.filter(({ kind }) => kind !== 'next_step') : signals;
}

const dated = new Set<SignalKind>(['promise_ours', 'promise_theirs', 'date_set', 'next_step']);

/** @returns what a clause is about; where it doesn't say, what its sentence is about. */
function topicIn({ text, sentence }: Clause): Topic | null {
  const find = (words: string) => topicWords.find(([, pattern]) => pattern.test(words))?.[0];
  return find(text) ?? find(sentence) ?? null;
}

/** @returns whether a "not" stands so close before a match that it turns it round. */
function negated(text: string, start: number, end: number): boolean {
  return negation.test(text.slice(Math.max(0, start - negationReach), end));
}

function readConcern(clause: Clause): Found[] {
  const { text } = clause;
  const topic = topicIn(clause);
  if (settled.test(text) && !unsettled.test(text)) {
    const hedged = conditional.test(text) || question.test(text) || hearsay.test(text);
    return topic === null || hedged ? [] : [{ kind: 'objection_resolved', topic }];
  }
  const match = concern.exec(text);
  const open = unsettled.test(text) && topic !== null;
  if (!match && !open) return [];
  if (match) {
    const before = text.slice(Math.max(0, match.index - negationReach), match.index);
    if (negation.test(before) && !open) return [];
    // "Asked whether onboarding takes long" is a question, not yet a doubt.
    if (question.test(before) || hearsay.test(before)) return [];
  }
  // Trouble with what they have is a need, and no doubt about us; `patterns` reads it.
  if (trouble.test(text) && today.test(text)) return [{ kind: 'need_confirmed', topic }];
  if (need.test(text)) return [];
  return [{ kind: 'objection', topic: topic ?? 'other' }];
}

function readPatterns(clause: Clause, names: Set<string>): Found[] {
  const found: Found[] = [];
  for (const pattern of patterns) {
    const match = pattern.match.exec(clause.text);
    if (!match) continue;
    const end = match.index + match[0].length;
    if (holds(pattern, clause.text, match.index, end) && !isTheirs(pattern, clause.text, names)) {
      found.push({ kind: pattern.kind, topic: topicIn(clause) });
    }
  }
  return found;
}

/** Whether the words around a match leave it standing. */
function holds(pattern: Pattern, text: string, start: number, end: number): boolean {
  const { kind } = pattern;
  if (pattern.unless?.test(text)) return false;
  if (!pattern.negates && negated(text, start, end)) return false;
  if (pattern.firm && (conditional.test(text) || question.test(text) || hearsay.test(text))) {
    return false;
  }
  if (gains.has(kind) && rival.test(text)) return false;
  return !(kind.startsWith('covered_') && notYetDone.test(text));
}

/** Whether something that would be ours to give was done by the prospect. */
function isTheirs({ kind }: Pattern, text: string, names: Set<string>): boolean {
  if (!kind.startsWith('covered_')) return false;
  const subject = /^(?:and |but |then |so )*(\p{L}+)/iu.exec(text)?.[1]?.toLowerCase() ?? '';
  return theirDoing.test(text) || names.has(subject);
}

function readPromise({ text, sentence }: Clause): Found[] {
  const topic = topicIn({ text, sentence });
  if (negation.test(text) || conditional.test(text)) return [];
  if (promiseOurs.test(text)) return [{ kind: 'promise_ours', topic }];
  return promiseTheirs.test(text) ? [{ kind: 'promise_theirs', topic }] : [];
}
