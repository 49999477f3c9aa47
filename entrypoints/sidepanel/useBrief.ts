import { useCallback, useEffect, useRef, useState } from 'react';
import type { Brief } from '../../lib/brief/types';
import { prospectKey } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';
import { type BriefAnswer, sendMessage } from '../../lib/messages';
import { asked } from '../pages/ask';
import { onChange } from '../pages/changes';

/** @returns the chosen model's brief, or the basic one with why there is none; null without a model. */
async function byModel(prospect: Prospect, basic: Brief): Promise<Brief | null> {
  const answer = await asked(sendMessage('modelBrief', prospect));
  if (answer === null) return null;
  return answer.ok ? answer.brief : { ...basic, notes: [...basic.notes, answer.message] };
}

/**
 * The newest brief of a prospect; null while there is none. A newer one replaces the one on the
 * screen when it arrives, never before; an answer about somebody else is never shown.
 */
export function useBrief(prospect: Prospect | null): {
  answer: BriefAnswer | null;
  reload: () => void;
} {
  const [shown, setShown] = useState<{ key: string; answer: BriefAnswer } | null>(null);
  const newest = useRef(0);
  const wanted = useRef(prospect);
  wanted.current = prospect;
  const key = prospect && prospectKey(prospect);

  const reload = useCallback(() => {
    const about = wanted.current;
    if (!about) return;
    const mine = ++newest.current;
    void asked(sendMessage('brief', about)).then((answer) => {
      if (mine !== newest.current) return;
      const full: BriefAnswer = 'brief' in answer ? answer : { ...answer, brief: null };
      setShown({ key: prospectKey(about), answer: full });
      if (!full.ok || full.brief.interactions.count === 0) return;
      void byModel(about, full.brief).then((better) => {
        if (better && mine === newest.current) {
          setShown({ key: prospectKey(about), answer: { ok: true, brief: better } });
        }
      });
    });
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what makes it another person
  useEffect(() => {
    reload();
    return onChange((what) => what !== 'page' && reload());
  }, [key, reload]);

  return { answer: shown && shown.key === key ? shown.answer : null, reload };
}
