import { bands } from '../../prompts/rubric';
import { daysBetween, humanDate } from '../brief/days';
import { lastHeardAt, unansweredSince } from '../brief/heard';
import { promisesOf } from '../brief/promises';
import { type Risk, type RiskKind, risksOf } from '../brief/risks';
import { asSentence, evidenceOf } from '../brief/sections';
import type { Brief, Claim, Signal } from '../brief/types';
import type { Interaction } from '../interaction';
import { english, type Wording } from '../wording/english';
import type { Bucket, HeldBy } from './types';

/** What a risk weighs against the others, before what there is to lose counts. */
const weights: Record<RiskKind, number> = {
  rejection: 0,
  champion_lost: 40,
  promise_overdue: 45,
  competitor: 14,
  legal: 26,
  budget: 12,
  objection: 8,
  silence: 10,
  no_decision_maker: 2,
};
/** A rival that presses, on price or by a date. */
const pressingWeight = 45;
/** A concern that came back in another interaction. */
const returningWeight = 10;
/** Legal or procurement that has stood in the way for a month. */
const stuckWeight = 14;
const stuckDays = 30;
const decliningWeight = 12;
/** Each try without an answer, two at most. */
const unansweredWeight = 10;
/** They asked for something, and it isn't sent. */
const askedWeight = 12;
/** What they asked for is sent, and no day was agreed to talk about it. */
const sentWeight = 4;
/** A promise of ours that falls due within the week. */
const dueWeight = 14;

/** From so much on, a deal needs attention now. */
const attentionFrom = 40;
/** From so much on, it needs a word this week. */
const followUpFrom = 8;
/** What a deal is worth saving from: the score it had at its best, lately. */
const liveFrom = 25;
const hotFrom = bands.find(({ label }) => label === 'Hot')?.from ?? 100;
/** Days for which a former score still says what there is to lose. */
const stakeDays = 90;
/** Days without word after which nothing is lost by waiting another week. */
const dormantDays = 30;
/** A deal that nobody has heard of for so many days isn't on track, whatever was said. */
const quietDays = 14;
const week = 7;

/** What a deal needs, by rules. */
export interface Need {
  bucket: Bucket;
  /** Larger is more pressing; compared within a bucket. */
  urgency: number;
  why: Claim;
  held: HeldBy | null;
  /** Whole days since they were last heard; a try of ours without an answer is no contact. */
  daysSince: number | null;
}

/** @returns whether a rival presses and nothing since has taken it away. */
function pressed(signals: Signal[]): boolean {
  const last = signals.findLast(({ kind }) => kind === 'competitor_pressing');
  return last !== undefined && !signals.some((s) => s.kind === 'competitor_out' && s.at > last.at);
}

/** @returns what they asked for and didn't get yet, the newest. */
function openRequest(signals: Signal[]): Signal | null {
  const asked = signals.findLast(({ kind }) => kind === 'pilot_requested');
  if (!asked) return null;
  const answered = signals.some(
    ({ kind, at, memoryId }) =>
      (kind === 'covered_sent' || kind === 'pilot_agreed' || kind === 'verbal_commitment') &&
      (at > asked.at || (at === asked.at && memoryId !== asked.memoryId)),
  );
  return answered ? null : asked;
}

/** @returns whether what they asked for was sent, and they haven't said yes or no to it. */
function isWaiting(signals: Signal[]): boolean {
  const asked = signals.find(({ kind }) => kind === 'pilot_requested');
  if (!asked || openRequest(signals)) return false;
  return !signals.some(
    ({ kind, at }) => (kind === 'pilot_agreed' || kind === 'verbal_commitment') && at >= asked.at,
  );
}

/** @returns the next day that was agreed on and lies ahead, null where there is none. */
function nextDate(signals: Signal[], now: string): Signal | null {
  const ahead = signals.filter(
    ({ kind, dueAt }) => (kind === 'next_step' || kind === 'date_set') && (dueAt ?? '') > now,
  );
  return ahead.sort((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1))[0] ?? null;
}

const said = (text: string, from: Signal): Claim => ({ text, evidence: [evidenceOf(from)] });

/**
 * What one deal needs this week, by rules alone: what threatens it, weighed by what there is to lose.
 *
 * @param brief of the deal, made at `now`
 * @param past its interactions up to `now`, in UTC
 * @param now ISO 8601, UTC
 * @param words what the reason is said in
 */
