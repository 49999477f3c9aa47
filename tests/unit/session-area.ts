import type { Brief } from '../../lib/brief/types';
import { prospectKey } from '../../lib/identity/key';

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

/** @returns what the session holds once a brief has been shown, or read ahead */
export function kept(brief: Brief, list: 'briefs' | 'briefs-ahead' = 'briefs'): Held {
  const key = `${list}:${prospectKey(brief.prospect)}`;
  return { [key]: brief, [list]: [key] };
}
