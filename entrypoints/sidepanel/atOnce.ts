import type { FirstBriefProps } from '../../components/still/FirstBrief';
import type { Brief } from '../../lib/brief/types';
import { samePerson } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';
import type { PageContext } from '../../lib/messages';
import { isAt, pagesIn, type TabPages, tabPagesKey } from '../pages/tabPages';
import { wantedIn, wantedKey } from '../pages/wanted';
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
function pageOf({ id, url }: chrome.tabs.Tab, pages: TabPages): PageContext | null {
  const tabId = id as number;
  const { detection, people, origin } = pages[tabId] ?? {};
  return detection && people?.length && isAt(url, origin)
    ? { tabId, detection, prospects: [...people] }
    : null;
}

async function read(): Promise<AtOnce> {
  // In two steps, and little in each: whatever the browser is asked takes it a while, and what it gives, too.
  const [[tab], stored] = await Promise.all([
    chrome.tabs.query({ active: true, currentWindow: true }),
    chrome.storage.session.get([tabPagesKey, wantedKey]),
  ]);
  const wanted = wantedIn(stored[wantedKey], tab?.windowId);
  const context = tab ? pageOf(tab, pagesIn(stored)) : null;
  const about = wanted ?? context?.prospects[0];
  return { context, wanted, brief: about ? await firstPaint(about) : null };
}

const nothing: AtOnce = { context: null, wanted: null, brief: null };

/** @returns what there is now. Where that can't be told, the panel begins with nothing. */
export const heldNow = (): Promise<AtOnce> => read().catch(() => nothing);

/** @returns what the page's head has asked for (`entrypoints/at-once.ts`); nothing where it couldn't. */
export const heldAtOnce = async (): Promise<AtOnce> =>
  (globalThis as { atOnce?: Promise<AtOnce> }).atOnce ?? nothing;

/**
 * @returns the brief that can be drawn before the panel's own code runs; null where there is none, or
 * where the panel shows more above it: several people to choose from, or that it isn't about the page.
 */
export function drawnFirst({ context, wanted, brief }: AtOnce): FirstBriefProps | null {
  const [first, ...others] = context?.prospects ?? [];
  const prospect = wanted ?? first;
  if (!brief || !prospect || others.length > 0) return null;
  if (first && !samePerson(first, prospect)) return null;
  return { prospect, brief, detection: context?.detection ?? null };
}
