import type { Interaction } from '../../interaction';
import { MemoryError } from '../errors';
import { newId } from '../id';
import type { Delivery, Memory } from '../memory';
import { arrivalOf } from './arrival';
import { attempted, leftToWork, postponed, stillToGo, storedOnes } from './changes';
import { idsOf, logOf, type OutboxItem, personOf } from './item';
import type { Kept } from './kept';
import { type Parcel, parcelsOf } from './parcels';
import type { OutboxParts } from './parts';
import { askUntil } from './patience';
import { holdBack, type Run } from './run';

/** A parcel that the server took. */
export interface Handed extends Parcel {
  server: Memory;
}

/** What became of each log of a parcel that was asked after, by its id; or why nobody knows. */
type AskedAfter = Map<string, Delivery | undefined> | { error: unknown };

/** What became of handing over: what is on its way under which operation, and what has to go alone. */
interface HandedOver {
  under: Parcel[];
  alone: OutboxItem[];
}

/** An earlier wording is being stored: the newer one has to wait. */
class StillWorking extends Error {}

/** Hands logs over, and finds out what becomes of them. Neither throws because of the server. */
export interface Deliver {
  /** @returns what the server took of a batch. */
  handOver(batch: readonly OutboxItem[], run: Run): Promise<Handed[]>;
  /**
   * Waits until the server has worked a parcel off, takes out what is stored, and keeps the rest for
   * a later run.
   *
   * @param until when it is asked after no longer (ms since 1970)
   * @returns whether the server got on with it
   */
  settle(parcel: Handed, run: Run, until: number): Promise<boolean>;
}

/** Delivers what is kept. */
export function deliveryOf(kept: Kept, { memory, now, pause }: OutboxParts): Deliver {
  /**
   * Notes an attempt. @returns the logs that are to go: none that was taken back or reworded since
   * the batch was read.
   */
  async function claim(read: readonly OutboxItem[], operation: string): Promise<OutboxItem[]> {
    let claimed: OutboxItem[] = [];
    await kept.change((items) => {
      const ids = stillToGo(items, read);
      const changed = attempted(ids, operation)(items);
      claimed = changed.filter(({ interaction }) => ids.has(interaction.id));
      return changed;
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
      if (stored.length > 0) await kept.change(storedOnes(idsOf(stored), operation));
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
    // A request that the server refused as a whole: one log in it may be why, or that another bank of
    // the server knows the operation, since the logs were handed over there.
    if (unknown.some(({ problem }) => problem?.reason === 'broken')) {
      return { under: [known], alone: [...failed, ...unknown] };
    }
    // The server gave a delivery up; only a new one can succeed.
    return { under: [known, await submit(server, { operation, items: unknown })], alone: failed };
  }

  /** Hands a parcel over. @throws MemoryError, StillWorking */
  async function handOverOne(
    server: Memory,
    parcel: Parcel,
    asked: AskedAfter | null,
  ): Promise<HandedOver> {
    // Two deliveries of one document at the same time would leave two memories.
    for (const item of parcel.items) {
      for (const operation of item.earlier) {
        if ((await arrivalOf(server, item, operation, now)) !== 'over') throw new StillWorking();
      }
    }
    if (asked) return submitAgain(server, parcel, asked);
    return { under: [await submit(server, parcel)], alone: [] };
  }

  async function letWork(items: readonly OutboxItem[], run: Run): Promise<void> {
    await kept.change(leftToWork(items, now()));
    holdBack(run, items);
  }

  /** Keeps logs for a later attempt. */
  async function failed(items: readonly OutboxItem[], error: unknown, run: Run): Promise<void> {
    const failure =
      error instanceof MemoryError
        ? error
        : new MemoryError('broken', String(error), { cause: error });
    await kept.change(postponed(items, failure, now()));
    holdBack(run, items);
    // A server that doesn't answer, or doesn't let us in, treats no other log better.
    if (failure.reason !== 'broken') run.goOn = false;
  }

  return {
    async handOver(batch, run) {
      const handed: Handed[] = [];
      const send = async (
        parcel: Parcel,
        hand: (server: Memory, parcel: Parcel) => Promise<HandedOver>,
      ) => {
        const items = parcel.items.filter((item) => !run.heldBack.has(personOf(item)));
        if (!run.goOn || items.length === 0) return;
        let alone: OutboxItem[] = [];
        try {
          const server = await memory();
          const found = await hand(server, { ...parcel, items });
          run.reached = true;
          const under = found.under.filter((one) => one.items.length > 0);
          handed.push(...under.map((one) => ({ ...one, server })));
          alone = found.alone;
        } catch (error) {
          if (error instanceof StillWorking) await letWork(items, run);
          else await failed(items, error, run);
        }
        // Before the next parcel, which may hold later logs of the same people.
        for (const item of alone) {
          await send({ operation: newId(), items: [item] }, async (server, one) => ({
            under: [await submit(server, one)],
            alone: [],
          }));
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
        await send(parcel, (server, rest) => handOverOne(server, rest, asked[index] ?? null));
      }
      return handed;
    },

    async settle({ server, operation, items }, run, until) {
      const logs: Interaction[] = items.map(logOf);
      try {
        const became = await askUntil(
          () => server.deliveriesOf(logs, operation),
          (answer) => !answer.includes('working') || now() >= until,
          pause,
        );
        const of = (...wanted: Delivery[]) =>
          items.filter((_, index) => wanted.includes(became[index] as Delivery));
        await kept.change(storedOnes(idsOf(of('stored')), operation));
        const working = of('working');
        if (working.length > 0) await letWork(working, run);
        const nothing = of('failed', 'unknown');
        if (nothing.length > 0) {
          const failure = new MemoryError('broken', 'the server has nothing of the log');
          await failed(nothing, failure, run);
        }
        return working.length === 0;
      } catch (error) {
        await failed(items, error, run);
        return false;
      }
    },
  };
}
