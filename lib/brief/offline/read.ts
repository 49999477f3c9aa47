import { type SignalKind, signalKinds } from '../../../prompts/rubric';
import type { Interaction } from '../../interaction';
import { conversationEnd } from '../instructions';
import type { Signal } from '../types';
import { type Clause, clausesOf } from './clauses';
import { type Found, readConcerns, topicIn } from './concerns';
import { english } from './english';
import {
  isAsked,
  isConditional,
  isLongAgo,
  isNegated,
  isNotTheirs,
  isOurFeeling,
  isReported,
  isSupposed,
  isTheirWord,
  possible,
} from './framing';
import { languageOf } from './language';
import type { Lexicon, Pattern } from './lexicon';

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

/** What only the prospect's side can say or do. */
const ofTheirSide = new Set<SignalKind>([
  ...gains,
  'engaged',
  'champion',
  'champion_lost',
  'decision_maker',
  'decision_process',
  'budget_confirmed',
  'budget_blocked',
  'legal_blocker',
  'legal_cleared',
  'negative_tone',
  'rejection',
]);

/** Of these, what a rep says of themself in the same words. */
const feelings = new Set<SignalKind>([
  'need_confirmed',
  'positive_reaction',
  'positive_tone',
  'negative_tone',
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

/** What a stronger signal of the same clause says already. */
const impliedBy: Partial<Record<SignalKind, SignalKind[]>> = {
  need_confirmed: ['objection'],
  engaged: [
    'need_confirmed',
    'positive_reaction',
    'pilot_requested',
    'pilot_agreed',
    'verbal_commitment',
  ],
  competitor_active: ['competitor_pressing', 'competitor_out'],
  decision_process: ['legal_blocker', 'legal_cleared'],
  pilot_requested: ['pilot_agreed'],
  date_set: ['pilot_agreed', 'pilot_requested'],
  next_step: ['pilot_agreed', 'date_set'],
  covered_demoed: ['next_step'],
  covered_pitched: ['covered_sent', 'covered_demoed', 'covered_answered'],
};

/** Signals that a log can carry without the prospect having said a word. */
const maybeAlone = new Set<SignalKind>([
  'covered_sent',
  'promise_ours',
  'competitor_active',
  'competitor_pressing',
  'pricing_discussed',
  'decision_process',
]);

const dated = new Set<SignalKind>(['promise_ours', 'promise_theirs', 'date_set', 'next_step']);

/** The languages that the reader knows. */
const lexicons: readonly Lexicon[] = [english];

/**
 * Reads signals from logs by rules over sales language: no model, no network, no clock.
 *
 * In: interactions in any order. Out: their signals, each with a quote that is a verbatim part of
 * its memory's summary, the ids of the interactions in a language that it can't read, and of those
 * that turn to whoever reads them by machine: what follows there counts as little as it does for a
 * model.
 */
export function readSignals(
  history: Interaction[],
  known = lexicons,
): {
  signals: Signal[];
  unread: string[];
  addressed: string[];
} {
  const signals: Signal[] = [];
  const unread: string[] = [];
  const addressed: string[] = [];
  const closing: Signal[] = [];
  for (const interaction of history) {
    const end = conversationEnd(interaction.summary);
    if (end < interaction.summary.length) addressed.push(interaction.id);
    const language = languageOf(interaction.summary);
    const lexicon = known.find((one) => one.language === language);
    if (lexicon) {
      const summary = interaction.summary.slice(0, end);
      const read = readOne({ ...interaction, summary }, lexicon);
      signals.push(...read.signals);
      closing.push(...read.closing);
    } else unread.push(interaction.id);
  }
  // "No concerns about security" closes that concern where there was one; else it says nothing.
  const raised = (one: Signal) =>
    signals.some((s) => s.kind === 'objection' && s.topic === one.topic && s.at < one.at);
  return { signals: [...signals, ...closing.filter(raised)], unread, addressed };
}

function readOne(
  interaction: Interaction,
  lexicon: Lexicon,
): { signals: Signal[]; closing: Signal[] } {
  const clauses = clausesOf(interaction.summary, interaction.prospect, lexicon);
  const signals: Signal[] = [];
  const closing: Signal[] = [];
  const seen = new Set<string>();
  const add = ({ kind, topic, onlyIfRaised, wide }: Found, clause: Clause) => {
    const quote = wide ? clause.sentenceQuote : clause.quote;
    const about = signalKinds[kind].topical ? topic : null;
    const day = dated.has(kind)
      ? lexicon.dueDate(wide ? clause.sentence : clause.text, interaction.at)
      : null;
    const isPast = day !== null && day < interaction.at;
    // "The call on 12 November went well" sets nothing.
    if (isPast && (kind === 'next_step' || kind === 'date_set')) return;
    const key = several.has(kind) ? `${kind}|${quote}` : `${kind}|${about}`;
    if (seen.has(key)) return;
    seen.add(key);
    (onlyIfRaised ? closing : signals).push({
      kind,
      topic: about,
      polarity: signalKinds[kind].polarity,
      at: interaction.at,
      memoryId: interaction.id,
      quote,
      dueAt: isPast ? null : day,
    });
  };
  for (const clause of clauses) {
    for (const found of readClause(clause)) add(found, clause);
  }
  const [first] = clauses;
  const fromOutcome = outcomeSignals[interaction.outcome];
  if (fromOutcome && first) add({ kind: fromOutcome, topic: null }, first);
  const spoken = clauses.find(({ text }) => lexicon.frames.theirWords.test(text));
  if (spoken && signals.length > 0 && signals.every(({ kind }) => maybeAlone.has(kind))) {
    add({ kind: 'engaged', topic: null }, spoken);
  }
  // The date of an agreed pilot is part of the pilot, not one more step.
  const pilot = signals.some(({ kind }) => kind === 'pilot_agreed');
  return { signals: pilot ? signals.filter(({ kind }) => kind !== 'next_step') : signals, closing };
}

/** What the rep ticked says as much as words. */
const outcomeSignals: Partial<Record<Interaction['outcome'], SignalKind>> = {
  no_answer: 'no_answer',
  won: 'verbal_commitment',
  lost: 'rejection',
};

function readClause(clause: Clause): Found[] {
  const found = [...readConcerns(clause), ...readPatterns(clause), ...readPromise(clause)];
  const kinds = new Set(found.map(({ kind }) => kind));
  return found
    .filter(({ kind }) => !impliedBy[kind]?.some((stronger) => kinds.has(stronger)))
    .filter(({ kind, topic }) => {
      // "No money before Q3" is about the money.
      const money = kind === 'objection' && (topic === 'timing' || topic === 'budget');
      return !(money && kinds.has('budget_blocked'));
    })
    .map((one) => {
      const vague = one.kind === 'objection' && one.topic === 'other';
      return vague && kinds.has('competitor_pressing') ? { ...one, topic: 'price' } : one;
    });
}

function readPatterns(clause: Clause): Found[] {
  const found: Found[] = [];
  for (const pattern of clause.lexicon.patterns) {
    const match = pattern.match.exec(clause.text);
    if (!match) continue;
    const end = match.index + match[0].length;
    if (holds(pattern, clause, match.index, end)) {
      found.push({ kind: pattern.kind, topic: topicIn(clause) });
    }
  }
  return found;
}

/** Whether the words around a match leave it standing. */
function holds(pattern: Pattern, clause: Clause, start: number, end: number): boolean {
  const { kind } = pattern;
  const { text, lexicon } = clause;
  const { rival, theirDoing, namedDoing, notYetDone } = lexicon.frames;
  if (pattern.unless?.test(text)) return false;
  if (!pattern.negates && isNegated(lexicon, text, start, end)) return false;
  if (
    pattern.firm &&
    (isConditional(clause, start) ||
      possible(lexicon, text, start, end) ||
      isReported(clause, start))
  ) {
    return false;
  }
  if (ofTheirSide.has(kind) && (isNotTheirs(clause, start) || isLongAgo(clause))) return false;
  if (feelings.has(kind) && isOurFeeling(clause, start)) return false;
  if (kind !== 'decision_process' && isSupposed(clause, start)) return false;
  if (gains.has(kind) && rival.test(text)) return false;
  if (!kind.startsWith('covered_')) return true;
  const theirs = theirDoing.test(text) || namedDoing.test(text) || rival.test(text);
  return !theirs && !isAsked(clause, start) && !notYetDone.test(text.slice(0, start));
}

function readPromise(clause: Clause): Found[] {
  const { text, lexicon } = clause;
  const { ours, theirs } = lexicon.promises;
  const topic = topicIn(clause);
  const match = ours.exec(text) ?? theirs.exec(text);
  if (!match) return [];
  const end = match.index + match[0].length;
  if (isNegated(lexicon, text, match.index, end) || isConditional(clause, match.index)) return [];
  // In a quotation, "I" is the prospect.
  const byUs = ours.test(text) && !isTheirWord(clause, match.index);
  return [{ kind: byUs ? 'promise_ours' : 'promise_theirs', topic }];
}
