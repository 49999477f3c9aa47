import { browser } from 'wxt/browser';
import { z } from 'zod';
import { type Detection, detectionSchema } from '../../lib/detect/detection';
import { type UnreadPage, unreadPageSchema } from '../../lib/detect/health';
import type { Prospect } from '../../lib/identity/prospect';
import { pageKey, peopleKey } from '../pages/pageKeys';

/**
 * What each tab is about, as its content script last said, and what is wrong with a page that should
 * name somebody. Kept in `storage.session`, because the worker can vanish at any time and the panel
 * must still know.
 */
const unreadKey = (tabId: number) => `unread:${tabId}`;
const storedSchema = z.object({ detection: detectionSchema.nullable() });

/** Remembers what a tab is about, and whom it shows; null where its surface closed. */
export async function rememberPage(
  tabId: number,
  detection: Detection | null,
  prospects: readonly Prospect[] = [],
): Promise<void> {
  const names = [pageKey(tabId), peopleKey(tabId)] as const;
  if (detection === null) await browser.storage.session.remove([...names]);
  else await browser.storage.session.set({ [names[0]]: { detection }, [names[1]]: prospects });
}

/** Who is a prospect has to be told anew: the rep changed who isn't. */
export async function dropPeople(): Promise<void> {
  const names = Object.keys(await browser.storage.session.get(null));
  await browser.storage.session.remove(names.filter((name) => name.startsWith(peopleKey(''))));
}

/** @returns what a tab is about, or null where nothing was found on it. */
export async function pageOf(tabId: number): Promise<Detection | null> {
  return (await seenOn(tabId)).detection;
}

/** @returns what a tab is about, and what is wrong with its page; null each where there is nothing. */
export async function seenOn(
  tabId: number,
): Promise<{ detection: Detection | null; unread: UnreadPage | null }> {
  const names = [pageKey(tabId), unreadKey(tabId)] as const;
  const stored = await browser.storage.session.get([...names]);
  const [page, unread] = names.map((name) => stored[name]);
  return {
    detection: storedSchema.safeParse(page).data?.detection ?? null,
    unread: unreadPageSchema.safeParse(unread).data ?? null,
  };
}

/** Remembers what is wrong with a tab's page; null where nothing is. */
export async function rememberUnread(tabId: number, problem: UnreadPage | null): Promise<void> {
  if (problem === null) await browser.storage.session.remove(unreadKey(tabId));
  else await browser.storage.session.set({ [unreadKey(tabId)]: problem });
}

/** @returns the id of the tab in front of a window, or null where the window is gone. */
export async function activeTab(windowId: number): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, windowId });
  return tab?.id ?? null;
}
