import { basicBrief } from '../../lib/brief';
import { colleaguesOf, hasHouse } from '../../lib/brief/colleagues';
import { meetingBrief } from '../../lib/brief/meeting';
import type { Brief } from '../../lib/brief/types';
import { briefLanguageOf } from '../../lib/brief-language';
import { prospectKey } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';
import type { Interaction } from '../../lib/interaction';
import type { Memory } from '../../lib/memory/memory';
import { companyTags } from '../../lib/memory/tags';
import type { BriefAnswer, ChipView, MeetingBriefAnswer } from '../../lib/messages';
import { createAhead } from '../../lib/prefetch';
import type { BriefLanguage } from '../../prompts/language';
import { dropAhead, keepAhead } from '../pages/aheadStore';
import { failureOf, keyOf, memoryOfSettings, waitingFor, waitingLogs } from './memory';
import { settingsRead } from './settings';

/** What was read of somebody, with what waits in the outbox. */
interface Read {
  history: Interaction[];
  /** Whom memory knows of the prospect's company; undefined where that can't be told. */
  colleagues: Prospect[] | undefined;
  language: BriefLanguage;
}

/** Logs as they are now: those of memory, in their newest words, and what waits in the outbox. */
function withWaiting(
  stored: readonly Interaction[],
  waiting: readonly Interaction[],
  keys: readonly string[],
): Interaction[] {
  const newer = new Map(waiting.map((log) => [log.id, log]));
  // A log that the server has but hasn't confirmed must not count twice; one that was edited stands
  // in its new words, and with whom it is about now.
  const kept = stored.filter((log) => !newer.has(log.id) || saysTheSame(log, newer.get(log.id)));
  const known = new Set(kept.map(({ id }) => id));
  const mine = waiting.filter((log) => keys.includes(keyOf(log)) && !known.has(log.id));
  return [...kept, ...mine].sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1));
}

/**
 * @param reader of many people; one's own where none is given
 * @returns everything said with a prospect, in its newest words, what waits in the outbox too.
 * @throws MemoryError
 */
export async function completeHistory(
  prospect: Prospect,
  signal?: AbortSignal,
  reader?: Pick<Memory, 'historyOf' | 'person'>,
): Promise<Interaction[]> {
  // Read first: what is delivered meanwhile is in the one or the other.
  const waiting = await waitingLogs();
  const memory = reader ?? (await memoryOfSettings());
  const [stored, { keys }] = await Promise.all([
    memory.historyOf(prospect, signal),
    memory.person(prospect),
  ]);
  return withWaiting(stored, waiting, keys);
}

function saysTheSame(stored: Interaction, waiting: Interaction | undefined): boolean {
  const { pending: _, ...words } = waiting ?? stored;
  const fields = Object.keys(words) as (keyof typeof words)[];
  return fields.every((field) => stored[field] === words[field]);
}

const languageOfBriefs = async () => briefLanguageOf((await settingsRead()).model);

async function readAll(prospect: Prospect, signal: AbortSignal): Promise<Read> {
  // Before memory is asked: what is delivered meanwhile is in the one or the other.
  const [waiting, memory, language] = await Promise.all([
    waitingLogs(),
    memoryOfSettings(),
    languageOfBriefs(),
  ]);
  const { history, keys, company } = await memory.about(prospect, signal);
  const people = company.map((one) => one.prospect);
  return {
    history: withWaiting(history, waiting, keys),
    colleagues: hasHouse(prospect) ? colleaguesOf(prospect, people) : undefined,
    language,
  };
}

/** Briefs that were made of what was read, by whom they were asked about: names are spelled in ways. */
const composed = new WeakMap<Read, Map<string, Brief>>();

function compose(prospect: Prospect, read: Read): Brief {
  const there = composed.get(read) ?? new Map<string, Brief>();
  composed.set(read, there);
  const asked = JSON.stringify(prospect);
  const { history, colleagues, language } = read;
  const now = new Date().toISOString();
  const brief =
    there.get(asked) ??
    basicBrief({ prospect, history, now, language, ...(colleagues ? { colleagues } : {}) });
  there.set(asked, brief);
  return brief;
}

/** What is read for briefs: shared by the chip and the panel, and by what is read ahead of both. */
const ahead = createAhead<Prospect, Read>({
  keyOf: (prospect) => [prospectKey(prospect), ...companyTags(prospect)].join(' '),
  read: readAll,
  onAhead: (prospect, read) => void keepAhead(compose(prospect, read)),
  now: () => performance.now(),
});

/**
 * @returns what the brief of a prospect is made of, read once however many ask at the same time.
 * @throws MemoryError
 */
export const readFor = ahead.get;

/**
 * @returns the brief of a prospect. Where memory can't answer, the failure comes with the brief of
 * what the outbox alone knows.
 */
export async function briefOf(prospect: Prospect): Promise<BriefAnswer> {
  try {
    return { ok: true, brief: compose(prospect, await ahead.get(prospect)) };
  } catch (error) {
    const history = await waitingFor(prospect);
    const language = await languageOfBriefs();
    const read = { history, colleagues: undefined, language };
    const known = history.length > 0 && compose(prospect, read);
    return { ...failureOf(error), brief: known || null };
  }
}

/** @returns the brief of a prospect with a history, where it was read ahead and still holds. */
export function briefAtHand(prospect: Prospect): Brief | null {
  const read = ahead.peek(prospect);
  return read && read.history.length > 0 ? compose(prospect, read) : null;
}

/** Reads what is likely to be asked next (`lib/prefetch`). */
export const planBriefs = ahead.plan;

/** Who asks from now on gets what was said up to now: requests under way may have missed it. */
export function askAnew(): void {
  ahead.forget();
  void dropAhead();
  for (const listener of staleListeners) listener();
}

const staleListeners: (() => void)[] = [];

/** Calls back whenever what was read up to now no longer holds. */
export function onStale(listener: () => void): void {
  staleListeners.push(listener);
}

/** @returns one brief for the people of a meeting, from those whom memory can answer about. */
export async function meetingOf(people: Prospect[]): Promise<MeetingBriefAnswer> {
  const answers = await Promise.all(people.map(briefOf));
  const briefs = answers.flatMap((answer) => (answer.ok ? [answer.brief] : []));
  const failed = answers.find((answer) => !answer.ok);
  if (failed && !failed.ok && briefs.length === 0) {
    return { ok: false, reason: failed.reason, message: failed.message };
  }
  const meeting = meetingBrief(briefs, await languageOfBriefs());
  return { ok: true, meeting, missing: answers.length - briefs.length };
}

/** @returns what the chip says about the people of a page; null where there is nobody. */
export async function chipOf(prospects: Prospect[]): Promise<ChipView | null> {
  const [first, ...others] = prospects;
  if (!first) return null;
  const name = others.length === 0 ? first.name : `${first.name} +${others.length}`;
  const answer = await briefOf(first);
  if (!answer.ok || answer.brief.interactions.count === 0) {
    return { name, score: null, label: null, momentum: null };
  }
  const { score, label, momentum } = answer.brief;
  return { name, score, label, momentum };
}
