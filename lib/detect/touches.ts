/** Past so many nodes of a burst, a look at the page is cheaper than asking what they are. */
const MOST_NODES = 400;

/**
 * Says whether changes of a page bring, take or touch something that is read, or what it stands in.
 *
 * @param read selects everything that a site's detector looks at
 */
export function touches(records: readonly MutationRecord[], read: string): boolean {
  let asked = 0;
  const holds = (node: Node): boolean => {
    asked += 1;
    const element = node as Element;
    return (
      asked > MOST_NODES ||
      (node.nodeType === 1 && (element.matches(read) || element.querySelector(read) !== null))
    );
  };
  return records.some(({ target, addedNodes, removedNodes, attributeName }) => {
    const at = (target.nodeType === 1 ? target : target.parentElement) as Element | null;
    if (at?.closest(read)) return true;
    // What shows and hides acts upon all inside, and by style sheets upon what stands beside it; any
    // other attribute may have been what marked the element.
    return attributeName
      ? /href|data/.test(attributeName) || holds(target.parentElement ?? target)
      : [...addedNodes, ...removedNodes].some(holds);
  });
}
