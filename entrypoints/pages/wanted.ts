import type { Prospect } from '../../lib/identity/prospect';

const key = 'wanted';

/** Somebody whom the panel is to show next, asked for elsewhere than in the panel. */
interface Wanted {
  prospect: Prospect;
  /** Tells two wishes for the same person apart. */
  at: number;
}

/** Leaves for the panel whom it is to show: the popup, or the address bar, asks for somebody. */
export async function want(prospect: Prospect): Promise<void> {
  const wanted: Wanted = { prospect, at: Date.now() };
  await chrome.storage.session.set({ [key]: wanted });
}

/** @returns whoever waits to be shown; who takes them is `onWanted`. */
export async function wantedNow(): Promise<Prospect | null> {
  const wanted = (await chrome.storage.session.get(key))[key] as Wanted | undefined;
  return wanted?.prospect ?? null;
}

/** Takes whoever is wanted, now and later. Only our own pages write here. @returns how to stop. */
export function onWanted(take: (prospect: Prospect) => void): () => void {
  const use = (stored: unknown) => {
    if (stored === undefined) return;
    void chrome.storage.session.remove(key);
    take((stored as Wanted).prospect);
  };
  void chrome.storage.session.get(key).then((kept) => use(kept[key]));
  const listener = (changes: Record<string, chrome.storage.StorageChange>) => {
    if (key in changes) use(changes[key]?.newValue);
  };
  chrome.storage.session.onChanged.addListener(listener);
  return () => chrome.storage.session.onChanged.removeListener(listener);
}
