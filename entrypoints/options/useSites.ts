import { useEffect, useState } from 'react';
import type { SitesInUseProps } from '../../components/sites/SitesInUse';
import { sendMessage } from '../../lib/messages';
import { asked } from '../pages/ask';
import { onChange } from '../pages/changes';

/** The sites that the rep switched on, kept up to date. */
export function useSites(): SitesInUseProps {
  const [sites, setSites] = useState<string[]>([]);
  useEffect(() => {
    const load = async () => {
      const answer = await asked(sendMessage('sitesInUse', undefined));
      if (Array.isArray(answer)) setSites(answer);
    };
    void load();
    return onChange((what) => what === 'sites' && void load());
  }, []);
  return {
    sites,
    onLeave: (pattern) => void asked(sendMessage('leaveSite', pattern)),
  };
}
