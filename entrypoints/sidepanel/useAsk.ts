import { useRef, useState } from 'react';
import type { AskProps } from '../../components/ask/Ask';
import type { Prospect } from '../../lib/identity/prospect';
import { type Question, sendMessage } from '../../lib/messages';
import { asked } from '../pages/ask';
import { replyOnDevice } from './replyOnDevice';

/** Questions to memory: the passages as soon as they are found, then the model's sentences. */
export function useAsk(about: Prospect | null, onOpen: AskProps['onOpen']): AskProps {
  const [question, setQuestion] = useState('');
  const [narrowed, setNarrowed] = useState(false);
  const [answer, setAnswer] = useState<AskProps['answer']>(null);
  const [waiting, setWaiting] = useState<AskProps['waiting']>(null);
  const newest = useRef(0);

  const ask = async (text: string) => {
    const mine = ++newest.current;
    const isNewest = () => mine === newest.current;
    const request: Question = { question: text, about: narrowed ? about : null };
    setWaiting('memory');
    setAnswer(null);
    const basic = await asked(sendMessage('ask', request));
    if (!isNewest()) return;
    setAnswer(basic);
    if (!basic.ok || !basic.model || basic.reply.memories.length === 0) {
      setWaiting(null);
      return;
    }
    setWaiting('model');
    const better =
      (await asked(sendMessage('askModel', request))) ?? (await replyOnDevice(basic.reply));
    if (!isNewest()) return;
    setWaiting(null);
    if (better === null) return;
    if (better.ok) setAnswer(better);
    else setAnswer({ ok: true, reply: { ...basic.reply, notes: [better.message] } });
  };

  return {
    about,
    question,
    onQuestion: setQuestion,
    narrowed: narrowed && about !== null,
    onNarrow: setNarrowed,
    answer,
    waiting,
    onAsk: (text) => void ask(text),
    onOpen,
  };
}
