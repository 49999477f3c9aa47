import { openSidePanel, sidePanelIsOpen as panelIsOpen } from '../pages/sidePanel';

export { panelIsOpen };

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
