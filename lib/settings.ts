import { storage } from 'wxt/utils/storage';
import { type Policy, policyOf, underPolicy } from './policy';
import { secretsOf, withoutSecrets, withSecrets } from './secrets';
import { merged, migrated } from './settings-migrations';
import { defaultSettings, type Settings, settingsSchema } from './settings-shape';

export * from './settings-shape';

const item = storage.defineItem<unknown>('local:settings', { fallback: {} });
const sessionKeys = storage.defineItem<unknown>('session:keys', { fallback: null });

const parse = (stored: unknown): Settings =>
  settingsSchema.catch(defaultSettings).parse(migrated(stored));

/** @returns what the administrator set; nothing where the browser isn't managed. */
export async function loadPolicy(): Promise<Policy> {
  try {
    return policyOf(await storage.snapshot('managed'));
  } catch {
    // Firefox rejects where there is no policy; not every browser has the area.
    return {};
  }
}

/** @returns the rep's own settings, without what an administrator set; keys from where they are. */
async function ownSettings(): Promise<Settings> {
  const settings = parse(await item.getValue());
  const apart = await sessionKeys.getValue();
  return apart === null ? settings : withSecrets(settings, apart);
}

/** @returns the settings that hold: the rep's, each missing or broken field at its default, under policy. */
export async function loadSettings(): Promise<Settings> {
  return underPolicy(await ownSettings(), await loadPolicy());
}

/**
 * Changes the named settings and leaves the others as they are. A value that isn't of its setting's type
 * counts as not set.
 */
export function saveSettings(patch: Partial<Settings>): Promise<void> {
  // One after the other, of whatever page: each stores all that it has read.
  return navigator.locks.request('salesmemory-settings', async () => {
    const settings = settingsSchema.parse({ ...(await ownSettings()), ...patch });
    const apart = underPolicy(settings, await loadPolicy()).keysForSession;
    const store = async (kept: Settings) => item.setValue(merged(await item.getValue(), kept));
    // First where they are going to be read from, so that no moment is without them.
    if (apart) {
      await sessionKeys.setValue(secretsOf(settings));
      await store(withoutSecrets(settings));
    } else {
      await store(settings);
      await sessionKeys.setValue(null);
    }
  });
}

/**
 * Takes keys out of what outlives the browser, where an administrator wants them kept for the session
 * only and they were stored before. They stay at hand until the browser closes.
 */
export async function obeyPolicy(): Promise<void> {
  const { keysForSession } = await loadPolicy();
  const stored = secretsOf(parse(await item.getValue()));
  if (keysForSession && Object.values(stored).some((key) => key !== '')) await saveSettings({});
}

/** Calls `onChange` with the new settings at each change. @returns how to stop. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  const changed = () => void loadSettings().then(onChange);
  const stops = [item.watch(changed), sessionKeys.watch(changed)];
  return () => {
    for (const stop of stops) stop();
  };
}
