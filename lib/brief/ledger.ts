import { type RubricRule, rubric, silence } from '../../prompts/rubric';
import type { Interaction } from '../interaction';
import { addDays, daysBetween } from './days';
import { promisesOf } from './promises';
import type { LedgerEntry, Signal } from './types';

/** Signals that show that somebody means to buy: a budget block before them weighs half. */
const buying = new Set<Signal['kind']>([
  'pilot_requested',
  'pilot_agreed',
  'verbal_commitment',
  'budget_confirmed',
]);

/** Signals that only the prospect can give. An interaction without one doesn't end a silence. */
const ourOwnDoing = new Set<Signal['kind']>([
  'no_answer',
  'promise_ours',
  'covered_sent',
  'covered_pitched',
  'covered_answered',
  'covered_demoed',
  'competitor_active',
  'competitor_pressing',
]);

/** @returns oldest first; of one moment, by memory and then by kind, so that input order is nothing. */
export function inOrder(signals: Signal[]): Signal[] {
  const rank = (s: Signal) => `${s.at}|${s.memoryId}|${s.kind}|${s.topic ?? ''}|${s.quote}`;
  return [...signals].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

/**
 * The score as a sum that can be checked by hand.
 *
 * In: signals, the interactions they come from, and the moment to reckon for (ISO 8601); what lies
 * after that moment doesn't count, so replaying a past day gives what was shown on it. Out: entries,
 * oldest first, whose points add up to the score, 0 to 100: the starting points and the clamp are
 * entries too. The order of the input doesn't matter.
 */
export function buildLedger(all: Signal[], history: Interaction[], now: string): LedgerEntry[] {
  const past = history.filter(({ at }) => at <= now);
  const signals = inOrder(all.filter(({ at }) => at <= now));
  const entries: LedgerEntry[] = [];
  const add = (rule: RubricRule, at: string, source: string | null, detail = '', points?: number) =>
    entries.push({
      points: points ?? rubric[rule].points,
      text: rubric[rule].text + detail,
      at,
      source,
      rule,
    });

  const first = past.reduce<string | null>((a, { at }) => (a === null || at < a ? at : a), null);
  if (first === null) {
    add('start_unknown', now, null);
    return entries;
  }
  add('start', first, firstId(past, first));
  addGains(signals, add);
  addObjections(signals, add);
  addBlocks(signals, add);
  addMood(signals, past, add);
  for (const promise of promisesOf(signals, now)) {
    if (promise.by === 'us' && promise.state === 'overdue') {
      const due = promise.dueAt ?? promise.at;
      add('promise_overdue', due, promise.evidence[0]?.memoryId ?? null, `: ${promise.text}`);
    }
  }
  addSilence(signals, past, now, add);

  entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const sum = entries.reduce((total, { points }) => total + points, 0);
  const clamped = Math.min(100, Math.max(0, sum));
  if (clamped !== sum) add('clamp', now, null, '', clamped - sum);
  return entries;
}

type Add = (
  rule: RubricRule,
  at: string,
  source: string | null,
  detail?: string,
  points?: number,
) => void;

function firstId(history: Interaction[], at: string): string | null {
  return (
    history
      .filter((i) => i.at === at)
      .map(({ id }) => id)
      .sort()[0] ?? null
  );
}

/** Rows that count once, each from the first signal that earns it. */
const onceRows: [RubricRule, Signal['kind'][]][] = [
  ['engaged', ['engaged']],
  ['need_confirmed', ['need_confirmed']],
  ['authority', ['champion', 'decision_maker']],
  ['budget_confirmed', ['budget_confirmed']],
  ['date_set', ['date_set']],
  ['pilot_requested', ['pilot_requested']],
  ['pilot_agreed', ['pilot_agreed']],
  ['verbal_commitment', ['verbal_commitment']],
];

function addGains(signals: Signal[], add: Add): void {
  for (const [rule, kinds] of onceRows) {
    const earned = signals.find(({ kind }) => kinds.includes(kind));
    if (earned) add(rule, earned.at, earned.memoryId);
  }
  const moments = new Set<string>();
  for (const signal of signals.filter(({ kind }) => kind === 'positive_reaction')) {
    if (moments.size < rubric.positive_reaction.most && !moments.has(signal.memoryId)) {
      moments.add(signal.memoryId);
      add('positive_reaction', signal.at, signal.memoryId);
    }
  }
  // A pilot's own date is part of the pilot, not one more step.
  const pilots = new Set(
    signals.filter(({ kind }) => kind === 'pilot_agreed').map(({ memoryId }) => memoryId),
  );
  const step = signals.find((s) => s.kind === 'next_step' && !pilots.has(s.memoryId));
  if (step) add('next_step', step.at, step.memoryId);
}

function addObjections(signals: Signal[], add: Add): void {
  let counted = 0;
  const raised = signals.filter(({ kind }) => kind === 'objection');
  const byTopic = Map.groupBy(raised, ({ topic }) => topic ?? 'other');
  const inTime = [...byTopic].sort(([a, [x]], [b, [y]]) =>
    `${x?.at}${a}` < `${y?.at}${b}` ? -1 : 1,
  );
  for (const [topic, times] of inTime) {
    const resolved = signals.filter(
      (s) => s.kind === 'objection_resolved' && (s.topic ?? 'other') === topic,
    );
    const first = times[0];
    const last = times.at(-1);
    if (!first || !last) continue;
    const resolution = resolved.findLast(({ at }) => at >= last.at);
    // Three topics at most weigh; a resolved one makes room for another.
    if (!resolution && counted >= rubric.objection.most) continue;
    add('objection', first.at, first.memoryId, `: ${topic}`);
    let taken = rubric.objection.points as number;
    const calls = new Set([first.memoryId]);
    for (const again of times) {
      if (calls.has(again.memoryId)) continue;
      calls.add(again.memoryId);
      add('objection_again', again.at, again.memoryId, `: ${topic}`);
      taken += rubric.objection_again.points;
    }
    if (resolution) {
      add('superseded', resolution.at, resolution.memoryId, `: ${topic} was resolved`, -taken);
      add('objection_resolved', resolution.at, resolution.memoryId, `: ${topic}`);
    } else counted += 1;
  }
}

/** What blocks, and what lifts each block again. */
function addBlocks(signals: Signal[], add: Add): void {
  const blocks: [RubricRule, Signal['kind'], Signal['kind'], string][] = [
    ['legal_blocker', 'legal_blocker', 'legal_cleared', 'legal or procurement is done'],
    ['competitor_pressing', 'competitor_pressing', 'competitor_out', 'the competitor is out'],
    ['champion_lost', 'champion_lost', 'champion', 'a new champion stepped in'],
    ['rejection', 'rejection', 'pilot_requested', 'they came back'],
  ];
  for (const [rule, kind, lifts, why] of blocks) block(rule, [kind], [lifts], why);
  block(
    'competitor_active',
    ['competitor_active', 'competitor_pressing'],
    ['competitor_out'],
    'the competitor is out',
  );

  const frozen = signals.find(({ kind }) => kind === 'budget_blocked');
  const lastFrozen = signals.findLast(({ kind }) => kind === 'budget_blocked');
  if (!frozen || !lastFrozen) return;
  add('budget_blocked', frozen.at, frozen.memoryId);
  const released = signals.find((s) => s.kind === 'budget_confirmed' && s.at >= lastFrozen.at);
  const eased = signals.find((s) => buying.has(s.kind) && s.at > lastFrozen.at);
  if (released) {
    const back = -rubric.budget_blocked.points;
    add('superseded', released.at, released.memoryId, ': the budget was released', back);
  } else if (eased) add('budget_eased', eased.at, eased.memoryId);

  function block(
    rule: RubricRule,
    kinds: Signal['kind'][],
    lifts: Signal['kind'][],
    why: string,
  ): void {
    const found = signals.filter((s) => kinds.includes(s.kind));
    const [first] = found;
    const last = found.at(-1);
    if (!first || !last) return;
    add(rule, first.at, first.memoryId);
    const lifted = signals.find((s) => lifts.includes(s.kind) && s.at > last.at);
    if (lifted) add('superseded', lifted.at, lifted.memoryId, `: ${why}`, -rubric[rule].points);
  }
}

function addMood(signals: Signal[], past: Interaction[], add: Add): void {
  const newest = past.reduce((a, b) => (b.at > a.at ? b : a));
  const mood = signals.findLast((s) => s.kind === 'negative_tone' && s.at === newest.at);
  if (mood) add('negative_tone', mood.at, mood.memoryId);
}

/** When the prospect was last heard: an interaction with no signal of theirs doesn't end a silence. */
export function lastHeardAt(signals: Signal[], history: Interaction[], now: string): string | null {
  const onlyUs = new Set(
    history
      .filter(({ id }) => {
        const own = signals.filter(({ memoryId }) => memoryId === id);
        const silent = own.some(({ kind }) => kind === 'no_answer');
        return silent || (own.length > 0 && own.every(({ kind }) => ourOwnDoing.has(kind)));
      })
      .map(({ id }) => id),
  );
  const heard = history.filter(({ id, at, outcome }) => {
    return at <= now && outcome !== 'no_answer' && !onlyUs.has(id);
  });
  const from = heard.length > 0 ? heard : history.filter(({ at }) => at <= now);
  return from.reduce<string | null>((a, { at }) => (a === null || at > a ? at : a), null);
}

function addSilence(signals: Signal[], past: Interaction[], now: string, add: Add): void {
  const heard = lastHeardAt(signals, past, now);
  if (heard === null) return;
  const days = daysBetween(heard, now);
  const step = silence.find((row) => days >= row.days);
  if (step) add('silence', addDays(heard, step.days), null, ` for ${days} days`, step.points);
}
