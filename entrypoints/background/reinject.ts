import { browser } from 'wxt/browser';
import { inject, syncSites } from './sites';

/**
 * Gives tabs that are already open the current content scripts: those of the version before are cut
 * off from the extension, and tabs from before the installation have none. Chrome forgets registered
 * scripts with an update, so sites that the rep switched on are registered anew.
 */
export async function reinject(): Promise<void> {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  for (const { matches, js } of scripts) {
    if (matches && js) await inject(matches, js);
  }
  await syncSites();
}
