import { openSidePanel, pageIsIn, sidePanelIsOpen as panelIsOpen } from '../pages/sidePanel';

export { pageIsIn, panelIsOpen };

/**
 * Closes the side panel of a window, where the browser can (Chrome from version 141).
 *
 * @returns whether it did
 */
export async function closePanel(windowId: number): Promise<boolean> {
  const { sidePanel } = globalThis.chrome ?? {};
  try {
    await sidePanel?.close?.({ windowId });
    return typeof sidePanel?.close === 'function';
  } catch {
    return false;
  }
}

/**
 * Opens the side panel of a window. Call it before the first await of a handler: it takes a gesture.
 *
 * @returns whether it opened; without a gesture it stays closed and the chip remains.
 */
export function openPanel(windowId: number): Promise<boolean> {
  return openSidePanel(windowId).then(
    () => true,
    () => false,
  );
}
