import { peopleLike } from '../../lib/memory/known';
import { createShelf } from '../../lib/memory/shelf';
import type { KnownProspect } from '../../lib/messages';
import { memoryAt } from './memory';
import { settingsRead } from './settings';

/** How long others' new people may be missing (ms). What this browser changes shows at once. */
const freshMs = 60_000;
/**
 * The same for titles of meetings, and for the first letters of a name, behind which it is read anew: a
 * long list takes a large server seconds, and few people are new.
 */
const latelyMs = 10 * 60_000;

const shelf = createShelf<KnownProspect[]>(freshMs, latelyMs, () => Date.now());

/** The place of one server's list on the shelf, and how it is read. */
async function listed(): Promise<[key: string, read: () => Promise<KnownProspect[]>]> {
  const { connection } = await settingsRead();
  const read = async () => (await memoryAt(connection)).allProspects();
  return [JSON.stringify(connection), read];
}

/** @returns everybody that memory knows, last contact first, as of a minute ago at most. @throws MemoryError */
export async function everybodyKnown(): Promise<KnownProspect[]> {
  return shelf.get(...(await listed()));
}

/** @returns everybody that memory knew some minutes ago, last contact first. @throws MemoryError */
export async function everybodyLately(): Promise<KnownProspect[]> {
  return shelf.lately(...(await listed()));
}

/**
 * @returns people whose name, address or company contains a query, without waiting for the server
 * where the list of some minutes ago is at hand: this is asked at each letter. @throws MemoryError
 */
export async function knownLike(query: string, limit?: number): Promise<KnownProspect[]> {
  return peopleLike(await shelf.atOnce(...(await listed())), query, limit);
}

/** @returns everybody that memory knew some minutes ago, where that needs no question; else null. */
export async function everybodyAtHand(): Promise<KnownProspect[] | null> {
  const [key] = await listed();
  return (await shelf.peek(key)?.catch(() => null)) ?? null;
}

/** Something was logged, edited, merged or forgotten: who is known is read anew. */
export function knownChanged(): void {
  shelf.clear();
}
