import { browser } from 'wxt/browser';
import { z } from 'zod';
import { type Detection, detectionSchema } from '../../lib/detect/detection';
import { type UnreadPage, unreadPageSchema } from '../../lib/detect/health';
import type { Prospect } from '../../lib/identity/prospect';
import { isAt, pagesIn, type TabPages, tabPagesKey } from '../pages/tabPages';

/**
 * What each tab is about, as its content script last said, and what is wrong with a page that should
 * name somebody. Kept in `storage.session`, because the worker can vanish at any time and the panel
 * must still know.
 */
const unreadKey = (tabId: number) => `unread:${tabId}`;
const saidSchema = z.object({ origin: z.string() });
const storedSchema = saidSchema.extend({ detection: detectionSchema });
const storedUnreadSchema = saidSchema.extend({ unread: unreadPageSchema });

/** The last change of what the tabs are about: one at a time, since each writes all of them. */
let lastChange: Promise<unknown> = Promise.resolve();

/** @param change gets what is stored of each tab, and returns it as it is to be, or the same */
function changePages(change: (pages: TabPages) => TabPages): Promise<void> {
  const done = lastChange.then(async () => {
    const before = pagesIn(await browser.storage.session.get(tabPagesKey));
    const after = change(before);
    if (after !== before) await browser.storage.session.set({ [tabPagesKey]: after });
  });
  lastChange = done.catch(() => undefined);
  return done;
}

/** A tab as the browser tells it: without an address where we may not read it. */
interface Tab {
  id: number;
  url?: string | undefined;
}

/**
 * Remembers what a tab is about, and whom it shows; null where its surface closed.
 *
 * @param origin of the page that said so
 */
export function rememberPage(
  tabId: number,
  said: { detection: Detection; prospects: readonly Prospect[]; origin: string } | null,
): Promise<void> {
  return changePages((pages) => {
    const { [tabId]: before, ...others } = pages;
    if (said === null) return before ? others : pages;
    const { detection, prospects: people, origin } = said;
    return { ...others, [tabId]: { detection, origin, people } };
  });
}

/** Who is a prospect has to be told anew: the rep changed who isn't. */
export function dropPeople(): Promise<void> {
  return changePages((pages) =>
    Object.fromEntries(
      Object.entries(pages).map(([tabId, { people: _, ...page }]) => [tabId, page]),
    ),
  );
}

/** @returns what a tab is about, or null where nothing was found on it. */
export async function pageOf(tab: Tab): Promise<Detection | null> {
  return (await seenOn(tab)).detection;
}

/** @returns what a tab is about, and what is wrong with its page; null each where there is nothing. */
export async function seenOn({
  id,
  url,
}: Tab): Promise<{ detection: Detection | null; unread: UnreadPage | null }> {
  await lastChange;
  const stored = await browser.storage.session.get([tabPagesKey, unreadKey(id)]);
  const page = storedSchema.safeParse(pagesIn(stored)[id]).data;
  const problem = storedUnreadSchema.safeParse(stored[unreadKey(id)]).data;
  return {
    detection: page && isAt(url, page.origin) ? page.detection : null,
    unread: problem && isAt(url, problem.origin) ? problem.unread : null,
  };
}

/** Remembers what is wrong with a tab's page; null where nothing is. */
export async function rememberUnread(
  tabId: number,
  said: { unread: UnreadPage; origin: string } | null,
): Promise<void> {
  if (said === null) await browser.storage.session.remove(unreadKey(tabId));
  else await browser.storage.session.set({ [unreadKey(tabId)]: said });
}

/** @returns the tab in front of a window, or null where the window is gone. */
export async function activeTab(windowId: number): Promise<Tab | null> {
  const [tab] = await browser.tabs.query({ active: true, windowId });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url };
}
