import { z } from 'zod';
import { type Interaction, interactionSchema } from '../interaction';
import { MemoryError } from './errors';
import { newId } from './id';
import type { Memory } from './memory';
import { prospectOf } from './record';

const itemSchema = z.object({
  interaction: interactionSchema,
  /** Under which the server knows the delivery; a second attempt under it is the same one. */
  operation: z.uuid(),
  attempts: z.number().int().min(0),
  /** Before this moment (ms since 1970) it isn't tried again. */
  notBefore: z.number(),
  problem: z.object({ reason: z.string(), message: z.string() }).nullable(),
});
export type OutboxItem = z.infer<typeof itemSchema>;

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
  /** Keeps a log; it is safe once this resolves. @throws where the browser's storage fails. */
  add(interaction: Interaction): Promise<void>;
  /** What waits, oldest first. */
  items(): Promise<OutboxItem[]>;
  /** Sends what waits and is due, in order. Never throws because of the server. */
  flush(): Promise<void>;
  /** Takes a log out. @returns whether it was there. */
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

/** Failures that no repetition mends: somebody has to act. */
const needsYou = new Set(['refused', 'no_bank', 'not_configured']);

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
    const damaged = [...raw.data.damaged];
    for (const one of raw.data.items) {
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

  /** Hands one log over. @returns under which operation. @throws MemoryError */
  async function handOver(server: Memory, item: OutboxItem): Promise<string> {
    const { interaction } = item;
    let { operation } = item;
    if (item.attempts > 0 && (await server.deliveryOf(interaction.id, operation)) === 'failed') {
      // The server gave this delivery up; only a new one can succeed.
      operation = newId();
    }
    // Kept before it is sent: an attempt whose answer gets lost must be known as one.
    await update(interaction.id, { operation, attempts: item.attempts + 1, problem: null });
    await server.submit(interaction, operation);
    return operation;
  }

  /** Waits until a log is stored. @throws MemoryError where it isn't yet. */
  async function confirm(server: Memory, id: string, operation: string): Promise<void> {
    const until = now() + askForMs;
    for (;;) {
      const became = await server.deliveryOf(id, operation);
      if (became === 'stored') return;
      if (became === 'failed') throw new MemoryError('broken', 'the server gave the log up');
      if (now() >= until) throw new MemoryError('unreachable', 'the server still works on it');
      await pause(askEveryMs);
    }
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

  /** The next logs to hand over: due, in order, and none of a person whose earlier log waits. */
  async function nextBatch(tried: Set<string>, heldBack: Set<string>): Promise<OutboxItem[]> {
    const batch: OutboxItem[] = [];
    for (const item of (await read()).items) {
      const who = personOf(item.interaction);
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
    for (const item of batch) {
      if (!goOn) break;
      if (heldBack.has(personOf(item.interaction))) continue;
      try {
        const server = await memory();
        handed.push({ server, item, operation: await handOver(server, item) });
      } catch (error) {
        await failed(item, error);
      }
    }
    for (const { server, item, operation } of handed) {
      try {
        await confirm(server, item.interaction.id, operation);
        await drop(item.interaction.id);
      } catch (error) {
        await failed(item, error);
      }
    }
    return goOn;
  }

  async function flushOnce(): Promise<void> {
    const tried = new Set<string>();
    const heldBack = new Set<string>();
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
      change((items) => [
        ...items.filter((item) => item.interaction.id !== interaction.id),
        { interaction, operation: newId(), attempts: 0, notBefore: 0, problem: null },
      ]),
    items: async () => (await read()).items,
    flush: () => lock('flush', flushOnce),
    remove: async (id) => {
      const there = (await read()).items.some(({ interaction }) => interaction.id === id);
      await drop(id);
      return there;
    },
    retry: () => change((items) => items.map((item) => ({ ...item, notBefore: 0 }))),
  };
}

/** @returns whether a log waits for somebody to act, rather than for the server. */
export function needsSomebody({ problem }: OutboxItem): boolean {
  return problem !== null && needsYou.has(problem.reason);
}

function personOf(interaction: Interaction): string {
  const { name, email, company } = prospectOf(interaction);
  return email ?? `${name}|${company ?? ''}`;
}
