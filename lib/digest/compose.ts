import type { BriefLanguage } from '../../prompts/language';
import { notAbove } from './need';
import { objectionsOfMonth } from './objections';
import { buckets, type DealCard, type Digest, type DigestEntry, type Ranking } from './types';

const place = (bucket: DigestEntry['bucket']) => buckets.indexOf(bucket);

/** More pressing first; of equals, the older contact, then the key, so that an order never wavers. */
function byUrgency(a: DealCard, b: DealCard): number {
  if (a.urgency !== b.urgency) return b.urgency - a.urgency;
  if (a.lastAt !== b.lastAt) return (a.lastAt ?? '') < (b.lastAt ?? '') ? -1 : 1;
  return a.key < b.key ? -1 : 1;
}

/** @returns cards with each person once; of two about one, the fuller. */
function distinct(cards: DealCard[]): DealCard[] {
  const found = new Map<string, DealCard>();
  for (const card of cards) {
    const there = found.get(card.key);
    if (!there || there.interactions < card.interactions) found.set(card.key, card);
  }
  return [...found.values()];
}

/**
 * The digest of all deals, by rules or in a model's order. Whatever the ranking holds, every deal
 * stands in exactly one bucket, none is added, and no hard rule is broken.
 *
 * @param now the moment that the cards were made for (ISO 8601)
 * @param language that the cards' sentences are in
 */
export function composeDigest(
  cards: DealCard[],
  {
    now,
    ranking = null,
    notes = [],
    language = 'en',
  }: { now: string; ranking?: Ranking | null; notes?: string[]; language?: BriefLanguage },
): Digest {
  const deals = distinct(cards);
  const placed = new Map(ranking?.placed.map((one, index) => [one.key, { ...one, index }]));
  let moved = 0;
  const sortable = deals.map((card) => {
    const by = placed.get(card.key);
    const round = ranking?.rounds[card.key] ?? 0;
    if (!by) return { entry: { ...card, by: 'rules' as const }, index: Infinity, round };
    const bucket = card.held ? notAbove(by.bucket, card.held.best) : by.bucket;
    if (bucket !== by.bucket) moved += 1;
    const entry: DigestEntry = {
      ...card,
      bucket,
      why: by.why ?? card.why,
      action: by.action ?? card.action,
      by: by.why || by.action ? 'model' : 'rules',
    };
    return { entry, index: by.index, round };
  });
  sortable.sort(
    (a, b) =>
      place(a.entry.bucket) - place(b.entry.bucket) ||
      (a.index === b.index ? 0 : a.index - b.index) ||
      b.round - a.round ||
      byUrgency(a.entry, b.entry),
  );
  return {
    generatedAt: now,
    language,
    reader: ranking?.reader ?? 'basic',
    entries: sortable.map(({ entry }) => entry),
    objections: objectionsOfMonth(deals),
    mended: ranking ? { ...ranking.mended, moved } : null,
    cost: ranking?.cost ?? null,
    notes: [...notes, ...(ranking?.notes ?? [])],
  };
}
