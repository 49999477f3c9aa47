import { matches } from '../../lib/memory/known';
import { createShelf } from '../../lib/memory/shelf';
import type { KnownProspect } from '../../lib/messages';
import { memoryAt } from './memory';
import { settingsRead } from './settings';

/** How long others' new people may be missing (ms). What this browser changes shows at once. */
const freshMs = 60_000;

const shelf = createShelf<KnownProspect[]>(freshMs, () => Date.now());

/**
 * @returns everybody that memory knows, last contact first, as of a minute ago at most: a name is
 * looked for at each letter. @throws MemoryError
 */
export async function everybodyKnown(): Promise<KnownProspect[]> {
  const { connection } = await settingsRead();
  return shelf.get(JSON.stringify(connection), async () =>
    (await memoryAt(connection)).allProspects(),
  );
}

/** @returns people whose name, address or company contains a query. @throws MemoryError */
export async function peopleLike(query: string, limit = 20): Promise<KnownProspect[]> {
  const known = await everybodyKnown();
  return known.filter(({ prospect }) => matches(prospect, query)).slice(0, limit);
}

/** Something was logged, edited, merged or forgotten: who is known is read anew. */
export function knownChanged(): void {
  shelf.clear();
}
