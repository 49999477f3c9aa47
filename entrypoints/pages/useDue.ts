import { useEffect, useState } from 'react';
import type { DueMeeting } from '../../lib/due';
import { sendMessage } from '../../lib/messages';
import { asked } from './ask';
import { onChange } from './changes';

/** @returns the meeting that ended last and has no log yet, and how to say that it needs none. */
export function useDue(): { meeting: DueMeeting | null; onDismiss: (id: string) => void } {
  const [meetings, setMeetings] = useState<DueMeeting[]>([]);
  useEffect(() => {
    let gone = false;
    const load = async () => {
      const answer = await asked(sendMessage('dueMeetings', undefined));
      if (!gone && Array.isArray(answer)) setMeetings(answer);
    };
    void load();
    const stop = onChange((what) => what === 'due' && void load());
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return {
    meeting: meetings[0] ?? null,
    onDismiss: (id) => void asked(sendMessage('dismissMeeting', id)),
  };
}
