import { z } from 'zod';
import { prospectKey } from '../identity/key';
import { type Interaction, interactionSchema } from '../interaction';
import { MemoryError } from './errors';
import { newId } from './id';
import type { Delivery, Memory } from './memory';
import { prospectOf } from './record';

const itemSchema = z.object({
  interaction: interactionSchema,
  /** Under which the server knows the delivery; a second attempt under it is the same one. */
  operation: z.uuid(),
  /** Deliveries of earlier wordings, which must have ended before this one is handed over. */
  earlier: z.array(z.uuid()).default([]),
  attempts: z.number().int().min(0),
  /** Before this moment (ms since 1970) it isn't tried again. */
  notBefore: z.number(),
  problem: z.object({ reason: z.string(), message: z.string() }).nullable(),
  /** Taken back after it was handed over: it stays until the server is known not to hold it. */
  undone: z.boolean().default(false),
});
export type OutboxItem = z.infer<typeof itemSchema>;

/** A delivery under way, and until when (ms since 1970) it is asked after. */
type Delivering = { interaction: Interaction; operation: string; until: number };

/** What the outbox needs from outside. */
export interface OutboxParts {
  /** Where it lives: survives the worker and the browser. */
  store: { get(): Promise<unknown>; set(value: unknown): Promise<void> };
  /** Runs work while nobody else, in any window, runs work under the same name. */
  lock<T>(name: 'outbox' | 'flush', work: () => Promise<T>): Promise<T>;
  /** @throws MemoryError where none is set up. */
  memory(): Promise<Memory>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits so many milliseconds. */
  pause(ms: number): Promise<void>;
}

/** Logs that the server hasn't confirmed. A log is here from "Save" until it is stored for good. */
export interface Outbox {
  /**
   * Keeps a log; it is safe once this resolves. One of a known id replaces the earlier wording.
   *
   * @throws where the browser's storage fails
   */
  add(interaction: Interaction): Promise<void>;
  /** What waits, oldest first, without what was taken back. */
  items(): Promise<OutboxItem[]>;
  /** Sends what waits and is due, in order. Never throws because of the server. */
  flush(): Promise<void>;
  /**
   * Takes a log back. One that was handed over is taken from the server too: now, or, where the
   * server can't be asked, with a later `flush`. @returns whether it was there.
   */
  remove(id: string): Promise<boolean>;
  /** Makes everything due at once. */
  retry(): Promise<void>;
}

/** Pauses between attempts (ms): doubled each time, up to a quarter of an hour. */
const firstPauseMs = 2_000;
const longestPauseMs = 15 * 60_000;
/** How often and how long (ms) a delivery that the server works on is asked after. */
const askEveryMs = 150;
const askForMs = 15_000;
/** How many logs are handed over before the first is asked after. */
const batchSize = 25;
/** How many people's logs are on their way at the same time. */
const lanes = 5;

/** Failures that no repetition mends: somebody has to act. */
const needsYou = new Set(['refused', 'no_bank', 'not_configured', 'not_allowed']);

/**
 * The outbox.
 *
 * Each log goes to the server under an operation id that is kept with it, so an attempt whose
 * answer got lost is the same attempt when it is repeated: never lost, never twice. The order is
 * kept per prospect. What can't be read of the store is kept aside, never thrown away.
 */
