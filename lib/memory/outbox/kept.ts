import { z } from 'zod';
import type { Change } from './changes';
import { itemSchema, type OutboxItem } from './item';

/** Where the outbox lives: survives the worker and the browser. */
export interface Store {
  get(): Promise<unknown>;
  set(value: unknown): Promise<void>;
}

/** Runs work while nobody else, in any window, runs work under the same name. */
export type Lock = <T>(name: 'outbox' | 'flush', work: () => Promise<T>) => Promise<T>;

/** What waits, as it is kept. Both throw where the browser's storage fails. */
export interface Kept {
  /** @returns what waits, oldest first, what was taken back too. */
  items(): Promise<OutboxItem[]>;
  /**
   * One change of the store at a time, each on what the one before left. Those that wait for their
   * turn together are written together: each reads and writes the whole outbox.
   */
  change(work: Change): Promise<void>;
}

/** Keeps what waits. What can't be read of the store is kept aside, never thrown away. */
export function keptIn(store: Store, lock: Lock): Kept {
  async function read(): Promise<{ items: OutboxItem[]; damaged: unknown[] }> {
    const stored = await store.get();
    const raw = z
      .object({ items: z.array(z.unknown()), damaged: z.array(z.unknown()).catch([]) })
      .safeParse(stored ?? { items: [], damaged: [] });
    if (!raw.success) return { items: [], damaged: [stored] };
    const items: OutboxItem[] = [];
    const damaged: unknown[] = [];
    // What a later version wrote is unreadable until the browser is back at that version.
    for (const one of [...raw.data.damaged, ...raw.data.items]) {
      const item = itemSchema.safeParse(one);
      if (item.success) items.push(item.data);
      else damaged.push(one);
    }
    return { items, damaged };
  }

  async function write(works: readonly Change[]): Promise<true> {
    const { items, damaged } = await read();
    const changed = works.reduce((left, work) => work(left), items);
    if (changed !== items) await store.set({ items: changed, damaged });
    return true;
  }

  let asked: { work: Change; done: () => void; failed: (error: unknown) => void }[] = [];

  function change(work: Change): Promise<void> {
    return new Promise((done, failed) => {
      asked.push({ work, done, failed });
      if (asked.length > 1) return;
      const turn = asked;
      lock('outbox', async () => {
        asked = [];
        const all = await write(turn.map((one) => one.work)).catch(() => null);
        for (const one of turn) {
          // What is too much for the browser together may not be alone.
          if (all === null) await write([one.work]).then(one.done, one.failed);
          else one.done();
        }
      }).catch((error: unknown) => {
        if (asked === turn) asked = [];
        for (const one of turn) one.failed(error);
      });
    });
  }

  return { items: async () => (await read()).items, change };
}
