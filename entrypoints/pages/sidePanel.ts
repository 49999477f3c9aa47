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

/** @returns whether the side panel of a window is open. */
export async function sidePanelIsOpen(windowId: number): Promise<boolean> {
  if (import.meta.env.FIREFOX) return sidebar().isOpen({ windowId });
  const open = await chrome.runtime.getContexts({
    contextTypes: [chrome.runtime.ContextType.SIDE_PANEL],
    windowIds: [windowId],
  });
  return open.length > 0;
}
