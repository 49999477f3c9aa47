/** Firefox has a sidebar where Chrome has the side panel. Only one of the two is in a build. */
interface Sidebar {
  open(): Promise<void>;
  isOpen(details: { windowId: number }): Promise<boolean>;
}

const sidebar = () => (chrome as unknown as { sidebarAction: Sidebar }).sidebarAction;

/**
 * Opens the side panel of a window. Browsers take it only in the task of a user's gesture, so
 * nothing may be awaited before. Firefox takes no gesture on a web page for one, only its own menus
 * and buttons.
 *
 * @throws where the browser sees no gesture
 */
export function openSidePanel(windowId: number): Promise<void> {
  return import.meta.env.FIREFOX ? sidebar().open() : chrome.sidePanel.open({ windowId });
}

const key = 'panels';

/** In which window each page is that asked what is in front of it, by the page's own id. */
type Windows = Record<string, number>;

async function windowsOfPages(): Promise<Windows> {
  return ((await chrome.storage.session.get(key))[key] as Windows | undefined) ?? {};
}

/** More pages than this are never open at a time. */
const mostPages = 16;

/**
 * Notes in which window a page of ours is: of a side panel, Chrome itself says −1 (as of 156).
 *
 * @param documentId as the browser gives it to whoever gets a message of the page
 */
export async function pageIsIn(documentId: string, windowId: number): Promise<void> {
  const known = await windowsOfPages();
  if (known[documentId] === windowId) return;
  const kept = Object.entries({ ...known, [documentId]: windowId }).slice(-mostPages);
  await chrome.storage.session.set({ [key]: Object.fromEntries(kept) });
}

/** @returns whether the side panel of a window is open. */
export async function sidePanelIsOpen(windowId: number): Promise<boolean> {
  if (import.meta.env.FIREFOX) return sidebar().isOpen({ windowId });
  const contextTypes = [chrome.runtime.ContextType.SIDE_PANEL];
  const open = await chrome.runtime.getContexts({ contextTypes });
  if (open.length === 0) return false;
  const told = await windowsOfPages();
  // One that hasn't asked yet has only just been opened, which is done where somebody is looking.
  return open.some(({ documentId, windowId: said }) => {
    const known = said >= 0 ? said : told[documentId ?? ''];
    return known === undefined || known === windowId;
  });
}
