import type { Brief } from '../../lib/brief/types';
import { prospectKey } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';

type Held = Record<string, unknown>;

/** A storage area over what it holds, to be asked anew each time. */
export function areaOver(held: () => Held) {
  return {
    get: async (names: string | string[]) =>
      Object.fromEntries([names].flat().map((name) => [name, held()[name]])),
    set: async (values: Held) => void Object.assign(held(), values),
    remove: async (names: string | string[]) => {
      for (const name of [names].flat()) delete held()[name];
    },
  };
}

const keyOf = (prospect: Prospect) => `briefs:${prospectKey(prospect)}`;

/** @returns what the session holds once a brief has been shown */
export function shownBefore(brief: Brief): Held {
  const key = keyOf(brief.prospect);
  return { [key]: brief, briefs: [key] };
}

/** @returns the brief of somebody that the session holds */
export const heldOf = (held: Held, prospect: Prospect): unknown => held[keyOf(prospect)];