export function createOutbox({ store, lock, memory, now, pause }: OutboxParts): Outbox {
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

  /** One change of the store at a time, each on what the one before left. */
  function change(work: (items: OutboxItem[]) => OutboxItem[]): Promise<void> {
    return lock('outbox', async () => {
      const { items, damaged } = await read();
      await store.set({ items: work(items), damaged });
    });
  }

  const update = (id: string, patch: Partial<OutboxItem>) =>
    change((items) =>
      items.map((item) => (item.interaction.id === id ? { ...item, ...patch } : item)),
    );

  const drop = (id: string) =>
    change((items) => items.filter(({ interaction }) => interaction.id !== id));

  /** Drops a log that is stored, unless it was taken back or reworded since it was handed over. */
  const dropStored = (id: string, operation: string) =>
    change((items) =>
      items.filter(
        (item) => item.interaction.id !== id || item.operation !== operation || item.undone,
      ),
    );

  /**
   * Notes an attempt. @returns false where the log was taken back or reworded since the batch was
   * read.
   */
  async function claim(read: OutboxItem, operation: string): Promise<boolean> {
    const { id } = read.interaction;
    let there = false;
    await change((items) =>
      items.map((item) => {
        if (item.interaction.id !== id || item.operation !== read.operation) return item;
        if (item.undone) return item;
        there = true;
        const attempts = item.attempts + 1;
        return { ...item, operation, attempts, problem: null, earlier: [] };
      }),
    );
    return there;
  }

  /**
   * Hands one log over.
   *
   * @returns under which operation; null where it was taken back. @throws MemoryError
   */
  async function handOver(server: Memory, item: OutboxItem): Promise<string | null> {
    const { interaction } = item;
    let { operation } = item;
    // Two deliveries of one document at the same time would leave two memories.
    const until = now() + askForMs;
    for (const before of item.earlier) {
      const delivery = { interaction, operation: before, until };
      if ((await settled(server, delivery)) === 'working') throw new StillWorking();
    }
    if (item.attempts > 0) {
      const became = await server.deliveryOf(interaction, operation);
      if (became === 'stored') return operation;
      // The server gave this delivery up; only a new one can succeed.
      if (became === 'failed') operation = newId();
    }
    // Kept before it is sent: an attempt whose answer gets lost must be known as one.
    if (!(await claim(item, operation))) return null;
    await server.submit(interaction, operation);
    return operation;
  }

  /** Asks until the server has worked a delivery off, or time (ms since 1970) is up. */
  async function settled(
    server: Memory,
    { interaction, operation, until }: Delivering,
  ): Promise<Delivery> {
    for (;;) {
      const became = await server.deliveryOf(interaction, operation);
      if (became === 'stored' || became === 'failed' || now() >= until) return became;
      await pause(askEveryMs);
    }
  }

  /** Takes what was undone from the server, once no delivery of it can arrive any more. */
  async function withdraw(item: OutboxItem): Promise<void> {
    const server = await memory();
    const { interaction, operation } = item;
    const until = now() + askForMs;
    if ((await settled(server, { interaction, operation, until })) === 'working') return;
    await server.remove(interaction.id);
    await drop(interaction.id);
  }

  /** @returns whether the server answered. */
  async function withdrawAll(): Promise<boolean> {
    for (const item of (await read()).items.filter(({ undone }) => undone)) {
      try {
        await withdraw(item);
      } catch (error) {
        if (!(error instanceof MemoryError)) throw error;
        if (error.reason !== 'broken') return false;
      }
    }
    return true;
  }

  /** Keeps a log for a later attempt. @returns why it failed. */
  async function postpone(item: OutboxItem, error: unknown): Promise<MemoryError> {
    const failure =
      error instanceof MemoryError
        ? error
        : new MemoryError('broken', String(error), { cause: error });
    const wait = Math.min(longestPauseMs, firstPauseMs * 2 ** item.attempts);
    await update(item.interaction.id, {
      notBefore: now() + wait,
      problem: { reason: failure.reason, message: failure.message },
    });
    return failure;
  }

  /** A slow server is no failure: the log stays, and is asked after with a later flush. */
  async function letWork(item: OutboxItem, heldBack: Set<string>): Promise<void> {
    await update(item.interaction.id, { notBefore: now() + firstPauseMs });
    heldBack.add(personOf(item.interaction));
  }

  /** The next logs to hand over: due, in order, and none of a person whose earlier log waits. */
  async function nextBatch(tried: Set<string>, heldBack: Set<string>): Promise<OutboxItem[]> {
    const batch: OutboxItem[] = [];
    for (const item of (await read()).items) {
      const who = personOf(item.interaction);
      if (item.undone) continue;
      if (tried.has(item.interaction.id) || heldBack.has(who)) continue;
      if (item.notBefore > now()) heldBack.add(who);
      else if (batch.length < batchSize) batch.push(item);
    }
    return batch;
  }

  /** @returns whether it is worth going on with others. */
  async function sendBatch(batch: OutboxItem[], heldBack: Set<string>): Promise<boolean> {
    const handed: { server: Memory; item: OutboxItem; operation: string }[] = [];
    let goOn = true;
    const failed = async (item: OutboxItem, error: unknown) => {
      const { reason } = await postpone(item, error);
      heldBack.add(personOf(item.interaction));
      // A server that doesn't answer, or doesn't let us in, treats no other log better.
      if (reason !== 'broken') goOn = false;
    };
    const sendOne = async (item: OutboxItem) => {
      if (!goOn || heldBack.has(personOf(item.interaction))) return;
      try {
        const server = await memory();
        const operation = await handOver(server, item);
        if (operation !== null) handed.push({ server, item, operation });
      } catch (error) {
        if (error instanceof StillWorking) await letWork(item, heldBack);
        else await failed(item, error);
      }
    };
    // The first goes alone: where nobody answers, one time-out is enough.
    const [first, ...others] = batch;
    if (first) await sendOne(first);
    // One person's logs go one after another; another person's needn't wait for them.
    await inLanes([...byPerson(others).values()], async (logs) => {
      for (const item of logs) await sendOne(item);
    });
    const until = now() + askForMs;
    await inLanes(handed, async ({ server, item, operation }) => {
      const { interaction } = item;
      try {
        const became = await settled(server, { interaction, operation, until });
        if (became === 'stored') await dropStored(interaction.id, operation);
        else if (became === 'working') await letWork(item, heldBack);
        else throw new MemoryError('broken', `the server has nothing of the log: ${became}`);
      } catch (error) {
        await failed(item, error);
      }
    });
    return goOn;
  }

  async function flushOnce(): Promise<void> {
    const tried = new Set<string>();
    const heldBack = new Set<string>();
    if (!(await withdrawAll())) return;
    for (;;) {
      // Read anew each time: logs are added and taken out while others are being sent.
      const batch = await nextBatch(tried, heldBack);
      if (batch.length === 0) return;
      for (const { interaction } of batch) tried.add(interaction.id);
      if (!(await sendBatch(batch, heldBack))) return;
    }
  }

  return {
    add: (interaction) =>
      change((items) => {
        const before = items.find((item) => item.interaction.id === interaction.id);
        // Saved once more, because the answer to the first time got lost.
        if (before && !before.undone && isSame(before.interaction, interaction)) return items;
        const handedOver = before && before.attempts > 0 ? [before.operation] : [];
        return [
          ...items.filter((item) => item !== before),
          {
            interaction,
            operation: newId(),
            earlier: [...(before?.earlier ?? []), ...handedOver],
            attempts: 0,
            notBefore: 0,
            problem: null,
            undone: false,
          },
        ];
      }),
    items: async () => (await read()).items.filter(({ undone }) => !undone),
    flush: () => lock('flush', flushOnce),
    remove: async (id) => {
      let there = false;
      let handedOver = false;
      await change((items) =>
        items.flatMap((item) => {
          if (item.interaction.id !== id) return [item];
          there = true;
          handedOver = item.attempts > 0;
          return handedOver ? [{ ...item, undone: true }] : [];
        }),
      );
      if (handedOver) {
        await lock('flush', async () => {
          await withdrawAll();
        });
      }
      return there;
    },
    retry: () => change((items) => items.map((item) => ({ ...item, notBefore: 0 }))),
  };
}

/** @returns whether a log waits for somebody to act, rather than for the server. */
export function needsSomebody({ problem }: OutboxItem): boolean {
  return problem !== null && needsYou.has(problem.reason);
}

/** Works a list off, several at a time. */
async function inLanes<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...list];
  const lane = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(lanes, list.length) }, lane));
}

function byPerson(items: readonly OutboxItem[]): Map<string, OutboxItem[]> {
  return Map.groupBy(items, ({ interaction }) => personOf(interaction));
}

/** An earlier wording is being stored: the newer one has to wait. */
class StillWorking extends Error {}

/** Whether two logs say the same in every field. */
function isSame(a: Interaction, b: Interaction): boolean {
  const [first, second] = [interactionSchema.parse(a), interactionSchema.parse(b)];
  const fields = Object.keys(interactionSchema.shape) as (keyof Interaction)[];
  return fields.every((field) => first[field] === second[field]);
}

function personOf(interaction: Interaction): string {
  return prospectKey(prospectOf(interaction));
}
