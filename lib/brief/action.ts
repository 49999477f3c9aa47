import { firstMeeting, playbook } from '../../prompts/playbook';
import type { Topic } from '../../prompts/rubric';
import { humanDate } from './days';
import { type Risk, topicNameOf } from './risks';
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
  const main = risks.find(({ kind }) => kind !== 'no_decision_maker');
  if (!main) return withoutRisk(name, signals, risks.length > 0);
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
    case 'promise_overdue':
      return { text: `Deliver what is overdue before anything else, and say when.`, evidence };
    case 'legal':
      return {
        text: `Ask ${first} what legal or procurement still needs, send it, and agree a date for sign-off.`,
        evidence,
      };
    case 'silence':
      return {
        text: `Call ${first} instead of writing again: ask whether it is still a priority, and offer two dates.`,
        evidence,
      };
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
  const bring = [main, ...(second && main.kind === 'objection' ? [second] : [])]
    .map((risk) => risk.bring)
    .join(' and ');
  const how = quiet ? `Call ${first} with` : `Bring ${first}`;
  return {
    text: `${how} ${bring}, and ${questionFor(main)}.`,
    evidence: [...evidence, ...(second && main.kind === 'objection' ? second.evidence : [])],
  };
}

/** What to ask with it, so that the call ends with an answer. */
function questionFor(main: Risk): string {
  if (main.kind === 'competitor') return 'ask what besides price decides it';
  if (main.kind === 'budget') return 'ask when money is decided and by whom';
  const topic = (main.topic ?? 'other') as Topic;
  return topic === 'other'
    ? 'ask what would settle it'
    : `agree who owns ${topicNameOf(topic)} on their side and by when`;
}

function lead(text: string, signals: Signal[]): Claim {
  const last = signals.at(-1);
  return { text: `${text}.`, evidence: last ? [evidenceOf(last)] : [] };
}

/** The next step of a deal that nothing stands in the way of. */
function withoutRisk(name: string, signals: Signal[], undecided: boolean): Claim {
  const first = firstName(name);
  const last = (kind: Signal['kind']) => signals.findLast((s) => s.kind === kind);
  const yes = last('verbal_commitment');
  if (yes) {
    const text = `Send ${first} the contract, and agree the date for signature and go-live.`;
    return { text, evidence: [evidenceOf(yes)] };
  }
  const pilot = last('pilot_agreed');
  if (pilot) {
    const text = `Agree with ${first} what makes the pilot a success, and the date to decide on it.`;
    return { text, evidence: [evidenceOf(pilot)] };
  }
  const asked = last('pilot_requested');
  if (asked) {
    const text = `Propose dates for the pilot to ${first}, with what it must prove.`;
    return { text, evidence: [evidenceOf(asked)] };
  }
  const liked = last('positive_reaction');
  if (liked) {
    const text = `Build on what ${first} liked: propose a pilot with a date.`;
    return { text, evidence: [evidenceOf(liked)] };
  }
  if (signals.length === 0) return { text: firstMeeting(name), evidence: [] };
  if (undecided) return lead(`Ask ${first} who else decides, and for a call with them`, signals);
  return lead(`Ask ${first} what matters most this quarter, and agree a dated next step`, signals);
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}
