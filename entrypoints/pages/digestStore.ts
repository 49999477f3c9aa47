import { type DigestRun, digestKeys } from '../../lib/digest/run';
import type { DealCard, Ranking } from '../../lib/digest/types';
import type { Prospect } from '../../lib/identity/prospect';
import type { RankState } from '../../lib/models/rank';

/**
 * What a digest has come to, in the session's storage: the worker may be gone at any moment, and
 * nothing of it may outlive the browser.
 */
const area = () => chrome.storage.session;

async function read<T>(key: string): Promise<T | null> {
  return ((await area().get(key))[key] as T | undefined) ?? null;
}

export const keptRun = () => read<DigestRun>(digestKeys.run);
export const keptPeople = () => read<Prospect[]>(digestKeys.people);
export const keptRankState = () => read<RankState>(digestKeys.rank);
export const keptRanking = () => read<Ranking>(digestKeys.ranking);

/** @returns the cards of all chunks, in the order they were read. */
export async function keptCards(): Promise<DealCard[]> {
  const all = await area().get(null);
  return Object.keys(all)
    .filter((key) => key.startsWith(digestKeys.cards))
    .sort((a, b) => numberOf(a) - numberOf(b))
    .flatMap((key) => all[key] as DealCard[]);
}

const numberOf = (key: string) => Number(key.slice(digestKeys.cards.length));

export const keepRun = (run: DigestRun) => area().set({ [digestKeys.run]: run });
export const keepPeople = (people: Prospect[]) => area().set({ [digestKeys.people]: people });
/** Cards and how far that is are kept at once: neither without the other. */
export const keepCards = (first: number, cards: DealCard[], run: DigestRun) =>
  area().set({ [`${digestKeys.cards}${first}`]: cards, [digestKeys.run]: run });
export const keepRankState = (state: RankState) => area().set({ [digestKeys.rank]: state });
export const keepRanking = (ranking: Ranking, run: DigestRun) =>
  area().set({ [digestKeys.ranking]: ranking, [digestKeys.run]: run });
export const dropRankState = () => area().remove(digestKeys.rank);

/** Lets go of everything but the reminder's mark. */
export async function dropDigest(): Promise<void> {
  const keys = Object.keys(await area().get(null));
  const { run, people, rank, ranking, cards } = digestKeys;
  const mine = new Set<string>([run, people, rank, ranking]);
  await area().remove(keys.filter((key) => mine.has(key) || key.startsWith(cards)));
}
