import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
/**
 * Gives tabs that are already open the current content scripts: those of the version before are cut
 * off from the extension, and tabs from before the installation have none.
 */
export async function reinject(): Promise<void> {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  for (const { matches, js } of scripts) {
    if (!matches || !js) continue;
    for (const tab of await browser.tabs.query({ url: matches })) {
      if (tab.id === undefined || tab.discarded) continue;
      // A page that takes no scripts (an error page, a tab just closed) needs none.
      await browser.scripting
        .executeScript({ target: { tabId: tab.id }, files: js as ScriptPublicPath[] })
        .catch(() => undefined);
    }
  }
}
