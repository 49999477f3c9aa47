import { browser } from 'wxt/browser';
import { z } from 'zod';
import { type Detection, detectionSchema } from '../../lib/detect/detection';
import { type UnreadPage, unreadPageSchema } from '../../lib/detect/health';

/**
 * What each tab is about, as its content script last said. Kept in `storage.session`, because the
 * worker can vanish at any time and the panel must still know.
 */
const key = (tabId: number) => `page:${tabId}`;
const storedSchema = z.object({ detection: detectionSchema.nullable() });

/** Remembers what a tab is about; null where its surface closed. */
export async function rememberPage(tabId: number, detection: Detection | null): Promise<void> {
  if (detection === null) await browser.storage.session.remove(key(tabId));
  else await browser.storage.session.set({ [key(tabId)]: { detection } });
}

/** @returns what a tab is about, or null where nothing was found on it. */
export async function pageOf(tabId: number): Promise<Detection | null> {
  const stored = (await browser.storage.session.get(key(tabId)))[key(tabId)];
  const parsed = storedSchema.safeParse(stored);
  return parsed.success ? parsed.data.detection : null;
}

const unreadKey = (tabId: number) => `unread:${tabId}`;

/** Remembers what is wrong with a tab's page; null where nothing is. */
export async function rememberUnread(tabId: number, problem: UnreadPage | null): Promise<void> {
  if (problem === null) await browser.storage.session.remove(unreadKey(tabId));
  else await browser.storage.session.set({ [unreadKey(tabId)]: problem });
}

/** @returns what is wrong with a tab's page, or null. */
export async function unreadOf(tabId: number): Promise<UnreadPage | null> {
  const stored = (await browser.storage.session.get(unreadKey(tabId)))[unreadKey(tabId)];
  const parsed = unreadPageSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

/** @returns the id of the tab in front of a window, or null where the window is gone. */
export async function activeTab(windowId: number): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, windowId });
  return tab?.id ?? null;
}
