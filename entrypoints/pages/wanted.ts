import type { Prospect } from '../../lib/identity/prospect';

/** Where `storage.session` holds whoever is wanted. */
export const wantedKey = 'wanted';

/** Somebody whom the panel is to show next, asked for elsewhere than in the panel. */
interface Wanted {
  prospect: Prospect;
  /** Tells two wishes for the same person apart. */
  at: number;
  /** The window whose panel is to show them; absent where any may. */
  windowId?: number;
}

const isFor = ({ windowId }: Wanted, here: number | undefined) =>
  windowId === undefined || windowId === here;

/**
 * Leaves for the panel whom it is to show: the popup, or the address bar, asks for somebody.
 *
 * @param windowId the window whose panel is meant: what others show is theirs
 */
export async function want(prospect: Prospect, windowId?: number): Promise<void> {
  const wanted: Wanted = { prospect, at: Date.now(), ...(windowId !== undefined && { windowId }) };
  await chrome.storage.session.set({ [wantedKey]: wanted });
}

/**
 * @param stored what `storage.session` holds under `wantedKey`
 * @returns whoever waits to be shown in the window `here`; who takes them is `onWanted`.
 */
export function wantedIn(stored: unknown, here: number | undefined): Prospect | null {
  const wanted = stored as Wanted | undefined;
  return wanted && isFor(wanted, here) ? wanted.prospect : null;
}

/**
 * Takes whoever is wanted in this page's window, now and later. Only our own pages write here.
 *
 * @returns how to stop
 */
export function onWanted(take: (prospect: Prospect) => void): () => void {
  const use = async (stored: unknown) => {
    if (stored === undefined) return;
    const wanted = stored as Wanted;
    if (!isFor(wanted, (await chrome.windows.getCurrent()).id)) return;
    void chrome.storage.session.remove(wantedKey);
    take(wanted.prospect);
  };
  void chrome.storage.session.get(wantedKey).then((kept) => use(kept[wantedKey]));
  const listener = (changes: Record<string, chrome.storage.StorageChange>) => {
    if (wantedKey in changes) void use(changes[wantedKey]?.newValue);
  };
  chrome.storage.session.onChanged.addListener(listener);
  return () => chrome.storage.session.onChanged.removeListener(listener);
}
