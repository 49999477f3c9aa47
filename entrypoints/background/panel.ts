import { browser } from 'wxt/browser';
/**
 * Opens the side panel of a window. Chrome takes it only in the task of a user's gesture: call it
 * before the first await of a handler.
 *
 * @returns whether it opened; without a gesture it stays closed and the chip remains.
 */
export function openPanel(windowId: number): Promise<boolean> {
  return browser.sidePanel.open({ windowId }).then(
    () => true,
    () => false,
  );
}

/** @returns whether the side panel of a window is open. */
export async function panelIsOpen(windowId: number): Promise<boolean> {
  const open = await browser.runtime.getContexts({
    contextTypes: [browser.runtime.ContextType.SIDE_PANEL],
    windowIds: [windowId],
  });
  return open.length > 0;
}
