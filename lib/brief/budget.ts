import type { Interaction } from '../interaction';
import { readSignals } from './offline/read';
import { promisesOf } from './promises';
import { risksOf } from './risks';
import { openTopics } from './sections';

/** A log as it goes to a model. */
export interface ChosenMemory {
  interaction: Interaction;
  /** Its summary, or the beginning of it where it is very long. */
  text: string;
}

/** Which logs a model gets to read. */
export interface MemoryChoice {
  /** Oldest first. */
  included: ChosenMemory[];
  /** Logs that don't fit, oldest first. */
  leftOut: Interaction[];
  /** How many of the included were cut short. */
  shortened: number;
  /** What the included take, by `estimateTokens`. */
  tokens: number;
}

/** Tokens that memories may take where nobody says otherwise: about eighty logs of six sentences. */
const usualBudget = 12_000;
/** Longer logs are cut, so that one pasted thread doesn't push out all else (characters). */
const longestText = 6_000;
/** Id, date and outcome of a line, in tokens. */
const lineTokens = 30;
/** So many of the newest go in whatever else there is. */
const newestFirst = 3;

/**
 * Roughly how many tokens a text is: a quarter of its characters, the rule of thumb that OpenAI
 * publishes for English ("What are tokens and how to count them?"). Letters outside ASCII count
 * whole, since other scripts take more.
 */
export function estimateTokens(text: string): number {
  const wide = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  return Math.ceil((text.length - wide) / 4) + wide;
}

/** Ids of the logs in which something was left open, newest first. */
function openThreads(history: Interaction[], now: string): string[] {
  const signals = readSignals(history).signals.sort((a, b) => (a.at < b.at ? -1 : 1));
  const open = [
    ...openTopics(signals).flatMap(({ raised }) => raised.map(({ memoryId }) => memoryId)),
    ...promisesOf(signals, now)
      .filter(({ state }) => state !== 'kept')
      .flatMap(({ evidence }) => evidence.map(({ memoryId }) => memoryId)),
    ...risksOf(signals, history, now).flatMap(({ evidence }) =>
      evidence.map(({ memoryId }) => memoryId),
    ),
  ];
  const ids = new Set(open);
  return history.filter(({ id }) => ids.has(id)).map(({ id }) => id);
}

/**
 * Chooses what fits: the newest logs, then those with something left open, then what semantic recall
 * named, then the rest, newest first, until the budget is full.
 *
 * @param budget tokens for the memories, by `estimateTokens`
 * @param recalled ids, best first; unknown ones are passed over
 * @param now ISO 8601; what lies after it is neither included nor left out
 */
export function chooseMemories(
  history: Interaction[],
  {
    now,
    budget = usualBudget,
    recalled = [],
  }: { now: string; budget?: number; recalled?: string[] },
): MemoryChoice {
  const moment = new Date(now).toISOString();
  const past = history
    .map((one) => ({ ...one, at: new Date(one.at).toISOString() }))
    .filter(({ at }) => at <= moment)
    .sort((a, b) => (a.at + a.id > b.at + b.id ? -1 : 1));
  const cost = ({ summary }: Interaction) =>
    estimateTokens(summary.slice(0, longestText)) + lineTokens;
  const fits = past.reduce((sum, one) => sum + cost(one), 0) <= budget;
  const known = new Map(past.map((one) => [one.id, one]));
  const wanted = fits
    ? [...known.keys()]
    : [
        ...past.slice(0, newestFirst).map(({ id }) => id),
        ...openThreads(past, moment),
        ...recalled,
        ...known.keys(),
      ];
  const taken = new Set<string>();
  let left = budget;
  for (const id of new Set(wanted)) {
    const one = known.get(id);
    // The newest always goes, or there is nothing to read.
    if (!one || (taken.size > 0 && cost(one) > left)) continue;
    taken.add(id);
    left -= cost(one);
  }
  const ordered = past.reverse();
  const included = ordered
    .filter(({ id }) => taken.has(id))
    .map((interaction) => ({ interaction, text: interaction.summary.slice(0, longestText) }));
  return {
    included,
    leftOut: ordered.filter(({ id }) => !taken.has(id)),
    tokens: budget - left,
    shortened: included.filter(({ interaction, text }) => text.length < interaction.summary.length)
      .length,
  };
}
