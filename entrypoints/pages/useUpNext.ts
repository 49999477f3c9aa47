import { useEffect, useState } from 'react';
import type { UpNextProps } from '../../components/upnext/UpNext';
import { afterBurst } from '../../lib/after-burst';
import { sendMessage, type UpNextView } from '../../lib/messages';
import { asked } from './ask';

/** Where the background keeps the meetings (`lib/upnext`). */
const key = 'up-next';

/** How long the question waits (ms): whom the panel is about comes first. */
const restMs = 400;

const nothing: UpNextView = { meetings: [], notice: { on: false, minutes: 30 } };

/** Today's and tomorrow's meetings, asked for anew when a calendar showed others. */
export function useUpNext(onOpen: UpNextProps['onOpen']): UpNextProps {
  const [view, setView] = useState<UpNextView>(nothing);
  const [refused, setRefused] = useState(false);

  useEffect(() => {
    const load = async () => {
      const answer = await asked(sendMessage('upNext', undefined));
      if ('meetings' in answer) setView(answer);
    };
    const loading = afterBurst(() => void load(), restMs);
    loading.ask();
    const listener = (changes: Record<string, chrome.storage.StorageChange>) => {
      if (key in changes) loading.ask();
    };
    chrome.storage.session.onChanged.addListener(listener);
    return () => {
      loading.cancel();
      chrome.storage.session.onChanged.removeListener(listener);
    };
  }, []);

  const onNotice = async (notice: UpNextView['notice']) => {
    // Before any await: Chrome takes it only in the click's own task.
    const allowed = notice.on
      ? await chrome.permissions.request({ permissions: ['notifications'] }).catch(() => false)
      : true;
    setRefused(!allowed);
    if (!allowed) return;
    setView((before) => ({ ...before, notice }));
    await asked(sendMessage('setNotice', notice));
  };

  return { ...view, refused, onOpen, onNotice: (notice) => void onNotice(notice) };
}
