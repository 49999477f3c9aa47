import { useEffect, useState } from 'react';
import type { PanelProps } from '../../components/panel/props';
import { sendMessage } from '../../lib/messages';
import { type Remembering, rememberKey } from '../../lib/remember';
import { asked } from '../pages/ask';

const clear = () => void chrome.storage.session.remove(rememberKey);

/** What "Remember this" is at, as the background left it for the panel. */
export function useRemember(): PanelProps['remember'] {
  const [remembering, setRemembering] = useState<Remembering | null>(null);
  useEffect(() => {
    const show = (stored: unknown) => setRemembering((stored as Remembering | undefined) ?? null);
    void chrome.storage.session.get(rememberKey).then((kept) => show(kept[rememberKey]));
    const listener = (changes: Record<string, chrome.storage.StorageChange>) => {
      if (rememberKey in changes) show(changes[rememberKey]?.newValue);
    };
    chrome.storage.session.onChanged.addListener(listener);
    return () => chrome.storage.session.onChanged.removeListener(listener);
  }, []);
  return {
    remembering,
    onPick: (prospect) => void asked(sendMessage('rememberAbout', prospect)),
    onUndo: (id) => {
      void asked(sendMessage('undoLog', id)).then((undone) => {
        if (undone.ok) clear();
      });
    },
    onDismiss: clear,
  };
}
