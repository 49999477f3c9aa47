import type { SignalKind, Topic } from '../../prompts/rubric';
import type { Interaction } from '../interaction';
import { english, type Wording } from '../wording/english';
import { daysBetween } from './days';
import { lastHeardAt, unansweredSince } from './heard';
import { promisesOf } from './promises';
import { evidenceOf, openTopics } from './sections';
import type { Claim, Signal } from './types';

export type RiskKind =
  | 'rejection'
  | 'champion_lost'
  | 'promise_overdue'
  | 'legal'
  | 'competitor'
  | 'budget'
  | 'objection'
  | 'silence'
  | 'no_decision_maker';

/** Something that can cost the deal, with the words it rests on. */
export interface Risk extends Claim {
  kind: RiskKind;
  /** What to bring or do about it, as it stands in a sentence after "bring" or "send". */
  bring: string | null;
  /** Signals of these topics after `at` would mean it was dealt with already. */
  topic: string | null;
  at: string;
  /** A short silence that nobody has tried to end: it adds to another risk, and is none alone. */
  mild?: boolean;
}

/** Whole days without word from the prospect that count as a risk. */
const quietDays = 7;
/** From so many days on, silence is a risk by itself; before that, once a try went unanswered. */
const longQuietDays = 14;
/** From so many days on, silence outweighs what was said before it. */
const lostDays = 30;

/** The last signal of one kind, unless one of `lifts` came after it. */
function standing(signals: Signal[], kinds: SignalKind[], lifts: SignalKind[]): Signal | null {
  const last = signals.findLast(({ kind }) => kinds.includes(kind));
  if (!last) return null;
  const lifted = signals.some((s) => lifts.includes(s.kind) && s.at > last.at);
  return lifted ? null : last;
}

/**
 * What can cost the deal at `now` (ISO 8601), the most pressing first.
 *
 * A no outweighs everything; then what is broken on our side or theirs (a lost champion, an overdue
 * promise), what somebody else does to the deal (legal, a competitor, money), the open concerns by
 * how fresh they are, and silence. Signals oldest first, none after `now`.
 *
 * @param words what they are said in
 */
export function risksOf(
  signals: Signal[],
  history: Interaction[],
  now: string,
  words: Wording = english,
): Risk[] {
  const { risk: say, bring: things, plays } = words;
  const risks: Risk[] = [];
  const add = (kind: RiskKind, from: Signal, text: string, bring: string | null, topic?: string) =>
    risks.push({
      kind,
      text,
      bring,
      evidence: [evidenceOf(from)],
      topic: topic ?? null,
      at: from.at,
    });

  const no = standing(
    signals,
    ['rejection'],
    ['pilot_requested', 'pilot_agreed', 'verbal_commitment', 'need_confirmed', 'next_step'],
  );
  if (no) add('rejection', no, say.rejection, null);
  const lost = standing(signals, ['champion_lost'], ['champion']);
  if (lost) add('champion_lost', lost, say.championLost, null);
  for (const promise of promisesOf(signals, now)) {
    const [from] = promise.evidence;
    if (promise.by !== 'us' || promise.state !== 'overdue' || !from) continue;
    risks.push({
      kind: 'promise_overdue',
      text: say.promiseOverdue(promise.text.replace(/[.!]+$/, '')),
      bring: things.promised,
      evidence: [from],
      topic: null,
      at: promise.at,
    });
  }
  const legal = standing(signals, ['legal_blocker'], ['legal_cleared']);
  if (legal) add('legal', legal, say.legal, things.legal);
  const rival = standing(signals, ['competitor_pressing'], ['competitor_out']);
  if (rival) add('competitor', rival, say.rivalPressing, plays.price.bring, 'price');
  const frozen = standing(
    signals,
    ['budget_blocked'],
    ['budget_confirmed', 'pilot_requested', 'pilot_agreed', 'verbal_commitment'],
  );
  if (frozen) add('budget', frozen, say.budget, plays.budget.bring, 'budget');
  const yes = signals.findLast(({ kind }) => kind === 'verbal_commitment');
  for (const { topic, raised } of openTopics(signals)) {
    const last = raised.at(-1);
    // They said yes knowing it.
    if (!last || (yes && yes.at > last.at)) continue;
    const { hurts, bring } = plays[topic];
    const text = raised.length > 1 ? say.again(hurts, raised.length) : hurts;
    add('objection', last, text, bring, topic);
  }
  const active = standing(signals, ['competitor_active'], ['competitor_out']);
  if (active && !rival) add('competitor', active, say.rivalActive, things.rival);
  const quiet = silenceRisk(signals, history, now, words);
  if (quiet && quiet.days >= lostDays) {
    const worse = risks.filter(({ kind }) => kind === 'rejection' || kind === 'champion_lost');
    risks.splice(worse.length, 0, quiet.risk);
  } else if (quiet) risks.push(quiet.risk);
  if (
    history.length >= 3 &&
    !signals.some(({ kind }) => kind === 'decision_maker' || kind === 'champion')
  ) {
    risks.push({
      kind: 'no_decision_maker',
      text: say.noDecisionMaker,
      bring: things.summary,
      evidence: [],
      topic: null,
      at: now,
    });
  }
  return risks;
}

/** @returns the silence since the prospect was last heard, or null while it is short. */
function silenceRisk(
  signals: Signal[],
  history: Interaction[],
  now: string,
  words: Wording,
): { risk: Risk; days: number } | null {
  const heard = lastHeardAt(signals, history, now);
  if (heard === null) return null;
  const days = daysBetween(heard, now);
  if (days < quietDays) return null;
  const tries = unansweredSince(signals, history, now);
  const last = tries.at(-1) ?? history.find(({ at }) => at === heard);
  const risk: Risk = {
    kind: 'silence',
    text: words.risk.silence(days, tries.length),
    bring: null,
    evidence: last ? [{ memoryId: last.id, quote: last.summary, at: last.at }] : [],
    topic: null,
    at: heard,
    mild: days < longQuietDays && tries.length === 0,
  };
  return { risk, days };
}

/** @returns the risk that stands first by itself and rests on logged words, if any. */
export function topRisk(risks: Risk[]): Risk | null {
  return risks.find(({ evidence, mild }) => evidence.length > 0 && !mild) ?? null;
}

/** @returns the main risk as a sentence; null where nothing stands in the way. */
export function mainRisk(risks: Risk[], words: Wording = english): Claim | null {
  const first = topRisk(risks);
  if (!first) return null;
  const quiet = risks.find((risk) => risk.kind === 'silence' && risk !== first);
  const behind = first.kind === 'silence' ? behindSilence(risks) : null;
  if (behind) return joined(first, behind, words);
  if (!quiet || first.kind === 'rejection')
    return { text: `${first.text}.`, evidence: first.evidence };
  return joined(first, quiet, words);
}

function joined(first: Risk, second: Risk, words: Wording): Claim {
  return {
    text: words.risk.both(first.text, second.text),
    evidence: [...first.evidence, ...second.evidence],
  };
}

/** @returns what may be the reason of a long silence: the next risk that something can be brought for. */
export function behindSilence(risks: Risk[]): Risk | null {
  const reasons = new Set<RiskKind>(['competitor', 'objection', 'budget']);
  return risks.find(({ kind, bring }) => reasons.has(kind) && bring !== null) ?? null;
}

/** @returns how a topic is called in a sentence, for a risk about one; null where it is about none. */
export function topicNameOf(topic: string | null, { topics }: Wording): string | null {
  return topic !== null && topic in topics ? topics[topic as Topic] : null;
}