export function needOf(
  brief: Brief,
  past: Interaction[],
  now: string,
  words: Wording = english,
): Need {
  const { signals, score, momentum, course } = brief;
  const risks = risksOf(signals, past, now);
  const has = (kind: RiskKind) => risks.some((risk) => risk.kind === kind);
  const tries = unansweredSince(signals, past, now).length;
  const heard = lastHeardAt(signals, past, now);
  const silent = heard === null ? 0 : daysBetween(heard, now);
  const isPressed = pressed(signals);
  const asked = openRequest(signals);
  const ahead = nextDate(signals, now);
  const lately = course.filter(({ at }) => daysBetween(at, now) <= stakeDays);
  const stake = Math.max(score, ...lately.map((point) => point.score));
  const owed = promisesOf(signals, now).find(
    ({ by, state, dueAt }) =>
      by === 'us' && state === 'open' && dueAt !== null && daysBetween(now, dueAt) <= week,
  );

  let threat = risks.reduce((sum, risk) => sum + weightOf(risk, signals, isPressed, now), 0);
  if (momentum === 'declining') threat += decliningWeight;
  threat += Math.min(tries, 2) * unansweredWeight;

  const dead = has('rejection');
  const dormant = silent >= dormantDays && score < liveFrom;
  const held = heldBy(brief, { dead, tries, stake, isPressed, risks });
  const place = (): { bucket: Bucket; urgency: number } => {
    // Nothing is lost by next week: last among those to follow up, the ones that said no behind all.
    if (dead || dormant) {
      return { bucket: 'follow_up', urgency: stake / 100 - silent / 1000 - (dead ? 10 : 0) };
    }
    const loss = threat * (0.4 + stake / 100);
    if (threat >= attentionFrom && stake >= liveFrom) return { bucket: 'attention', urgency: loss };
    const todo =
      (asked ? askedWeight : 0) +
      (owed ? dueWeight : 0) +
      (isWaiting(signals) && !ahead ? sentWeight : 0);
    const quiet = silent >= quietDays && !ahead;
    const early = score < hotFrom && !ahead;
    if (threat >= followUpFrom || todo > 0 || quiet || early) {
      return { bucket: 'follow_up', urgency: loss + todo * (0.4 + stake / 100) + 1 };
    }
    const soon = ahead?.dueAt ? Math.max(0, 30 - daysBetween(now, ahead.dueAt)) : 0;
    return { bucket: 'on_track', urgency: soon + (100 - score) / 10 };
  };
  const { bucket, urgency } = place();
  return {
    ...worst({ bucket, urgency }, held),
    why: whyOf(brief, { asked, ahead, owed: owed ?? null, past, now, words }),
    held,
    daysSince: heard === null ? null : silent,
  };
}

function weightOf(
  { kind, mild, topic }: Risk,
  signals: Signal[],
  isPressed: boolean,
  now: string,
): number {
  if (kind === 'competitor' && isPressed) return pressingWeight;
  if (kind === 'silence' && mild) return weights.silence / 2;
  if (kind === 'legal') {
    const since = signals.find((s) => s.kind === 'legal_blocker')?.at ?? now;
    return weights.legal + (daysBetween(since, now) >= stuckDays ? stuckWeight : 0);
  }
  if (kind !== 'objection') return weights[kind];
  const times = new Set(
    signals.filter((s) => s.kind === 'objection' && s.topic === topic).map((s) => s.memoryId),
  );
  return weights.objection + (times.size > 1 ? returningWeight : 0);
}

function worst(
  { bucket, urgency }: { bucket: Bucket; urgency: number },
  held: HeldBy | null,
): { bucket: Bucket; urgency: number } {
  return { bucket: held ? notAbove(bucket, held.best) : bucket, urgency };
}

const rank: Record<Bucket, number> = { attention: 0, follow_up: 1, on_track: 2 };

/** @returns a bucket, or the best one that a rule leaves where it is better than that. */
export function notAbove(bucket: Bucket, best: Bucket): Bucket {
  return rank[bucket] > rank[best] ? best : bucket;
}

/**
 * The hard rules: whoever orders, a deal with a promise of ours overdue, a hot deal that stopped
 * answering, or one whose champion left or that said no is never on track; and a live deal that slips
 * while a rival presses or we owe them something, without an answer to our last try, needs attention.
 */
function heldBy(
  { momentum, sections }: Brief,
  {
    dead,
    tries,
    stake,
    isPressed,
    risks,
  }: { dead: boolean; tries: number; stake: number; isPressed: boolean; risks: Risk[] },
): HeldBy | null {
  const has = (kind: RiskKind) => risks.some((risk) => risk.kind === kind);
  const overdue = has('promise_overdue');
  const ghosted = sections.warnings.some(({ kind }) => kind === 'ghosted');
  if (!dead && stake >= liveFrom && momentum === 'declining' && tries > 0) {
    if (isPressed) {
      return { best: 'attention', rule: 'pressed' };
    }
    if (overdue) {
      return { best: 'attention', rule: 'owing' };
    }
  }
  if (overdue) return { best: 'follow_up', rule: 'overdue' };
  if (ghosted && stake >= hotFrom) {
    return { best: 'follow_up', rule: 'silent' };
  }
  if (dead) return { best: 'follow_up', rule: 'refused' };
  if (has('champion_lost')) return { best: 'follow_up', rule: 'champion' };
  return null;
}

/** One line that says why a deal stands where it stands, with its words. */
function whyOf(
  { risk, signals, score, label }: Brief,
  {
    asked,
    ahead,
    owed,
    past,
    now,
    words,
  }: {
    asked: Signal | null;
    ahead: Signal | null;
    owed: { text: string; dueAt: string | null; evidence: Claim['evidence'] } | null;
    past: Interaction[];
    now: string;
    words: Wording;
  },
): Claim {
  const { week: say } = words;
  const day = (at: string) => humanDate(at, now, words.locale);
  if (risk) return risk;
  if (owed?.dueAt) {
    return {
      text: say.promised(day(owed.dueAt), owed.text),
      evidence: owed.evidence,
    };
  }
  if (asked) return said(say.asked(asked.quote), asked);
  if (ahead?.dueAt) {
    return said(say.ahead(day(ahead.dueAt), asSentence(ahead.quote)), ahead);
  }
  const gain = signals.findLast(({ polarity }) => polarity === 'positive');
  if (gain) return said(say.gained(label, asSentence(gain.quote)), gain);
  const last = past.at(-1);
  return {
    text: say.still(score),
    evidence: last ? [{ memoryId: last.id, quote: last.summary, at: last.at }] : [],
  };
}
