import type { Brief } from '../../lib/brief/types';
import type { Detection } from '../../lib/detect/detection';
import type { Prospect } from '../../lib/identity/prospect';
import type { PageContext } from '../../lib/messages';
import { pageKey, peopleKey } from '../pages/pageKeys';
import { wantedNow } from '../pages/wanted';
import { firstPaint } from './firstPaint';

/** What a panel that opens can paint before anybody was asked. */
export interface AtOnce {
  /** Whom the tab in front names; null where it names nobody, or that isn't known. */
  context: PageContext | null;
  /** Whom the rep asked for elsewhere than in the panel. */
  wanted: Prospect | null;
  /** The session's newest brief of whichever of them the panel is about. */
  brief: Brief | null;
}

/** What the background remembers of a tab. Written by it alone. */
async function pageOf(tabId: number): Promise<PageContext | null> {
  const [page, people] = [pageKey(tabId), peopleKey(tabId)];
  const kept = await chrome.storage.session.get([page, people]);
  const detection = (kept[page] as { detection: Detection } | undefined)?.detection;
  const prospects = kept[people] as Prospect[] | undefined;
  return detection && prospects?.length ? { tabId, detection, prospects } : null;
}

async function read(): Promise<AtOnce> {
  const front = chrome.tabs.query({ active: true, currentWindow: true });
  const [wanted, context] = await Promise.all([
    wantedNow(),
    front.then(([tab]) => (tab?.id === undefined ? null : pageOf(tab.id))),
  ]);
  const about = wanted ?? context?.prospects[0];
  return { context, wanted, brief: about ? await firstPaint(about) : null };
}

/** @returns what there is now. Where that can't be told, the panel begins with nothing. */
export const heldNow = (): Promise<AtOnce> =>
  read().catch(() => ({ context: null, wanted: null, brief: null }));

/** @returns what the page's head has asked for already (`entrypoints/at-once.ts`), else what there is now. */
export const heldAtOnce = (): Promise<AtOnce> =>
  (globalThis as { atOnce?: Promise<AtOnce> }).atOnce ?? heldNow();
