import { browser } from 'wxt/browser';
import { z } from 'zod';
import { type Detection, detectionSchema } from '../../lib/detect/detection';

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

/** @returns the id of the tab in front of a window, or null where the window is gone. */
export async function activeTab(windowId: number): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, windowId });
  return tab?.id ?? null;
}
