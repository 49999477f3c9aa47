import { basicBrief } from '../../lib/brief';
import { colleaguesOf, hasHouse } from '../../lib/brief/colleagues';
import { type MeetingBrief, meetingBrief } from '../../lib/brief/meeting';
import { prospectKey } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';
import type { Interaction } from '../../lib/interaction';
import type { Memory } from '../../lib/memory/memory';
import type { Answer, BriefAnswer, ChipView } from '../../lib/messages';
import { failureOf, keyOf, memoryOfSettings, waitingFor, waitingLogs } from './memory';

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
  const newer = new Map(waiting.map((log) => [log.id, log]));
  // A log that the server has but hasn't confirmed must not count twice; one that was edited stands
  // in its new words, and with whom it is about now.
  const kept = stored.filter((log) => !newer.has(log.id) || saysTheSame(log, newer.get(log.id)));
  const known = new Set(kept.map(({ id }) => id));
  const mine = waiting.filter((log) => keys.includes(keyOf(log)) && !known.has(log.id));
  return [...kept, ...mine].sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1));
}

function saysTheSame(stored: Interaction, waiting: Interaction | undefined): boolean {
  const { pending: _, ...words } = waiting ?? stored;
  const fields = Object.keys(words) as (keyof typeof words)[];
  return fields.every((field) => stored[field] === words[field]);
}

/** @returns whom memory knows of a prospect's company; undefined where that can't be told. */
export async function colleaguesFor(prospect: Prospect): Promise<Prospect[] | undefined> {
  if (!hasHouse(prospect)) return undefined;
  try {
    const memory = await memoryOfSettings();
    const known = await memory.peopleAt(prospect);
    return colleaguesOf(
      prospect,
      known.map((one) => one.prospect),
    );
  } catch {
    return undefined;
  }
}

/** Where memory can't answer, the failure comes with the brief of what the outbox alone knows. */
async function readBrief(prospect: Prospect): Promise<BriefAnswer> {
  const compose = (history: Interaction[], colleagues?: Prospect[]) =>
    basicBrief({
      prospect,
      history,
      now: new Date().toISOString(),
      ...(colleagues ? { colleagues } : {}),
    });
  try {
    const [history, colleagues] = await Promise.all([
      completeHistory(prospect),
      colleaguesFor(prospect),
    ]);
    return { ok: true, brief: compose(history, colleagues) };
  } catch (error) {
    const waiting = await waitingFor(prospect);
    return { ...failureOf(error), brief: waiting.length === 0 ? null : compose(waiting) };
  }
}

/** Requests under way, so that the chip and the panel that ask for one prospect share one. */
const underWay = new Map<string, Promise<BriefAnswer>>();

/** @returns the brief of a prospect, read once however many ask for it at the same time. */
export function briefOf(prospect: Prospect): Promise<BriefAnswer> {
  const key = prospectKey(prospect);
  const running = underWay.get(key);
  if (running) return running;
  const started = readBrief(prospect).finally(() => {
    if (underWay.get(key) === started) underWay.delete(key);
  });
  underWay.set(key, started);
  return started;
}

/** Who asks from now on gets what was said up to now: requests under way may have missed it. */
export function askAnew(): void {
  underWay.clear();
}

/** @returns one brief for the people of a meeting, from those whom memory can answer about. */
export async function meetingOf(
  people: Prospect[],
): Promise<Answer<{ meeting: MeetingBrief; missing: number }>> {
  const answers = await Promise.all(people.map(briefOf));
  const briefs = answers.flatMap((answer) => (answer.ok ? [answer.brief] : []));
  const failed = answers.find((answer) => !answer.ok);
  if (failed && !failed.ok && briefs.length === 0) {
    return { ok: false, reason: failed.reason, message: failed.message };
  }
  return { ok: true, meeting: meetingBrief(briefs), missing: answers.length - briefs.length };
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
