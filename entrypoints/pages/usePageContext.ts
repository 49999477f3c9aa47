import { useEffect, useState } from 'react';
import { type PageContext, sendMessage } from '../../lib/messages';
import { asked } from './ask';
import { onChange } from './changes';
import { hear } from './hear';

const nothing: PageContext = { tabId: null, detection: null, prospects: [] };

/**
 * @param first what is known of it before the background was asked
 * @returns what the tab in front of this page's window is about, kept up to date; null until that is
 * known.
 */
export function usePageContext(first: PageContext | null = null): PageContext | null {
  const [context, setContext] = useState(first);

  useEffect(() => {
    let newest = 0;
    let gone = false;
    let here: number | undefined;
    const load = async () => {
      const mine = ++newest;
      here = (await chrome.windows.getCurrent()).id;
      if (here === undefined) return;
      const answer = await asked(sendMessage('pageContext', here));
      if (!gone && mine === newest) setContext('ok' in answer ? nothing : answer);
    };
    void load();
    const stops = [
      onChange((what) => what === 'page' && void load()),
      hear('pageShown', ({ windowId, context: told }) => {
        // Whoever doesn't know the window yet is about to ask, and is answered the same.
        if (windowId !== here) return;
        newest += 1;
        setContext(told);
      }),
    ];
    // A page that is left says so, but nobody hears it where no worker runs at that moment.
    const { onUpdated } = chrome.tabs;
    const look: Parameters<typeof onUpdated.addListener>[0] = (_, { status }, { active }) => {
      if (status && active) void load();
    };
    onUpdated.addListener(look);
    return () => {
      gone = true;
      onUpdated.removeListener(look);
      for (const stop of stops) stop();
    };
  }, []);

  return context;
}
