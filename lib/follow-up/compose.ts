import type { BriefLanguage } from '../../prompts/language';
import type { Topic } from '../../prompts/rubric';
import { humanDate } from '../brief/days';
import { readSignals } from '../brief/offline/read';
import type { Claim, Signal } from '../brief/types';
import type { Prospect } from '../identity/prospect';
import type { Interaction } from '../interaction';
import { type Wording, wordingOf } from '../wording';
import { addressed } from './addressed';
import type { Tone } from './tone';
import type { FollowUp } from './types';

/** What a mail is made of. */
export interface FollowUpInput {
  prospect: Prospect;
  /** Everything said with them, the log that is followed up among it. */
  history: readonly Interaction[];
  /** The id of that log. */
  logId: string;
  rep: string;
  tone: Tone;
  /** What everything around the logged words is in; English where nobody says. */
  language?: BriefLanguage;
}

/** What of a log is fit to be written to whom it is about: what both sides heard, nothing else. */
const parts = [
  {
    kinds: ['pilot_agreed', 'verbal_commitment', 'next_step', 'date_set'],
    part: 'agreed',
  },
  { kinds: ['promise_ours'], part: 'fromMe' },
  { kinds: ['promise_theirs'], part: 'fromYou' },
  { kinds: ['pilot_requested'], part: 'asked' },
] as const;

/** @returns the given name, as a mail begins with it. */
const givenName = (name: string) => name.trim().split(/\s+/)[0] ?? name;

/** @returns a mail around its middle, in the rep's tone. */
export function mailAround(
  { prospect, rep, tone, language }: Pick<FollowUpInput, 'prospect' | 'rep' | 'tone' | 'language'>,
  middle: string[],
): string {
  const { mail: say } = wordingOf(language);
  return [
    say.greeting[tone](givenName(prospect.name), prospect.name),
    '',
    ...middle,
    '',
    say.closing[tone],
    '',
    say.farewell[tone],
    ...(rep ? [rep] : []),
  ].join('\n');
}

const dayOf = (at: string, { locale }: Wording) => humanDate(at, undefined, locale);

/** @returns the sentence before what was agreed, for a call at a moment (ISO 8601). */
export function openingOf({ tone, language }: FollowUpInput, at: string): string {
  const words = wordingOf(language);
  return words.mail.opening[tone](dayOf(at, words));
}

const evidenceOf = ({ memoryId, quote, at }: Signal) => ({ memoryId, quote, at });

/** @returns what of the log can be written to them, part by part. */
function linesOf({ prospect }: FollowUpInput, signals: readonly Signal[]) {
  const said = new Set<string>();
  return parts.flatMap(({ kinds, part }) => {
    const lines = signals
      .filter(({ kind }) => (kinds as readonly string[]).includes(kind))
      .flatMap((signal): Claim[] => {
        // One clause can hold an agreement and a promise.
        if (said.has(signal.quote)) return [];
        said.add(signal.quote);
        return [{ text: addressed(signal.quote, prospect), evidence: [evidenceOf(signal)] }];
      });
    return lines.length === 0 ? [] : [{ part, lines }];
  });
}

function concernsOf(signals: readonly Signal[], { mail }: Wording): Claim[] {
  const byTopic = Map.groupBy(
    signals.filter(({ kind, topic }) => kind === 'objection' && mail.topics[topic as Topic]),
    ({ topic }) => topic as Topic,
  );
  return [...byTopic].map(([topic, found]) => ({
    text: mail.topics[topic] ?? topic,
    evidence: found.map(evidenceOf),
  }));
}

/**
 * A mail by rules, from what one log says was agreed, promised and asked: the rep's own words, turned
 * to whom they are about where that is safe. What else the log holds (moods, rivals, budgets,
 * judgements) stays out of it.
 *
 * @returns null where there is no such log
 */
export function composeFollowUp(input: FollowUpInput): FollowUp | null {
  const { prospect, history, logId, tone } = input;
  const words = wordingOf(input.language);
  const { mail: say, listed } = words;
  const log = history.find(({ id }) => id === logId);
  if (!log) return null;
  const { signals } = readSignals([log]);
  const found = linesOf(input, signals);
  const concerns = concernsOf(signals, words);
  const day = dayOf(log.at, words);
  const topics = concerns.map(({ text }) => text);
  const middle = [
    ...(found.length > 0 ? [openingOf(input, log.at)] : [say.thanks[tone](day)]),
    ...found.flatMap(({ part, lines }) => [
      '',
      `${say.parts[part]}:`,
      ...lines.map(({ text }) => `- ${text}`),
    ]),
    ...(topics.length > 0 ? ['', say.raised[tone](listed(topics))] : []),
  ];
  const subjects = [
    ...(found.some(({ part }) => part === 'agreed') ? [say.agreed] : []),
    ...topics,
  ];
  return {
    prospect,
    reader: 'basic',
    tone,
    language: input.language ?? 'en',
    rep: input.rep,
    subject: `${say.subject(day)}${subjects.length > 0 ? `: ${listed(subjects)}` : ''}`,
    text: mailAround(input, middle),
    claims: [...found.flatMap(({ lines }) => lines), ...concerns],
    dropped: 0,
  };
}
