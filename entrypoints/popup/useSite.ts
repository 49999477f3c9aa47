import { useEffect, useState } from 'react';
import type { UseSiteProps } from '../../components/popup/UseSite';
import { type SiteHere, sendMessage } from '../../lib/messages';
import { asked } from '../pages/ask';
import { onChange } from '../pages/changes';

/**
 * The site in front of the popup, and switching SalesMemory on for it; null where that is no choice,
 * since the extension has a script of its own there, or can have none.
 */
export function useSite(): UseSiteProps | null {
  const [site, setSite] = useState<SiteHere | null>(null);

  useEffect(() => {
    const load = async () => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      if (!tab?.url) return;
      const answer = await asked(sendMessage('siteHere', tab.url));
      if (answer === null || 'host' in answer) setSite(answer);
    };
    void load();
    return onChange((what) => what === 'sites' && void load());
  }, []);

  if (site === null || site.use === 'built_in') return null;
  const { host, pattern } = site;
  return {
    host,
    used: site.use === 'on',
    onUse: (use) => {
      // Said first, since Chrome's question may close the popup; asked in the click's own task.
      void asked(sendMessage(use ? 'useSite' : 'leaveSite', pattern));
      if (!use) return;
      void chrome.permissions
        .request({ origins: [pattern] })
        .then((granted) => asked(sendMessage(granted ? 'useSite' : 'leaveSite', pattern)));
    },
  };
}
