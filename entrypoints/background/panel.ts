import { browser } from 'wxt/browser';

/** Firefox's part of the API that Chrome's types don't know. */
interface Sidebar {
  sidebarAction: {
    open(): Promise<void>;
    isOpen(details: { windowId: number }): Promise<boolean>;
  };
}
const { sidebarAction } = browser as unknown as Sidebar;

/** Firefox has a sidebar instead of a side panel, and opens it on a click on its own buttons only. */
async function open(windowId: number): Promise<void> {
  if (import.meta.env.FIREFOX) await sidebarAction.open();
  else await browser.sidePanel.open({ windowId });
}

/**
 * Opens the side panel of a window. Chrome takes it only in the task of a user's gesture: call it
 * before the first await of a handler.
 *
 * @returns whether it opened; without a gesture it stays closed and the chip remains.
 */
export function openPanel(windowId: number): Promise<boolean> {
  return open(windowId).then(
    () => true,
    () => false,
  );
}

/** @returns whether the side panel of a window is open. */
export async function panelIsOpen(windowId: number): Promise<boolean> {
  if (import.meta.env.FIREFOX) return sidebarAction.isOpen({ windowId });
  const open = await browser.runtime.getContexts({
    contextTypes: [browser.runtime.ContextType.SIDE_PANEL],
    windowIds: [windowId],
  });
  return open.length > 0;
}
