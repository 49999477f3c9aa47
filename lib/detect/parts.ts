import type { Observe } from './site';

/** Says whether a change of the page's structure brings, takes or touches a part that is read. */
function touches(records: readonly MutationRecord[], surface: string): boolean {
  let last: Node | null = null;
  for (const { target, addedNodes, removedNodes } of records) {
    if (target !== last && (target as Element).closest?.(surface) != null) return true;
    last = target;
    for (const node of [...addedNodes, ...removedNodes]) {
      if (node.nodeType !== 1) continue;
      const element = node as Element;
      if (element.matches(surface) || element.querySelector(surface) !== null) return true;
    }
  }
  return false;
}

/**
 * Observes some parts of a page wholly, and the rest only for these parts coming and going: what
 * changes elsewhere costs next to nothing.
 *
 * @param surface selects the parts
 */
export function partsOnly(surface: string): Observe {
  return (document, attributeFilter, changed, signal) => {
    const window = document.defaultView as Window & typeof globalThis;
    const inner = new window.MutationObserver(changed);
    let watched: Element[] = [];
    const bind = () => {
      const parts = [...document.querySelectorAll(surface)];
      if (parts.length === watched.length && parts.every((part, at) => part === watched[at]))
        return;
      watched = parts;
      inner.disconnect();
      // A part is shown and hidden by what it stands in, too. Ancestors come first: one that is a
      // part itself is then observed wholly.
      for (const part of parts)
        for (let up = part.parentElement; up !== null; up = up.parentElement)
          inner.observe(up, { attributeFilter });
      for (const part of parts)
        inner.observe(part, {
          subtree: true,
          childList: true,
          characterData: true,
          attributeFilter,
        });
    };
    const outer = new window.MutationObserver((records) => {
      if (!touches(records, surface)) return;
      bind();
      changed();
    });
    outer.observe(document.documentElement, { subtree: true, childList: true });
    signal.addEventListener('abort', () => {
      outer.disconnect();
      inner.disconnect();
    });
    bind();
  };
}
