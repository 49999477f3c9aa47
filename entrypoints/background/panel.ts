/**
 * Opens the side panel of a window. Chrome takes it only in the task of a user's gesture: call it
 * before the first await of a handler.
 *
 * @returns whether it opened; without a gesture it stays closed and the chip remains.
 */
export function openPanel(windowId: number): Promise<boolean> {
  return chrome.sidePanel.open({ windowId }).then(
    () => true,
    () => false,
  );
}
