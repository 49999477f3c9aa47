import { companyOf } from '../identity/addresses';
import { prospectKey } from '../identity/key';
import { normaliseName } from '../identity/names';
import type { Prospect } from '../identity/prospect';

/** What a company is called as far as two prospects can be compared; null where nothing tells. */
function housesOf({ email, company }: Prospect): string[] {
  return [email ? companyOf(email) : undefined, company]
    .filter((name) => name !== undefined)
    .map(normaliseName);
}

/** @returns whether anything tells which company somebody is of. */
export function hasHouse(prospect: Prospect): boolean {
  return housesOf(prospect).length > 0;
}

/** @returns those of `known` who are of a prospect's company, the prospect left out. */
export function colleaguesOf(prospect: Prospect, known: Prospect[]): Prospect[] {
  const own = prospectKey(prospect);
  const houses = new Set(housesOf(prospect));
  return known.filter(
    (one) => prospectKey(one) !== own && housesOf(one).some((house) => houses.has(house)),
  );
}

/**
 * @returns what finds the colleagues of one prospect after another among thousands; it gives undefined
 * where nothing tells which company somebody is of.
 */
export function colleagueFinder(
  known: readonly Prospect[],
): (prospect: Prospect) => Prospect[] | undefined {
  const byHouse = new Map<string, Prospect[]>();
  for (const one of known) {
    for (const house of new Set(housesOf(one))) {
      const there = byHouse.get(house);
      if (there) there.push(one);
      else byHouse.set(house, [one]);
    }
  }
  return (prospect) => {
    if (!hasHouse(prospect)) return undefined;
    const near = housesOf(prospect).flatMap((house) => byHouse.get(house) ?? []);
    return colleaguesOf(prospect, [...new Set(near)]);
  };
}
