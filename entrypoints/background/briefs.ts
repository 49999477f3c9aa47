import { basicBrief } from '../../lib/brief';
import { prospectKey } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';
import type { Interaction } from '../../lib/interaction';
import type { BriefAnswer, ChipView } from '../../lib/messages';
import { failureOf, historyOf, waitingFor } from './memory';

/**
 * The brief of a prospect: everything memory holds, and what still waits in the outbox.
 *
 * Where memory can't answer, the failure comes with the brief of what the outbox alone knows.
 */
async function readBrief(prospect: Prospect): Promise<BriefAnswer> {
  const waiting = await waitingFor(prospect);
  try {
    const stored = await historyOf(prospect);
    return { ok: true, brief: compose(prospect, [...stored, ...notYetIn(stored, waiting)]) };
  } catch (error) {
    return {
      ...failureOf(error),
      brief: waiting.length === 0 ? null : compose(prospect, waiting),
    };
  }
}

function compose(prospect: Prospect, history: Interaction[]) {
  return basicBrief({ prospect, history, now: new Date().toISOString() });
}

/** A log that the server already has but hasn't confirmed must not count twice. */
function notYetIn(stored: Interaction[], waiting: Interaction[]): Interaction[] {
  const known = new Set(stored.map(({ id }) => id));
  return waiting.filter(({ id }) => !known.has(id));
}

/** Requests under way, so that the chip and the panel that ask for one prospect share one. */
const underWay = new Map<string, Promise<BriefAnswer>>();

/** @returns the brief of a prospect, read once however many ask for it at the same time. */
export function briefOf(prospect: Prospect): Promise<BriefAnswer> {
  const key = prospectKey(prospect);
  const running = underWay.get(key);
  if (running) return running;
  const started = readBrief(prospect).finally(() => underWay.delete(key));
  underWay.set(key, started);
  return started;
}

/** @returns what the chip says about the people of a page; null where there is nobody. */
export async function chipOf(prospects: Prospect[]): Promise<ChipView | null> {
  const [first, ...others] = prospects;
  if (!first) return null;
  const name = others.length === 0 ? first.name : `${first.name} +${others.length}`;
  const answer = await briefOf(first);
  if (!answer.brief || answer.brief.interactions.count === 0) {
    return { name, score: null, label: null, momentum: null };
  }
  const { score, label, momentum } = answer.brief;
  return { name, score, label, momentum };
}
