import { useEffect, useState } from 'react';
import type { PopupProps } from '../../components/Popup';
import type { Standing } from '../../components/popup/AboutPage';
import type { Brief } from '../../lib/brief/types';
import { prospectKey } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';
import { type ChipView, type KnownProspect, sendMessage } from '../../lib/messages';
import { asked, openOptions, searchProspects } from '../pages/ask';
import { onChange } from '../pages/changes';
import { briefsOf, lastBriefs } from '../pages/fewBriefs';
import { openSidePanel } from '../pages/sidePanel';
import { useOutbox } from '../pages/useOutbox';
import { usePageContext } from '../pages/usePageContext';
import { useQuickLog } from '../pages/useQuickLog';
import { meantPerson, useWho } from '../pages/useWho';
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

/** @returns how the deal with somebody stands: as it last was, then as it is, or why nobody can say. */
function useStanding(prospect: Prospect | null): Standing | null {
  const key = prospect && prospectKey(prospect);
  const [known, setKnown] = useState<{ key: string; view: ChipView | null; away: string | null }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what makes it another person
  useEffect(() => {
    if (!prospect || key === null) return;
    let gone = false;
    const load = async () => {
      const request = asked(sendMessage('brief', prospect));
      const [last] = await briefsOf(prospect, [lastBriefs]);
      if (last && !gone) setKnown({ key, view: viewOf(last), away: null });
      const answer = await request;
      if (gone) return;
      // What waits in this browser makes no score: the last one stays, where there is one.
      setKnown((before) =>
        answer.ok
          ? { key, view: viewOf(answer.brief), away: null }
          : { key, view: before?.key === key ? before.view : null, away: answer.message },
      );
    };
    void load();
    const stop = onChange((what) => what === 'memory' && void load());
    return () => {
      gone = true;
      stop();
    };
  }, [key]);
  if (!prospect) return null;
  const { view = null, away = null } = known?.key === key ? known : {};
  return { prospect, view, away };
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
  const [named = null, ...others] = context?.prospects ?? [];
  const who = useWho(named, context?.detection?.pageId ?? null);
  const first = (who && meantPerson(who)) ?? named;
  const quickLog = useQuickLog(context ? first : undefined, outbox);
  const standing = useStanding(first);
  const openPanel = () => {
    if (windowId === null) return;
    // Chrome opens it only in the click's own task, so nothing may be awaited before.
    void openSidePanel(windowId).then(() => window.close());
  };
  return {
    standing,
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
