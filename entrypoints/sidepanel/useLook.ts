import { useEffect, useState } from 'react';
import { prospectKey } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';
import { look } from '../../lib/looks';

/**
 * Notes that somebody's brief is looked at, once it is on the screen.
 *
 * @param about null while nobody's whole brief is
 * @returns since when what happened is news (ISO 8601); null at the first look
 */
export function useLook(about: Prospect | null): string | null {
  const [since, setSince] = useState<{ key: string; at: string | null } | null>(null);
  const key = about && prospectKey(about);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what makes it another person
  useEffect(() => {
    if (!about || key === null) return;
    let gone = false;
    void look(about, new Date()).then((at) => !gone && setSince({ key, at }));
    return () => {
      gone = true;
    };
  }, [key]);
  return since?.key === key ? since.at : null;
}
