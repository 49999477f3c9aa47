import { useEffect, useState } from 'react';
import { type PageContext, sendMessage } from '../../lib/messages';
import { asked } from './ask';
import { onChange } from './changes';

const nothing: PageContext = { tabId: null, detection: null, prospects: [] };

/**
 * @returns what the tab in front of this page's window is about, kept up to date; null until the
 * background has answered once.
 */
export function usePageContext(): PageContext | null {
  const [context, setContext] = useState<PageContext | null>(null);

  useEffect(() => {
    let newest = 0;
    let gone = false;
    const load = async () => {
      const mine = ++newest;
      const window = await chrome.windows.getCurrent();
      if (window.id === undefined) return;
      const answer = await asked(sendMessage('pageContext', window.id));
      if (!gone && mine === newest) setContext('ok' in answer ? nothing : answer);
    };
    void load();
    const stop = onChange((what) => what === 'page' && void load());
    return () => {
      gone = true;
      stop();
    };
  }, []);

  return context;
}
