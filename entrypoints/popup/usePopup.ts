import { useEffect, useState } from 'react';
import type { PopupProps } from '../../components/Popup';
import type { Brief } from '../../lib/brief/types';
import { prospectKey } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';
import { type ChipView, type KnownProspect, sendMessage } from '../../lib/messages';
import { asked, openOptions, searchProspects } from '../pages/ask';
import { lastBrief } from '../pages/briefStore';
import { onChange } from '../pages/changes';
import { openSidePanel } from '../pages/sidePanel';
import { useOutbox } from '../pages/useOutbox';
import { usePageContext } from '../pages/usePageContext';
import { useQuickLog } from '../pages/useQuickLog';
import { want } from '../pages/wanted';
import { useSite } from './useSite';

/** Prospects offered as the last ones. */
const mostRecent = 4;

/** @returns the window that the popup hangs on, known before it is needed in a click. */
function useWindowId(): number | null {
  const [id, setId] = useState<number | null>(null);
  useEffect(() => {
    void chrome.windows.getCurrent().then((window) => setId(window.id ?? null));
  }, []);
  return id;
}

function viewOf({ prospect: { name }, interactions, score, label, momentum }: Brief): ChipView {
  if (interactions.count === 0) return { name, score: null, label: null, momentum: null };
  return { name, score, label, momentum };
}

/** @returns how the deal with somebody stands: as it last was, then as it is. */
function useStanding(prospect: Prospect | null): ChipView | null {
  const key = prospect && prospectKey(prospect);
  const [known, setKnown] = useState<{ key: string; view: ChipView } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what makes it another person
  useEffect(() => {
    if (!prospect || key === null) return;
    let gone = false;
    const show = (brief: Brief | null) => {
      if (brief && !gone) setKnown({ key, view: viewOf(brief) });
    };
    const load = async () => {
      const request = asked(sendMessage('brief', prospect));
      show(await lastBrief(prospect));
      const answer = await request;
      if (answer.ok) show(answer.brief);
    };
    void load();
    const stop = onChange((what) => what === 'memory' && void load());
    return () => {
      gone = true;
      stop();
    };
  }, [key]);
  return known?.key === key ? known.view : null;
}

/** @returns whom was spoken to last. Memory away is no failure here: there is just nobody to offer. */
function useRecent(): KnownProspect[] {
  const [recent, setRecent] = useState<KnownProspect[]>([]);
  useEffect(() => {
    let gone = false;
    const load = async () => {
      const answer = await searchProspects('');
      if (gone || !answer.ok) return;
      const newest = answer.prospects
        .filter(({ lastAt }) => lastAt !== null)
        .sort((a, b) => (b.lastAt ?? '').localeCompare(a.lastAt ?? ''));
      setRecent(newest.slice(0, mostRecent));
    };
    void load();
    const stop = onChange((what) => what === 'memory' && void load());
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return recent;
}

/** Everything the popup shows and does. */
export function usePopup(): PopupProps {
  const windowId = useWindowId();
  const context = usePageContext();
  const outbox = useOutbox();
  const [first, ...others] = context?.prospects ?? [];
  const quickLog = useQuickLog(first ?? null, outbox);
  const view = useStanding(first ?? null);
  const openPanel = () => {
    if (windowId === null) return;
    // Chrome opens it only in the click's own task, so nothing may be awaited before.
    void openSidePanel(windowId).then(() => window.close());
  };
  return {
    standing: first ? { prospect: first, view } : null,
    others: others.length,
    site: useSite(),
    quickLog,
    recent: useRecent(),
    outbox: outbox.items,
    onRetry: outbox.retry,
    onOpenPanel: openPanel,
    onOpenProspect: (prospect) => {
      void want(prospect, windowId ?? undefined);
      openPanel();
    },
    onOpenOptions: openOptions,
  };
}
