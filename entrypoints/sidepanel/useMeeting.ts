import { useEffect, useRef, useState } from 'react';
import type { MeetingAnswer } from '../../components/meeting/Meeting';
import { prospectKey } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';
import { sendMessage } from '../../lib/messages';
import { asked } from '../pages/ask';
import { onChange } from '../pages/changes';

/**
 * The brief of a meeting, kept up to date; null while memory is read.
 *
 * @param people those of the meeting; null where the page is none of several people
 */
export function useMeeting(people: readonly Prospect[] | null): MeetingAnswer {
  const [shown, setShown] = useState<{ key: string; answer: MeetingAnswer } | null>(null);
  const wanted = useRef(people);
  wanted.current = people;
  const key = people?.map(prospectKey).join('|') ?? null;
  useEffect(() => {
    if (key === null) return;
    let newest = 0;
    let gone = false;
    const load = async () => {
      const mine = ++newest;
      const answer = await asked(sendMessage('meetingBrief', [...(wanted.current ?? [])]));
      // What is on the screen stays until there is something newer; a failure doesn't take it away.
      if (gone || mine !== newest) return;
      setShown((now) => (now?.key === key && now.answer?.ok && !answer.ok ? now : { key, answer }));
    };
    void load();
    const stop = onChange((what) => (what === 'memory' || what === 'outbox') && void load());
    return () => {
      gone = true;
      stop();
    };
  }, [key]);
  return shown?.key === key ? shown.answer : null;
}
