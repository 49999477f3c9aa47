import { browser } from 'wxt/browser';
import { withinReach } from '../../lib/reach';
import {
  defaultSettings,
  loadSettings,
  obeyPolicy,
  type Settings,
  watchSettings,
} from '../../lib/settings';

/**
 * The settings at hand without waiting: a gesture of the rep lasts for no await, and the worker may
 * have just been woken by it. Until they are read, the defaults hold.
 */
let current: Settings = defaultSettings;

/** Resolves once the stored settings are read; for whatever needs an address or a key. */
const ready: Promise<void> = loadSettings().then((stored) => {
  current = withinReach(stored);
});

/** @returns the settings as far as they are known in this very moment. */
export function settingsNow(): Settings {
  return current;
}

/** @returns the stored settings. */
export async function settingsRead(): Promise<Settings> {
  await ready;
  return current;
}

/** Keeps the settings at hand up to date, and tells `onChange` of each change, the administrator's too. */
export function keepSettings(onChange: (settings: Settings) => void): void {
  const take = (settings: Settings) => {
    current = withinReach(settings);
    onChange(current);
  };
  watchSettings(take);
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') void obeyPolicy().then(loadSettings).then(take);
  });
  void obeyPolicy();
}
