import { useEffect, useState } from 'react';
import type { PopupProps } from '../../components/Popup';
import { openOptions } from '../pages/ask';
import { useOutbox } from '../pages/useOutbox';
import { usePageContext } from '../pages/usePageContext';
import { useQuickLog } from '../pages/useQuickLog';

/** @returns the window that the popup hangs on, known before it is needed in a click. */
function useWindowId(): number | null {
  const [id, setId] = useState<number | null>(null);
  useEffect(() => {
    void chrome.windows.getCurrent().then((window) => setId(window.id ?? null));
  }, []);
  return id;
}

/** Everything the popup shows and does. */
export function usePopup(): PopupProps {
  const windowId = useWindowId();
  const context = usePageContext();
  const outbox = useOutbox();
  const quickLog = useQuickLog(context?.prospects[0] ?? null, outbox);
  return {
    quickLog,
    outbox: outbox.items,
    onRetry: outbox.retry,
    onOpenPanel: () => {
      if (windowId === null) return;
      // Chrome opens it only in the click's own task, so nothing may be awaited before.
      void chrome.sidePanel.open({ windowId }).then(() => window.close());
    },
    onOpenOptions: openOptions,
  };
}
