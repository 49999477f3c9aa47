import { useCallback, useEffect, useRef, useState } from 'react';
import type { WhoProps } from '../../components/people/WhichPerson';
import { namedKey, samePerson } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';
import { sendMessage, type WhoIs } from '../../lib/messages';
import { asked } from './ask';
import { onChange } from './changes';

/**
 * Whom a name on a page means by what reps decided, and who else it could mean; null until memory
 * has said so, and where it can't.
 */
export function useWho(named: Prospect | null, pageId: string | null): WhoProps | null {
  const [known, setKnown] = useState<{ key: string; who: WhoIs } | null>(null);
  const key = named ? namedKey(named, pageId) : null;
  const wanted = useRef({ named, key, pageId });
  wanted.current = { named, key, pageId };

  const load = useCallback(async () => {
    const { named: about, key: of, pageId: on } = wanted.current;
    if (!about || of === null) return;
    const answer = await asked(sendMessage('whoIs', { named: about, pageId: on }));
    if (answer?.ok && wanted.current.key === of) setKnown({ key: of, who: answer });
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another name or page asks anew
  useEffect(() => {
    void load();
    return onChange((what) => what === 'memory' && void load());
  }, [key, load]);

  if (!named || known?.key !== key) return null;
  return {
    named,
    pageId,
    who: known.who,
    onChange: async (change) => {
      const answer = await asked(sendMessage('changePerson', change));
      if (answer.ok) await load();
      return answer;
    },
  };
}

/** @returns whom a bare name means, where somebody decided that; null otherwise: an address is who it says. */
export function meantPerson({ named, who }: WhoProps): Prospect | null {
  return who.decided && !named.email && !samePerson(who.person, named) ? who.person : null;
}
