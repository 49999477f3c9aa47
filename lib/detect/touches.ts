/** Past so many nodes of a burst, a look at the page is cheaper than asking what they are. */
const MOST_NODES = 400;

/**
 * Says whether changes of a page bring, take or touch something that is read, or what it stands in.
 * Plain loops that make nothing: half the time of sets and spreads, on a page that changes all day.
 *
 * @param read selects everything that a site's detector looks at
 */
export function touches(records: readonly MutationRecord[], read: string): boolean {
  // A text has neither method.
  const holds = (node: Partial<Element>) => node.matches?.(read) || node.querySelector?.(read);
  let asked: Node | null = null;
  let shownIn: Node | null = null;
  let nodes = 0;
  for (const { target, attributeName, addedNodes, removedNodes } of records) {
    const around = target.parentElement;
    if (
      target !== asked &&
      ((target as Partial<Element> & Node).closest?.(read) || around?.closest(read))
    )
      return true;
    asked = target;
    if (attributeName) {
      // An attribute that doesn't show or hide may have been what marked its element.
      if (/href|data/.test(attributeName)) return true;
      // What shows and hides acts upon all inside, and by style sheets upon what stands beside it.
      if (around !== shownIn && around && holds(around)) return true;
      shownIn = around;
    }
    for (const list of [addedNodes, removedNodes])
      for (const node of list) if (++nodes > MOST_NODES || holds(node as Element)) return true;
  }
  return false;
}
