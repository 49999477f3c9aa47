import { expect, it } from 'vitest';
import { colleagueFinder } from '../../../lib/brief/colleagues';
import { composeDigest } from '../../../lib/digest/compose';
import { condense } from '../../../lib/digest/condense';
import { gather } from '../../../lib/digest/gather';
import type { DealCard } from '../../../lib/digest/types';
import { prospectKey } from '../../../lib/identity/key';
import type { Memory } from '../../../lib/memory/memory';
import { prospectOf } from '../../../lib/memory/record';
import { sampleDeals, sampleHistory } from '../../../scripts/samples/deals';
import { log, newBank } from './bank';

const now = '2026-11-24T09:00:00.000Z';

/** Reads and condenses everybody, as the extension and the command do. */
async function cardsOf(memory: Memory): Promise<DealCard[]> {
  const people = (await memory.allProspects()).map(({ prospect }) => prospect);
  const cards: DealCard[] = [];
  await gather(people, {
    now,
    signal: new AbortController().signal,
    ...(await memory.reader()),
    colleaguesOf: colleagueFinder(people),
    onCards: (some) => void cards.push(...some),
  });
  return cards;
}

it('the week of a real bank is that of what was logged, each person once', async () => {
  const memory = await newBank();
  const histories = sampleDeals.map((deal) => sampleHistory(deal, now));
  await memory.storeMany(histories.flat());
  // More people than one part of the reading holds.
  const many = Array.from({ length: 60 }, (_, index) =>
    log({
      prospect: `Pat Crowd${index}`,
      email: `pat@crowd${index}.example`,
      company: `Crowd${index}`,
      at: '2026-11-20T10:00:00.000Z',
    }),
  );
  await memory.storeMany(many);

  const cards = await cardsOf(memory);
  const everybody = [...histories, ...many.map((one) => [one])];
  const people = everybody.flatMap(([first]) => (first ? [prospectOf(first)] : []));
  const colleaguesOf = colleagueFinder(people);
  const expected = new Map(
    everybody.map((history, index) => {
      const prospect = people[index] as (typeof people)[number];
      return [
        prospectKey(prospect),
        condense(prospect, history, now, colleaguesOf(prospect)),
      ] as const;
    }),
  );
  expect(cards.map(({ key }) => key).sort()).toEqual([...expected.keys()].sort());
  for (const card of cards) expect(card).toEqual(expected.get(card.key));

  const digest = composeDigest(cards, { now });
  expect(digest.entries).toHaveLength(everybody.length);
  expect(digest.entries).toEqual(composeDigest([...expected.values()], { now }).entries);
});

it('two addresses that a rep said are one person are one deal, with both histories', async () => {
  const memory = await newBank();
  const ada = { name: 'Ada Lovelace', email: 'ada@analytical.example', company: 'Analytical' };
  const other = { name: 'Ada Lovelace', email: 'ada@home.example' };
  await memory.storeMany([
    log({ ...{ prospect: ada.name, email: ada.email, company: ada.company } }),
    log({ prospect: other.name, email: other.email, at: '2026-11-10T10:00:00.000Z' }),
  ]);
  await memory.changePerson({ kind: 'merge', from: other, into: ada });
  const [card, ...others] = await cardsOf(memory);
  expect(others).toEqual([]);
  expect(card).toMatchObject({
    prospect: ada,
    interactions: 2,
    lastAt: '2026-11-10T10:00:00.000Z',
  });
});
