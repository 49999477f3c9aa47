import { useEffect, useRef, useState } from 'react';
import type { Dictation } from '../../components/log/DictateButton';

/** As much of the browser's speech recognition as is used; TypeScript's library has none. */
interface Recognition {
  lang: string;
  continuous: boolean;
  processLocally?: boolean;
  onresult: (event: { resultIndex: number; results: ArrayLike<Result> }) => void;
  onerror: (event: { error: string }) => void;
  onend: () => void;
  start(): void;
  stop(): void;
}
type Result = ArrayLike<{ transcript: string }> & { isFinal: boolean };

interface RecognitionClass {
  new (): Recognition;
  available?: (wanted: { langs: string[]; processLocally: boolean }) => Promise<string>;
}

function recognitionClass(): RecognitionClass | null {
  const here = globalThis as { SpeechRecognition?: unknown; webkitSpeechRecognition?: unknown };
  return (here.SpeechRecognition ??
    here.webkitSpeechRecognition ??
    null) as RecognitionClass | null;
}

/** Asks once whether this device can do it alone. */
async function worksHere(Recogniser: RecognitionClass): Promise<boolean> {
  const wanted = { langs: [navigator.language], processLocally: true };
  const answer = await Recogniser.available?.(wanted).catch(() => 'unavailable');
  return answer === 'available';
}

/**
 * Dictation into a text; null where the browser offers none. Chrome lets neither popup nor panel ask
 * for the microphone: where it was never allowed, the options page asks, in a tab.
 *
 * @param onText is called with each sentence that was understood.
 */
export function useDictation(onText: (text: string) => void): Dictation | null {
  const [state, setState] = useState<Dictation['state']>('off');
  const [onDevice, setOnDevice] = useState(false);
  const running = useRef<Recognition | null>(null);
  const hear = useRef(onText);
  hear.current = onText;
  const Recogniser = recognitionClass();

  useEffect(() => {
    if (Recogniser) void worksHere(Recogniser).then(setOnDevice);
    return () => running.current?.stop();
  }, [Recogniser]);

  if (!Recogniser) return null;

  const start = () => {
    const recognition = new Recogniser();
    recognition.lang = navigator.language;
    recognition.continuous = true;
    if (onDevice) recognition.processLocally = true;
    recognition.onresult = ({ resultIndex, results }) => {
      for (const result of Array.from(results).slice(resultIndex)) {
        const said = result[0]?.transcript.trim();
        if (result.isFinal && said) hear.current(said);
      }
    };
    recognition.onerror = ({ error }) => {
      if (error === 'no-speech' || error === 'aborted') return;
      running.current = null;
      setState(error === 'not-allowed' ? 'refused' : 'failed');
      if (error === 'not-allowed') void chrome.tabs.create({ url: '/options.html#microphone' });
    };
    recognition.onend = () => {
      if (running.current !== recognition) return;
      running.current = null;
      setState('off');
    };
    running.current = recognition;
    recognition.start();
    setState('listening');
  };
  return {
    state,
    onDevice,
    onToggle: () => (running.current ? running.current.stop() : start()),
  };
}
