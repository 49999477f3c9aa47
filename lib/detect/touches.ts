/** Past so many nodes of a burst, a look at the page is cheaper than asking what they are. */
const MOST_NODES = 400;

/**
 * Says whether changes of a page bring, take or touch something that is read, or what it stands in.
 *
 * @param read selects everything that a site's detector looks at
 */
export function touches(records: readonly MutationRecord[], read: string): boolean {
  const targets = new Set(records.map(({ target }) => target));
  // What shows and hides acts upon all inside, and by style sheets upon what stands beside it.
  const nodes = new Set(
    records.flatMap(({ target, attributeName, addedNodes, removedNodes }) =>
      attributeName ? [target.parentElement ?? target] : [...addedNodes, ...removedNodes],
    ),
  );
  return (
    targets.size + nodes.size > MOST_NODES ||
    // An attribute that doesn't show or hide may have been what marked its element.
    records.some(({ attributeName }) => attributeName && /href|data/.test(attributeName)) ||
    [...targets].some((node) => (isElement(node) ? node : node.parentElement)?.closest(read)) ||
    [...nodes].some((node) => isElement(node) && (node.matches(read) || node.querySelector(read)))
  );
}

const isElement = (node: Node): node is Element => node.nodeType === 1;
