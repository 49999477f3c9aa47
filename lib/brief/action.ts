import type { Topic } from '../../prompts/rubric';
import { english, type Wording } from '../wording/english';
import { humanDate } from './days';
import { promisesOf } from './promises';
import { behindSilence, type Risk, topicNameOf, topRisk } from './risks';
import { evidenceOf } from './sections';
import type { Claim, Signal } from './types';

/** What was given to the prospect about a risk's topic after the risk arose. */
function alreadyGiven(risk: Risk, signals: Signal[]): Signal | null {
  if (risk.topic === null) return null;
  const given = signals.findLast(
    ({ kind, topic, at }) =>
      (kind === 'covered_sent' || kind === 'covered_answered' || kind === 'covered_demoed') &&
      topic === risk.topic &&
      at > risk.at,
  );
  return given ?? null;
}

/**
 * One concrete next step that answers the main risk: what to send or to ask. What was already given
 * is asked about, not given again.
 *
 * In: the prospect's name, risks (most pressing first), signals (oldest first), the moment it is
 * for, what it is said in. Out: a sentence with the words it rests on; no evidence where nothing is remembered.
 */
export function recommendAction(
  name: string,
  risks: Risk[],
  signals: Signal[],
  now: string,
  words: Wording = english,
): Claim {
  const first = firstName(name);
  const main = topRisk(risks);
  const { action: say } = words;
  const day = (at: string) => humanDate(at, now, words.locale);
  if (!main) {
    const undecided = risks.some(({ kind }) => kind === 'no_decision_maker');
    return withoutRisk(name, signals, undecided, now, words);
  }
  const evidence = main.evidence;
  const given = alreadyGiven(main, signals);
  const quiet = risks.some(({ kind }) => kind === 'silence');
  switch (main.kind) {
    case 'rejection':
      return { text: say.rejection(first), evidence };
    case 'champion_lost':
      return { text: say.championLost(words.plays.authority.bring), evidence };
    case 'promise_overdue': {
      const [promise] = evidence;
      const made = promise ? { day: day(promise.at), words: bare(promise.quote) } : null;
      return { text: say.promiseOverdue(first, made), evidence };
    }
    case 'legal':
      return { text: say.legal(first), evidence };
    case 'silence':
      return afterSilence(first, risks, main, signals, now, words);
    default:
  }
  if (given) {
    return {
      text: say.given(first, day(given.at), topicNameOf(main.topic, words)),
      evidence: [...evidence, evidenceOf(given)],
    };
  }
  const second = risks.find(
    (risk) => risk.kind === 'objection' && risk !== main && !alreadyGiven(risk, signals),
  );
  const both = second && main.kind === 'objection' ? second : null;
  const thing = main.bring ?? '';
  const bring = both?.bring ? words.bring.both(thing, both.bring) : thing;
  const how = quiet ? say.callWith : say.bring;
  return {
    text: how(first, bring, questionFor(main, words)),
    evidence: [...evidence, ...(both ? both.evidence : [])],
  };
}

/** What to ask with it, so that the call ends with an answer. */
function questionFor({ kind, topic }: Risk, { action, plays }: Wording): string {
  if (kind === 'competitor' && topic === null) return action.askRival;
  return plays[topic !== null && topic in plays ? (topic as Topic) : 'other'].ask;
}

/** Breaks a silence: by voice, about the last thing they were given, with an easy way to answer. */
function afterSilence(
  first: string,
  risks: Risk[],
  silence: Risk,
  signals: Signal[],
  now: string,
  words: Wording,
): Claim {
  const given = signals.findLast(
    ({ kind, quote, memoryId }) =>
      (kind === 'covered_sent' || kind === 'covered_demoed') &&
      quote.length <= longestQuote &&
      !signals.some((s) => s.kind === 'no_answer' && s.memoryId === memoryId && s.quote === quote),
  );
  const tried = signals.some(({ kind, at }) => kind === 'no_answer' && at >= silence.at);
  const { action: say } = words;
  const how = say.call(first, tried);
  const reason = behindSilence(risks);
  if (reason && !alreadyGiven(reason, signals)) {
    return {
      text: say.silenceWith(how, reason.bring ?? '', questionFor(reason, words)),
      evidence: [...silence.evidence, ...reason.evidence],
    };
  }
  const about = given && { day: humanDate(given.at, now, words.locale), words: bare(given.quote) };
  return {
    text: say.silence(how, about ?? null),
    evidence: [...silence.evidence, ...(given ? [evidenceOf(given)] : [])],
  };
}

