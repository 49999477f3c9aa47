import {
  excusedDays,
  type RubricRule,
  rubric,
  type SignalKind,
  silence,
} from '../../prompts/rubric';
import type { Interaction } from '../interaction';
import { english, type Wording } from '../wording/english';
import { addDays, daysBetween, latestOf } from './days';
import { lastHeardAt } from './heard';
import { type MadePromise, promisesBy, promisesMade } from './promises';
import { topicStates } from './topics';
import type { LedgerEntry, Signal } from './types';

/** Signals that show that somebody means to buy: a budget block before them weighs half. */
const buying = new Set<SignalKind>([
  'pilot_requested',
  'pilot_agreed',
  'verbal_commitment',
  'budget_confirmed',
]);

/** What a no takes back when it comes after it. */
const takenBackByNo = new Set<RubricRule>([
  'pilot_requested',
  'pilot_agreed',
  'verbal_commitment',
  'date_set',
  'next_step',
]);

/** @returns oldest first; of one moment, by memory and then by kind, so that input order is nothing. */
export function inOrder(signals: Signal[]): Signal[] {
  return signals
    .map((s) => ({ s, rank: `${s.at}|${s.memoryId}|${s.kind}|${s.topic ?? ''}|${s.quote}` }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .map(({ s }) => s);
}

type Add = (
  rule: RubricRule,
  at: string,
  source: string | null,
  /** What it says; the row's own words where nothing is to be added. */
  text?: string,
  points?: number,
) => void;

/** A history in order, so that its ledger of any day is quick to make. */
export interface Replay {
  /** Oldest first. */
  signals: Signal[];
  /** Oldest first. */
  history: Interaction[];
  promises: MadePromise[];
}

/** @returns what replaying the ledger to any day takes; made once for all days. */
export function replayOf(signals: Signal[], history: Interaction[]): Replay {
  const ordered = inOrder(signals);
  return {
    signals: ordered,
    history: [...history].sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1)),
    promises: promisesMade(ordered),
  };
}

/** @returns the beginning of a list, oldest first, up to a moment. */
function until<T extends { at: string }>(list: T[], now: string): T[] {
  const later = list.findIndex(({ at }) => at > now);
  return later < 0 ? list : list.slice(0, later);
}

/**
 * The score as a sum that can be checked by hand.
 *
 * In: signals, the interactions they come from, and the moment to reckon for (all ISO 8601, UTC);
 * what lies after that moment doesn't count, so replaying a past day gives what was shown on it.
 * Out: entries, oldest first, whose points add up to the score, 0 to 100: the starting points and
 * the clamp are entries too. The order of the input doesn't matter.
 */
export function buildLedger(all: Signal[], history: Interaction[], now: string): LedgerEntry[] {
  return ledgerBy(replayOf(all, history), now);
}

/** The same of a history that is in order already. `words` are what the entries say. */
export function ledgerBy(replay: Replay, now: string, words: Wording = english): LedgerEntry[] {
  const past = until(replay.history, now);
  const signals = until(replay.signals, now);
  const entries: LedgerEntry[] = [];
  const { rows } = words.ledger;
  const add: Add = (rule, at, source, text = rows[rule], points = rubric[rule].points) =>
    entries.push({ points, text, at, source, rule });

  const [first] = past;
  if (!first) {
    add('start_unknown', now, null);
    return entries;
  }
  add('start', first.at, first.id);
  addGains(signals, add, words);
  addObjections(signals, add, words);
  addBlocks(signals, add, words);
  addMood(signals, past, add);
  addOverdue(replay.promises, now, add, words);
  addSilence(signals, past, now, add, words);

  entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const sum = entries.reduce((total, { points }) => total + points, 0);
  const clamped = Math.min(100, Math.max(0, sum));
  if (clamped !== sum) add('clamp', now, null, rows.clamp, clamped - sum);
  return entries;
}

/** Rows that count once, each from the first signal that earns it. */
const onceRows: [RubricRule, SignalKind[]][] = [
  // Who voices a concern, or lets it be settled, takes part as well.
  [
    'engaged',
    [
      'engaged',
      'need_confirmed',
      'positive_reaction',
      'pilot_requested',
      'pilot_agreed',
      'objection',
      'objection_resolved',
    ],
  ],
  // Who asks to try it has the need.
  ['need_confirmed', ['need_confirmed', 'pilot_requested']],
  ['authority', ['champion', 'decision_maker']],
  ['budget_confirmed', ['budget_confirmed']],
  ['date_set', ['date_set']],
  ['pilot_requested', ['pilot_requested']],
  ['pilot_agreed', ['pilot_agreed']],
  ['verbal_commitment', ['verbal_commitment']],
  ['next_step', ['next_step']],
];

function addGains(signals: Signal[], add: Add, { ledger: say }: Wording): void {
  const no = signals.findLast(({ kind }) => kind === 'rejection');
  for (const [rule, kinds] of onceRows) {
    const earned = signals.filter(({ kind }) => kinds.includes(kind));
    const [first] = earned;
    if (!first) continue;
    add(rule, first.at, first.memoryId);
    const lost = no && takenBackByNo.has(rule) && earned.every(({ at }) => at <= no.at);
    if (lost) {
      const what = say.takenBack.bySaidNo(say.rows[rule]);
      add('superseded', no.at, no.memoryId, what, -rubric[rule].points);
    }
  }
  const moments = new Set<string>();
  for (const signal of signals.filter(({ kind }) => kind === 'positive_reaction')) {
    if (moments.size < rubric.positive_reaction.most && !moments.has(signal.memoryId)) {
      moments.add(signal.memoryId);
      add('positive_reaction', signal.at, signal.memoryId);
    }
  }
}

