import { humanDate } from '../brief/days';
import { readSignals } from '../brief/offline/read';
import type { Claim, Signal } from '../brief/types';
import type { Prospect } from '../identity/prospect';
import type { Interaction } from '../interaction';
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
}

/** What of a log is fit to be written to whom it is about: what both sides heard, nothing else. */
const parts = [
  {
    kinds: ['pilot_agreed', 'verbal_commitment', 'next_step', 'date_set'],
    title: 'What we agreed',
  },
  { kinds: ['promise_ours'], title: 'What you get from me' },
  { kinds: ['promise_theirs'], title: 'What I get from you' },
  { kinds: ['pilot_requested'], title: 'What you asked for' },
] as const;

/** How a concern is called in a mail to whoever has it. */
const topicWords: Record<string, string> = {
  budget: 'the budget',
  price: 'the price',
  timing: 'the timing',
  onboarding: 'onboarding',
  migration: 'data migration',
  security: 'security',
  integration: 'the integration',
  reliability: 'reliability',
  features: 'what it can do',
  support: 'support',
  contract: 'the contract',
  adoption: 'adoption by your team',
};

/** @returns the given name, as a mail begins with it. */
const givenName = (name: string) => name.trim().split(/\s+/)[0] ?? name;

const greeting: Record<Tone, (name: string) => string> = {
  warm: (name) => `Hi ${givenName(name)},`,
  plain: (name) => `Hello ${givenName(name)},`,
  formal: (name) => `Dear ${name},`,
};
const opening: Record<Tone, (day: string) => string> = {
  warm: (day) => `it was good to talk to you on ${day}. Here is what I took away:`,
  plain: (day) => `this is what I noted from our call on ${day}:`,
  formal: (day) => `thank you for your time on ${day}. Please find below what I noted:`,
};
const closing: Record<Tone, string> = {
  warm: 'Did I miss anything? Just write back.',
  plain: 'Please tell me if anything is missing or different.',
  formal: 'Please let me know should anything be missing or different.',
};
const farewell: Record<Tone, string> = {
  warm: 'Best,',
  plain: 'Best regards,',
  formal: 'Yours sincerely,',
};

/** @returns a mail around its middle, in the rep's tone. */
export function mailAround(
  { prospect, rep, tone }: Pick<FollowUpInput, 'prospect' | 'rep' | 'tone'>,
  middle: string[],
): string {
  return [
    greeting[tone](prospect.name),
    '',
    ...middle,
    '',
    closing[tone],
    '',
    farewell[tone],
    ...(rep ? [rep] : []),
  ].join('\n');
}

export const openingOf = (tone: Tone, at: string) => opening[tone](humanDate(at));

const evidenceOf = ({ memoryId, quote, at }: Signal) => ({ memoryId, quote, at });

/** @returns what of the log can be written to them, part by part. */
function linesOf({ prospect }: FollowUpInput, signals: readonly Signal[]) {
  const said = new Set<string>();
  return parts.flatMap(({ kinds, title }) => {
    const lines = signals
      .filter(({ kind }) => (kinds as readonly string[]).includes(kind))
      .flatMap((signal): Claim[] => {
        // One clause can hold an agreement and a promise.
        if (said.has(signal.quote)) return [];
        said.add(signal.quote);
        return [{ text: addressed(signal.quote, prospect), evidence: [evidenceOf(signal)] }];
      });
    return lines.length === 0 ? [] : [{ title, lines }];
  });
}

function concernsOf(signals: readonly Signal[]): Claim[] {
  const byTopic = Map.groupBy(
    signals.filter(({ kind, topic }) => kind === 'objection' && topic && topicWords[topic]),
    ({ topic }) => topic as string,
  );
  return [...byTopic].map(([topic, found]) => ({
    text: topicWords[topic] ?? topic,
    evidence: found.map(evidenceOf),
  }));
}

const listed = (items: string[]) =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/**
 * A mail by rules, from what one log says was agreed, promised and asked: the rep's own words, turned
 * to whom they are about where that is safe. What else the log holds (moods, rivals, budgets,
 * judgements) stays out of it.
 *
 * @returns null where there is no such log
 */
export function composeFollowUp(input: FollowUpInput): FollowUp | null {
  const { prospect, history, logId, tone } = input;
  const log = history.find(({ id }) => id === logId);
  if (!log) return null;
  const { signals } = readSignals([log]);
  const found = linesOf(input, signals);
  const concerns = concernsOf(signals);
  const topics = concerns.map(({ text }) => text);
  const middle = [
    ...(found.length > 0
      ? [openingOf(tone, log.at)]
      : [`thank you for the call on ${humanDate(log.at)}.`]),
    ...found.flatMap(({ title, lines }) => [
      '',
      `${title}:`,
      ...lines.map(({ text }) => `- ${text}`),
    ]),
    ...(topics.length > 0
      ? ['', `You raised ${listed(topics)}; I will come back to you on that.`]
      : []),
  ];
  const subjects = [
    ...(found.some(({ title }) => title === parts[0].title) ? ['what we agreed'] : []),
    ...topics,
  ];
  return {
    prospect,
    reader: 'basic',
    tone,
    rep: input.rep,
    subject: `Our call on ${humanDate(log.at)}${subjects.length > 0 ? `: ${listed(subjects)}` : ''}`,
    text: mailAround(input, middle),
    claims: [...found.flatMap(({ lines }) => lines), ...concerns],
    dropped: 0,
  };
}
