import { useEffect, useRef, useState } from 'react';
import type { FollowUpProps } from '../../components/follow-up/FollowUp';
import { type FollowUpRequest, sendMessage } from '../../lib/messages';
import { asked } from './ask';
import { copy } from './clipboard';
import { mailOnDevice } from './mailOnDevice';

/** The mail after the log that was just saved; of another log nothing is carried over. */
export function useFollowUp(request: FollowUpRequest | null): FollowUpProps | null {
  const [answer, setAnswer] = useState<FollowUpProps['answer']>(null);
  const [note, setNote] = useState<string | null>(null);
  const [waiting, setWaiting] = useState(false);
  const newest = useRef(0);
  const logId = request?.logId;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another log is another mail
  useEffect(() => {
    newest.current += 1;
    setAnswer(null);
    setWaiting(false);
    setNote(null);
  }, [logId]);

  if (!request) return null;

  const draft = async () => {
    const mine = ++newest.current;
    const isNewest = () => mine === newest.current;
    setWaiting(true);
    setNote(null);
    const basic = await asked(sendMessage('followUp', request));
    if (!isNewest()) return;
    setAnswer(basic);
    const better =
      basic.ok && basic.model
        ? ((await asked(sendMessage('followUpModel', request))) ??
          (await mailOnDevice(request, basic.draft)))
        : null;
    if (!isNewest()) return;
    setWaiting(false);
    if (better?.ok) setAnswer(better);
    else if (better) setNote(better.message);
  };

  return {
    answer,
    waiting,
    note,
    onDraft: () => void draft(),
    onTone: (tone) => void asked(sendMessage('setTone', tone)).then(() => draft()),
    onCopy: copy,
  };
}