function lead(text: string, signals: Signal[]): Claim {
  const last = signals.at(-1);
  return { text, evidence: last ? [evidenceOf(last)] : [] };
}

/** The next step of a deal that nothing stands in the way of. */
function withoutRisk(
  name: string,
  signals: Signal[],
  undecided: boolean,
  now: string,
  words: Wording,
): Claim {
  const { action: say } = words;
  const first = firstName(name);
  const last = (kind: Signal['kind']) => signals.findLast((s) => s.kind === kind);
  const sent = (what: RegExp, from: Signal) =>
    signals.findLast(
      ({ kind, at, quote }) => kind === 'covered_sent' && at >= from.at && what.test(quote),
    );
  const owed = promisesOf(signals, now).findLast(
    ({ by, state }) => by === 'us' && state === 'open',
  );
  if (owed) {
    const due = owed.dueAt ? humanDate(owed.dueAt, now, words.locale) : null;
    return { text: say.keepPromise(first, bare(owed.text), due), evidence: owed.evidence };
  }
  const late = promisesOf(signals, now).findLast(
    ({ by, state, dueAt }) => by === 'them' && state === 'overdue' && dueAt !== null,
  );
  if (late) {
    return { text: say.theirPromise(first, bare(late.text)), evidence: late.evidence };
  }
  const yes = last('verbal_commitment');
  if (yes) {
    const there = sent(/contract|order form|paperwork/i, yes);
    const text = there ? say.signature(first) : say.contract(first);
    return { text, evidence: [evidenceOf(yes)] };
  }
  const pilot = last('pilot_agreed');
  if (pilot) return { text: say.pilot(first), evidence: [evidenceOf(pilot)] };
  const asked = last('pilot_requested');
  if (asked) return answerRequest(first, asked, sent(onPaper, asked), now, words);
  const decided = last('date_set');
  if (decided) return { text: say.decision(first), evidence: [evidenceOf(decided)] };
  const liked = last('positive_reaction');
  if (liked) return { text: say.liked(first, bare(liked.quote)), evidence: [evidenceOf(liked)] };
  if (signals.length === 0) return { text: say.firstMeeting(name), evidence: [] };
  return lead(undecided ? say.whoDecides(first) : say.nextStep(first), signals);
}

/** What was asked for on paper, and not to try out. */
const onPaper = /\b(quotes?|quotation|proposal|offer)\b/i;

function answerRequest(
  first: string,
  asked: Signal,
  sent: Signal | undefined,
  now: string,
  { action: say, locale }: Wording,
): Claim {
  if (!onPaper.test(asked.quote)) {
    return { text: say.pilotDates(first), evidence: [evidenceOf(asked)] };
  }
  if (!sent) return { text: say.offer(first), evidence: [evidenceOf(asked)] };
  return {
    text: say.offerSent(first, humanDate(sent.at, now, locale)),
    evidence: [evidenceOf(asked), evidenceOf(sent)],
  };
}

/** A longer quote makes a sentence that nobody reads in the minute before a call. */
const longestQuote = 80;

/** @returns a quote to stand in a sentence: on one line, no full stop, cut where it is long. */
function bare(quote: string): string {
  const line = quote
    .replace(/\s+/g, ' ')
    .replace(/[.!]+$/, '')
    .trim();
  return line.length <= longestQuote
    ? line
    : `${line.slice(0, longestQuote).replace(/\s+\S*$/, '')} …`;
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}
