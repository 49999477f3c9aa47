import { z } from 'zod';
import { prospectKey } from '../identity/key';
import { type Interaction, interactionSchema } from '../interaction';
import { MemoryError } from './errors';
import { newId } from './id';
import type { Delivery, Memory } from './memory';
import { type Parcel, parcelsOf } from './parcels';
import { prospectOf } from './record';

const itemSchema = z.object({
  interaction: interactionSchema,
  /** Under which the server knows the delivery; a second attempt under it is the same one. */
  operation: z.uuid(),
  /** Deliveries of earlier wordings, which must have ended before this one is handed over. */
  earlier: z.array(z.uuid()).default([]),
  /** Words a log anew that the server may hold, though nothing here was handed over. */
  rewords: z.boolean().default(false),
  /** How often it was handed over, also where the worker was killed before it knew what became of it. */
  attempts: z.number().int().min(0),
  /** How often that failed. */
  failures: z.number().int().min(0).default(0),
  /** Before this moment (ms since 1970) it isn't tried again. */
  notBefore: z.number(),
  problem: z.object({ reason: z.string(), message: z.string() }).nullable(),
  /** Taken back after it was handed over: it stays until the server is known not to hold it. */
  undone: z.boolean().default(false),
  /** When it was last worded or taken back (ms since 1970); 0: by a version that didn't note it. */
  changedAt: z.number().default(0),
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
  /**
   * Keeps a log; it is safe once this resolves. One of a known id replaces the earlier wording.
   *
   * @param rewords whether the server may hold an earlier wording already
   * @throws where the browser's storage fails
   */
  add(interaction: Interaction, rewords?: boolean): Promise<void>;
  /** What waits, oldest first, without what was taken back. */
  items(): Promise<OutboxItem[]>;
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
 * Pauses after failures (ms): doubled each time, up to a quarter of an hour; up to a minute where
 * nobody answered, which is no fault of the log, and may be over at any time.
 */
const firstPauseMs = 2_000;
const longestPauseMs = 15 * 60_000;
const longestUnreachedMs = 60_000;
/**
 * How soon, how seldom and how long (ms) a delivery that the server works on is asked after. Each
 * question takes time of the server's that it could store in.
 */
const askSoonMs = 150;
const askSeldomMs = 600;
const askForMs = 15_000;
/** Longer than a request may be on its way (ms): its sender gives it up before. */
const requestMs = 15_000;
/**
 * How many logs are handed over before the first is asked after: the server looks for work twice a
 * second, and would idle where it always got little.
 */
const batchSize = 100;

/** Failures that no repetition mends: somebody has to act. */
const needsYou = new Set(['refused', 'no_bank', 'not_configured', 'not_allowed']);

/**
 * The outbox.
 *
 * Each log goes to the server under an operation id that is kept with it, so an attempt whose
 * answer got lost is the same attempt when it is repeated: never lost, never twice. Several logs may
 * share an operation, of whomever they are; they are then repeated together, or, where the server
 * gave it up, each alone. The order is kept. What can't be read of the store is kept aside, never
 * thrown away.
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

  /** Pure, or else it can be done twice: only its last run counts. */
  type Change = (items: OutboxItem[]) => OutboxItem[];
  let asked: { work: Change; done: () => void; failed: (error: unknown) => void }[] = [];

  /**
   * One change of the store at a time, each on what the one before left. Those that wait for their turn
   * together are written together: each reads and writes the whole outbox.
   */
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

  /** @throws where the browser's storage fails */
  async function write(works: readonly Change[]): Promise<true> {
    const { items, damaged } = await read();
    const changed = works.reduce((left, work) => work(left), items);
    if (changed !== items) await store.set({ items: changed, damaged });
    return true;
  }

  const patchAll = (ids: ReadonlySet<string>, patch: (item: OutboxItem) => Partial<OutboxItem>) =>
    change((items) =>
      items.map((item) => (ids.has(item.interaction.id) ? { ...item, ...patch(item) } : item)),
    );

  const drop = (id: string) =>
    change((items) => items.filter(({ interaction }) => interaction.id !== id));

  /** Drops logs that are stored, unless one was taken back or reworded since it was handed over. */
  const dropStored = (ids: ReadonlySet<string>, operation: string) =>
    change((items) =>
      items.filter(
        (item) => !ids.has(item.interaction.id) || item.operation !== operation || item.undone,
      ),
    );

  /**
   * Notes an attempt. @returns the logs that are to go: none that was taken back or reworded since
   * the batch was read.
   */
  async function claim(read: readonly OutboxItem[], operation: string): Promise<OutboxItem[]> {
    const operations = new Map(read.map((item) => [item.interaction.id, item.operation]));
    let claimed: OutboxItem[] = [];
    await change((items) => {
      claimed = [];
      return items.map((item) => {
        if (operations.get(item.interaction.id) !== item.operation || item.undone) return item;
        const attempts = item.attempts + 1;
        const attempt = { ...item, operation, attempts, problem: null, earlier: [] };
        claimed.push(attempt);
        return attempt;
      });
    });
    return claimed;
  }

  /** Hands logs over under one operation. @throws MemoryError */
  async function submit(server: Memory, { operation, items }: Parcel): Promise<Parcel> {
    if (items.length === 0) return { operation, items };
    // Kept before it is sent: an attempt whose answer gets lost must be known as one.
    const claimed = await claim(items, operation);
    if (claimed.length > 0) await server.submit(claimed.map(logOf), operation);
    return { operation, items: claimed };
  }

  /**
   * Asks what became of a parcel that may have been handed over before. What turns out to be stored
   * is dropped at once: a worker that is killed again and again gets on all the same.
   */
  async function askAfter({ operation, items }: Parcel, run: Run): Promise<AskedAfter> {
    try {
      const became = await (await memory()).deliveriesOf(items.map(logOf), operation);
      run.reached = true;
      const stored = items.filter((_, index) => became[index] === 'stored');
      if (stored.length > 0) await dropStored(idsOf(stored), operation);
      return new Map(items.map(({ interaction }, index) => [interaction.id, became[index]]));
    } catch (error) {
      return { error };
    }
  }

  /**
   * Hands over what may have been handed over before.
   *
   * @param asked what became of it
   * @returns what is on its way, and which logs have to go alone. @throws MemoryError
   */
  async function submitAgain(
    server: Memory,
    { operation, items }: Parcel,
    asked: AskedAfter,
  ): Promise<HandedOver> {
    if ('error' in asked) throw asked.error;
    const of = (wanted: Delivery) =>
      items.filter(({ interaction }) => asked.get(interaction.id) === wanted);
    const [failed, unknown] = [of('failed'), of('unknown')];
    const known = { operation, items: of('working') };
    // A request that the server refused as a whole: one log in it may be why.
    if (unknown.length > 1 && unknown.some(({ problem }) => problem?.reason === 'broken')) {
      return { under: [known], alone: [...failed, ...unknown] };
    }
    // The server gave a delivery up; only a new one can succeed.
    return { under: [known, await submit(server, { operation, items: unknown })], alone: failed };
  }

  /** Hands a parcel over. @throws MemoryError, StillWorking */
  async function handOver(
    server: Memory,
    parcel: Parcel,
    asked: AskedAfter | null,
  ): Promise<HandedOver> {
    // Two deliveries of one document at the same time would leave two memories.
    for (const item of parcel.items) {
      for (const operation of item.earlier) {
        if ((await arrivalOf(server, item, operation)) !== 'over') throw new StillWorking();
      }
    }
    if (asked) return submitAgain(server, parcel, asked);
    return { under: [await submit(server, parcel)], alone: [] };
  }

  /** Whether any wording of a log that was taken back may yet be stored. */
  async function arrivalOfAny(server: Memory, item: OutboxItem): Promise<Arrival> {
    let worst: Arrival = 'over';
    for (const operation of [...item.earlier, ...(item.attempts > 0 ? [item.operation] : [])]) {
      const arrival = await arrivalOf(server, item, operation);
      if (arrival === 'under way') return arrival;
      if (arrival === 'possible') worst = arrival;
    }
    return worst;
  }

  /** Whether the server may yet store what was handed over before a log was reworded or taken back. */
  async function arrivalOf(server: Memory, item: OutboxItem, operation: string): Promise<Arrival> {
    const [became] = await server.deliveriesOf([item.interaction], operation);
    if (became === 'working') return 'under way';
    // A request that the server knows nothing of may still be on its way, for as long as one lasts.
    const since = now() - item.changedAt;
    return became === 'unknown' && since >= 0 && since < requestMs ? 'possible' : 'over';
  }

  /** Asks until the server has worked a delivery off, or time (ms since 1970) is up. */
  async function settled(
    server: Memory,
    logs: readonly Interaction[],
    operation: string,
    until: number,
  ): Promise<Delivery[]> {
    for (let wait = askSoonMs; ; wait = Math.min(askSeldomMs, wait * 1.5)) {
      const became = await server.deliveriesOf(logs, operation);
      if (!became.includes('working') || now() >= until) return became;
      await pause(wait);
    }
  }

  /**
   * Takes what was undone from the server, once no delivery of it can arrive any more; what still can
   * stays for a later flush.
   *
   * @param id only this log; absent: all
   * @returns whether the server answered, and is at work on any of it
   */
  async function withdraw(id?: string): Promise<{ answered: boolean; working: boolean }> {
    let working = false;
    for (const item of (await read()).items) {
      const { interaction, undone } = item;
      if (!undone || (id !== undefined && interaction.id !== id)) continue;
      try {
        const server = await memory();
        const arrival = await arrivalOfAny(server, item);
        working ||= arrival === 'under way';
        if (arrival !== 'over') continue;
        await server.remove(interaction.id);
        await drop(interaction.id);
      } catch (error) {
        if (!(error instanceof MemoryError)) throw error;
        if (error.reason !== 'broken') return { answered: false, working };
      }
    }
    return { answered: true, working };
  }

  /** Keeps logs for a later attempt. @returns why they failed. */
  async function postpone(items: readonly OutboxItem[], error: unknown): Promise<MemoryError> {
    const failure =
      error instanceof MemoryError
        ? error
        : new MemoryError('broken', String(error), { cause: error });
    const longest = failure.reason === 'unreachable' ? longestUnreachedMs : longestPauseMs;
    await patchAll(idsOf(items), ({ failures }) => ({
      failures: failures + 1,
      notBefore: now() + Math.min(longest, firstPauseMs * 2 ** failures),
      problem: { reason: failure.reason, message: failure.message },
    }));
    return failure;
  }

  /** A slow server is no failure: the logs stay, and are asked after with a later flush. */
  async function letWork(items: readonly OutboxItem[], heldBack: Set<string>): Promise<void> {
    await patchAll(idsOf(items), () => ({ notBefore: now() + firstPauseMs }));
    for (const { interaction } of items) heldBack.add(personOf(interaction));
  }

  /** The next logs to hand over: due, in order, and none of a person whose earlier log waits. */
  async function nextBatch({ tried, heldBack, reached }: Run): Promise<OutboxItem[]> {
    const batch: OutboxItem[] = [];
    const notYet = new Set(heldBack);
    for (const item of (await read()).items) {
      const who = personOf(item.interaction);
      if (item.undone) continue;
      if (tried.has(item.interaction.id) || notYet.has(who)) continue;
      // What waits because nobody answered has waited long enough once somebody does.
      const isDue = item.notBefore <= now() || (reached && item.problem?.reason === 'unreachable');
      if (!isDue) notYet.add(who);
      else if (batch.length < batchSize) batch.push(item);
    }
    return batch;
  }

  /** @returns whether it is worth going on with others. */
  async function sendBatch(batch: OutboxItem[], run: Run): Promise<boolean> {
    const { heldBack } = run;
    const handed: (Parcel & { server: Memory })[] = [];
    const alone: OutboxItem[] = [];
    let goOn = true;
    const failed = async (items: readonly OutboxItem[], error: unknown) => {
      const { reason } = await postpone(items, error);
      for (const { interaction } of items) heldBack.add(personOf(interaction));
      // A server that doesn't answer, or doesn't let us in, treats no other log better.
      if (reason !== 'broken') goOn = false;
    };
    const send = async (
      parcel: Parcel,
      hand: (server: Memory, parcel: Parcel) => Promise<HandedOver>,
    ) => {
      const items = parcel.items.filter(({ interaction }) => !heldBack.has(personOf(interaction)));
      if (!goOn || items.length === 0) return;
      try {
        const server = await memory();
        const found = await hand(server, { ...parcel, items });
        run.reached = true;
        handed.push(...found.under.map((one) => ({ ...one, server })));
        alone.push(...found.alone);
      } catch (error) {
        if (error instanceof StillWorking) await letWork(items, heldBack);
        else await failed(items, error);
      }
    };
    const parcels = parcelsOf(batch, newId);
    // Questions change nothing, so all are asked at once; what goes out goes one after the other.
    const asked = await Promise.all(
      parcels.map((one) =>
        one.items.some(({ attempts }) => attempts > 0) ? askAfter(one, run) : null,
      ),
    );
    for (const [index, parcel] of parcels.entries()) {
      await send(parcel, (server, rest) => handOver(server, rest, asked[index] ?? null));
    }
    for (const item of alone) {
      await send({ operation: newId(), items: [item] }, async (server, parcel) => ({
        under: [await submit(server, parcel)],
        alone: [],
      }));
    }
    let until = now() + askForMs;
    for (const { server, operation, items } of handed) {
      if (items.length === 0) continue;
      try {
        const became = await settled(server, items.map(logOf), operation, until);
        const of = (wanted: Delivery) => items.filter((_, index) => became[index] === wanted);
        await dropStored(idsOf(of('stored')), operation);
        const working = of('working');
        if (working.length > 0) await letWork(working, heldBack);
        // A server that gets on with it is given the same time again.
        else until = now() + askForMs;
        const nothing = [...of('failed'), ...of('unknown')];
        if (nothing.length > 0) {
          await failed(nothing, new MemoryError('broken', 'the server has nothing of the log'));
        }
      } catch (error) {
        await failed(items, error);
      }
    }
    return goOn;
  }

  async function flushOnce(): Promise<void> {
    const run: Run = { tried: new Set(), heldBack: new Set(), reached: false };
    if (!(await withdraw()).answered) return;
    for (;;) {
      // Read anew each time: logs are added and taken out while others are being sent.
      const batch = await nextBatch(run);
      if (batch.length === 0) break;
      for (const { interaction } of batch) run.tried.add(interaction.id);
      if (!(await sendBatch(batch, run))) return;
    }
    if (run.tried.size > 0) await withdraw();
  }

  return {
    add: (interaction, rewords = false) =>
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
            rewords: rewords || before?.rewords === true,
            attempts: 0,
            failures: 0,
            notBefore: 0,
            problem: null,
            undone: false,
            changedAt: now(),
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
          handedOver = item.attempts > 0 || item.earlier.length > 0 || item.rewords;
          if (!handedOver) return [];
          return [item.undone ? item : { ...item, undone: true, changedAt: now() }];
        }),
      );
      const until = now() + askForMs;
      // Asked again and again while the server works on it; others may send in between.
      for (let wait = askSoonMs; handedOver; wait = Math.min(askSeldomMs, wait * 1.5)) {
        const { answered, working } = await lock('flush', () => withdraw(id));
        if (!answered || !working || now() >= until) break;
        await pause(wait);
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

/** One run through what waits. */
interface Run {
  /** Ids of the logs that had their turn. */
  tried: Set<string>;
  /** Whose logs wait, because an earlier one of theirs failed or is being worked on. */
  heldBack: Set<string>;
  /** Whether the server took anything. */
  reached: boolean;
}

/** Whether a delivery can still come: the server is at work on it, it may be on its way, or neither. */
type Arrival = 'under way' | 'possible' | 'over';

/** What became of each log of a parcel that was asked after, by its id; or why nobody knows. */
type AskedAfter = Map<string, Delivery | undefined> | { error: unknown };

/** What became of handing over: what is on its way under which operation, and what has to go alone. */
interface HandedOver {
  under: Parcel[];
  alone: OutboxItem[];
}

/** An earlier wording is being stored: the newer one has to wait. */
class StillWorking extends Error {}

/** Whether two logs say the same in every field. */
function isSame(a: Interaction, b: Interaction): boolean {
  const [first, second] = [interactionSchema.parse(a), interactionSchema.parse(b)];
  const fields = Object.keys(interactionSchema.shape) as (keyof Interaction)[];
  return fields.every((field) => first[field] === second[field]);
}

const logOf = ({ interaction }: OutboxItem): Interaction => interaction;

const idsOf = (items: readonly OutboxItem[]): Set<string> =>
  new Set(items.map(({ interaction }) => interaction.id));

function personOf(interaction: Interaction): string {
  return prospectKey(prospectOf(interaction));
}
