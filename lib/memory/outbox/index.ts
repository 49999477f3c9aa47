import type { Interaction } from '../../interaction';
import { newId } from '../id';
import { added, allDue, takenBack } from './changes';
import { deliveryOf } from './deliver';
import { flush } from './flush';
import { mayBeThere, type OutboxItem } from './item';
import { keptIn } from './kept';
import type { OutboxParts } from './parts';
import { askForMs, askUntil } from './patience';
import { withdraw } from './withdraw';

export { needsSomebody, type OutboxItem } from './item';

/** Logs that the server hasn't confirmed. A log is here from "Save" until it is stored for good. */
export interface Outbox {
  /**
   * Keeps a log; it is safe once this resolves. One of a known id replaces the earlier wording.
   *
   * @param rewords whether the server may hold an earlier wording already
   * @throws where the browser's storage fails
   */
  add(interaction: Interaction, rewords?: boolean): Promise<void>;
  /** What waits, oldest first, without what was taken back. */
  items(): Promise<OutboxItem[]>;
  /** Whether no log is here, none either that is still being taken back. */
  isEmpty(): Promise<boolean>;
  /** Sends what waits and is due, in order. Never throws because of the server. */
  flush(): Promise<void>;
  /**
   * Takes a log back. One that was handed over, in whatever words, is taken from the server too: now,
   * or, where the server can't be asked, with a later `flush`. @returns whether it was there.
   */
  remove(id: string): Promise<boolean>;
  /** Makes everything due at once. */
  retry(): Promise<void>;
}

/**
 * The outbox.
 *
 * Each log goes to the server under an operation id that is kept with it, so an attempt whose
 * answer got lost is the same attempt when it is repeated: never lost, never twice. Several logs may
 * share an operation, of whomever they are; they are then repeated together, or, where the server
 * gave it up, each alone. The order is kept.
 */
export function createOutbox(parts: OutboxParts): Outbox {
  const { lock, now, pause } = parts;
  const kept = keptIn(parts.store, lock);
  const deliver = deliveryOf(kept, parts);

  async function remove(id: string): Promise<boolean> {
    let before: OutboxItem | undefined;
    await kept.change((items) => {
      before = items.find(({ interaction }) => interaction.id === id);
      return takenBack(id, now())(items);
    });
    if (before && mayBeThere(before)) {
      const until = now() + askForMs;
      // Asked again and again while the server works on it; others may send in between.
      await askUntil(
        () => lock('flush', () => withdraw(kept, parts, id)),
        ({ answered, working }) => !answered || !working || now() >= until,
        pause,
      );
    }
    return before !== undefined;
  }

  return {
    add: (interaction, rewords = false) => kept.change(added(interaction, rewords, newId(), now())),
    items: async () => (await kept.items()).filter(({ undone }) => !undone),
    isEmpty: async () => (await kept.items()).length === 0,
    flush: () => lock('flush', () => flush(kept, deliver, parts)),
    remove,
    retry: () => kept.change(allDue),
  };
}