function addObjections(signals: Signal[], add: Add, { ledger: say, topics }: Wording): void {
  const states = topicStates(signals).map((state) => ({
    ...state,
    repeats: state.raised.slice(1, 1 + rubric.objection_again.most),
  }));
  // The heaviest weigh, so that resolving one can never let a heavier one in.
  const weighing = states
    .filter(({ resolution }) => resolution === null)
    .sort((a, b) => b.repeats.length - a.repeats.length || (a.topic < b.topic ? -1 : 1))
    .slice(0, rubric.objection.most);
  for (const state of states) {
    const { topic, raised, repeats, resolution } = state;
    if (resolution === null && !weighing.includes(state)) continue;
    const about = topics[topic];
    const { rows } = say;
    const [first] = raised;
    if (first) {
      add('objection', first.at, first.memoryId, say.about(rows.objection, about));
      const text = say.about(rows.objection_again, about);
      for (const again of repeats) add('objection_again', again.at, again.memoryId, text);
    }
    if (resolution === null) continue;
    const taken =
      (first ? rubric.objection.points : 0) + repeats.length * rubric.objection_again.points;
    const { at, memoryId } = resolution;
    if (taken !== 0) add('superseded', at, memoryId, say.takenBack.resolved(about), -taken);
    add('objection_resolved', at, memoryId, say.about(rows.objection_resolved, about));
  }
}

/** What blocks, and what lifts each block again: the row, its signals, what lifts it, and its name. */
const blocks: [
  RubricRule,
  SignalKind[],
  SignalKind[],
  'legal' | 'rival' | 'champion' | 'rejection',
][] = [
  ['legal_blocker', ['legal_blocker'], ['legal_cleared'], 'legal'],
  ['competitor_active', ['competitor_active', 'competitor_pressing'], ['competitor_out'], 'rival'],
  ['competitor_pressing', ['competitor_pressing'], ['competitor_out'], 'rival'],
  ['champion_lost', ['champion_lost'], ['champion'], 'champion'],
  [
    'rejection',
    ['rejection'],
    ['pilot_requested', 'pilot_agreed', 'verbal_commitment', 'need_confirmed', 'next_step'],
    'rejection',
  ],
];

function addBlocks(signals: Signal[], add: Add, { ledger: say }: Wording): void {
  for (const [rule, kinds, lifts, why] of blocks) {
    const found = signals.filter(({ kind }) => kinds.includes(kind));
    const first = found[0];
    const last = found.at(-1);
    if (!first || !last) continue;
    add(rule, first.at, first.memoryId);
    const lifted = signals.find((s) => lifts.includes(s.kind) && s.at > last.at);
    if (!lifted) continue;
    add('superseded', lifted.at, lifted.memoryId, say.takenBack[why], -rubric[rule].points);
  }
  const frozen = signals.filter(({ kind }) => kind === 'budget_blocked');
  const first = frozen[0];
  const last = frozen.at(-1);
  if (!first || !last) return;
  add('budget_blocked', first.at, first.memoryId);
  const released = signals.find((s) => s.kind === 'budget_confirmed' && s.at > last.at);
  const eased = signals.find((s) => buying.has(s.kind) && s.at > last.at);
  if (released) {
    const back = -rubric.budget_blocked.points;
    add('superseded', released.at, released.memoryId, say.takenBack.budget, back);
  } else if (eased) add('budget_eased', eased.at, eased.memoryId);
}

function addMood(signals: Signal[], past: Interaction[], add: Add): void {
  const newest = latestOf(past);
  const mood = signals.findLast((s) => s.kind === 'negative_tone' && s.at === newest);
  if (mood) add('negative_tone', mood.at, mood.memoryId);
}

function addOverdue(
  promises: MadePromise[],
  now: string,
  add: Add,
  { ledger: say }: Wording,
): void {
  const overdue = promisesBy(promises, now).filter(
    ({ by, state }) => by === 'us' && state === 'overdue',
  );
  for (const { dueAt, at, text, evidence } of overdue.slice(-rubric.promise_overdue.most)) {
    add('promise_overdue', dueAt ?? at, evidence[0]?.memoryId ?? null, say.overdue(text));
  }
}

function addSilence(
  signals: Signal[],
  past: Interaction[],
  now: string,
  add: Add,
  { ledger: say }: Wording,
): void {
  const heard = lastHeardAt(signals, past, now);
  if (heard === null || isExcused(signals, heard, now)) return;
  const days = daysBetween(heard, now);
  const step = silence.find((row) => days >= row.days);
  if (step) {
    const last = past.find(({ at }) => at === heard)?.id ?? null;
    add('silence', addDays(heard, step.days), last, say.silence(days), step.points);
  }
}

/** @returns whether a date that they agreed to still lies ahead, not long after they were last heard. */
function isExcused(signals: Signal[], heard: string, now: string): boolean {
  const latest = addDays(heard, excusedDays);
  return signals.some(
    ({ kind, dueAt }) =>
      (kind === 'next_step' || kind === 'date_set') &&
      dueAt !== null &&
      dueAt >= now &&
      dueAt <= latest,
  );
}
