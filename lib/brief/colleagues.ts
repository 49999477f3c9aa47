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
