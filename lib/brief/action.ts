import { firstMeeting, playbook } from '../../prompts/playbook';
import type { Topic } from '../../prompts/rubric';
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
 * for. Out: a sentence with the words it rests on; no evidence where nothing is remembered.
 */
export function recommendAction(
  name: string,
  risks: Risk[],
  signals: Signal[],
  now: string,
): Claim {
  const first = firstName(name);
  const main = topRisk(risks);
  if (!main) {
    const undecided = risks.some(({ kind }) => kind === 'no_decision_maker');
    return withoutRisk(name, signals, undecided, now);
  }
  const evidence = main.evidence;
  const given = alreadyGiven(main, signals);
  const quiet = risks.some(({ kind }) => kind === 'silence');
  switch (main.kind) {
    case 'rejection':
      return {
        text: `Thank ${first}, ask what decided it, and agree when to look at it again; don’t pitch.`,
        evidence,
      };
    case 'champion_lost':
      return {
        text: `Ask who takes over, and get an introduction; bring ${playbook.authority.bring}.`,
        evidence,
      };
    case 'promise_overdue': {
      const [promise] = evidence;
      const what = promise ? ` on ${humanDate(promise.at, now)} (“${bare(promise.quote)}”)` : '';
      return {
        text: `Deliver what we promised${what} before anything else, and tell ${first} when it is there.`,
        evidence,
      };
    }
    case 'legal':
      return {
        text: `Ask ${first} what legal or procurement still needs, send it, and agree a date for sign-off.`,
        evidence,
      };
    case 'silence':
      return afterSilence(first, risks, main, signals, now);
    default:
  }
  if (given) {
    return {
      text: `Ask ${first} whether what we gave on ${humanDate(given.at, now)} settles ${topicNameOf(main.topic)}, and what is still missing.`,
      evidence: [...evidence, evidenceOf(given)],
    };
  }
  const second = risks.find(
    (risk) => risk.kind === 'objection' && risk !== main && !alreadyGiven(risk, signals),
  );
  const both = second && main.kind === 'objection' ? second : null;
  const bring = [main, ...(both ? [both] : [])].map((risk) => risk.bring).join(' and ');
  const how = quiet ? `Call ${first} with` : `Bring ${first}`;
  return {
    text: `${how} ${bring}, and ${questionFor(main)}.`,
    evidence: [...evidence, ...(both ? both.evidence : [])],
  };
}

/** What to ask with it, so that the call ends with an answer. */
function questionFor({ kind, topic }: Risk): string {
  if (kind === 'competitor' && topic === null) return 'ask what decides between us';
  return playbook[topic !== null && topic in playbook ? (topic as Topic) : 'other'].ask;
}

/** Breaks a silence: by voice, about the last thing they were given, with an easy way to answer. */
function afterSilence(
  first: string,
  risks: Risk[],
  silence: Risk,
  signals: Signal[],
  now: string,
): Claim {
  const given = signals.findLast(
    ({ kind, quote, memoryId }) =>
      (kind === 'covered_sent' || kind === 'covered_demoed') &&
      quote.length <= longestQuote &&
      !signals.some((s) => s.kind === 'no_answer' && s.memoryId === memoryId && s.quote === quote),
  );
  const tried = signals.some(({ kind, at }) => kind === 'no_answer' && at >= silence.at);
  const how = tried ? `Call ${first} instead of writing again` : `Call ${first}`;
  const reason = behindSilence(risks);
  if (reason && !alreadyGiven(reason, signals)) {
    return {
      text: `${how}, with ${reason.bring}: ${questionFor(reason)}, and offer two dates.`,
      evidence: [...silence.evidence, ...reason.evidence],
    };
  }
  const about = given
    ? `ask what came of ${humanDate(given.at, now)} (“${bare(given.quote)}”)`
    : 'ask whether it is still a priority';
  return {
    text: `${how}: ${about}, and offer two dates.`,
    evidence: [...silence.evidence, ...(given ? [evidenceOf(given)] : [])],
  };
}

function lead(text: string, signals: Signal[]): Claim {
  const last = signals.at(-1);
  return { text: `${text}.`, evidence: last ? [evidenceOf(last)] : [] };
}

/** The next step of a deal that nothing stands in the way of. */
function withoutRisk(name: string, signals: Signal[], undecided: boolean, now: string): Claim {
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
    const due = owed.dueAt ? ` by ${humanDate(owed.dueAt, now)}` : '';
    const text = `Keep our promise${due} (“${bare(owed.text)}”), and agree the next date with ${first}.`;
    return { text, evidence: owed.evidence };
  }
  const late = promisesOf(signals, now).findLast(
    ({ by, state, dueAt }) => by === 'them' && state === 'overdue' && dueAt !== null,
  );
  if (late) {
    const text = `Ask ${first} what came of it: “${bare(late.text)}”, and agree the next date.`;
    return { text, evidence: late.evidence };
  }
  const yes = last('verbal_commitment');
  if (yes) {
    const text = sent(/contract|order form|paperwork/i, yes)
      ? `Ask ${first} for the date of the signature, and agree the go-live.`
      : `Send ${first} the contract, and agree the date for signature and go-live.`;
    return { text, evidence: [evidenceOf(yes)] };
  }
  const pilot = last('pilot_agreed');
  if (pilot) {
    const text = `Agree with ${first} what makes the pilot a success, and the date to decide on it.`;
    return { text, evidence: [evidenceOf(pilot)] };
  }
  const asked = last('pilot_requested');
  if (asked) return answerRequest(first, asked, sent(onPaper, asked), now);
  const decided = last('date_set');
  if (decided) {
    const text = `Ask ${first} what is still missing for the decision, and bring it before that date.`;
    return { text, evidence: [evidenceOf(decided)] };
  }
  const liked = last('positive_reaction');
  if (liked) {
    const text = `Build on what ${first} liked (“${bare(liked.quote)}”): propose a pilot with a date.`;
    return { text, evidence: [evidenceOf(liked)] };
  }
  if (signals.length === 0) return { text: firstMeeting(name), evidence: [] };
  if (undecided) return lead(`Ask ${first} who else decides, and for a call with them`, signals);
  return lead(`Ask ${first} what matters most this quarter, and agree a dated next step`, signals);
}

/** What was asked for on paper, and not to try out. */
const onPaper = /\b(quotes?|quotation|proposal|offer)\b/i;

function answerRequest(first: string, asked: Signal, sent: Signal | undefined, now: string): Claim {
  if (!onPaper.test(asked.quote)) {
    const text = `Propose dates for the pilot to ${first}, with what it must prove.`;
    return { text, evidence: [evidenceOf(asked)] };
  }
  if (!sent) {
    const text = `Send ${first} the offer, and agree a date to go through it together.`;
    return { text, evidence: [evidenceOf(asked)] };
  }
  return {
    text: `Ask ${first} what is missing for a yes to what we sent on ${humanDate(sent.at, now)}, and by when they decide.`,
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
