/**
 * Says whether an element is on the screen for the rep, as far as styles tell. Pages keep closed
 * dialogs and left records in their DOM, so being there means nothing.
 *
 * @returns false for anything inside a part that is hidden by attribute, ARIA or CSS.
 */
export function isShown(element: Element): boolean {
  return (
    element.closest('[hidden], [inert], [aria-hidden="true"]') === null &&
    element.checkVisibility({ visibilityProperty: true })
  );
}

/** More than any page shows a rep of one kind; a page with more is no page for reading. */
const MOST = 500;

/** Finds the first element for a selector that the rep can see. */
export function firstShown(root: ParentNode, selector: string): Element | null {
  return shown(root, selector)[0] ?? null;
}

/** Finds all elements for a selector that the rep can see, in document order. */
export function shown(root: ParentNode, selector: string): Element[] {
  return Array.prototype.slice.call(root.querySelectorAll(selector), 0, MOST).filter(isShown);
}
