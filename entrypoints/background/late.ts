/** What the browser says of who sent a message from a tab. */
interface Speaker {
  url?: string | undefined;
  documentId?: string | undefined;
  tab?: { id?: number | undefined; url?: string | undefined } | undefined;
}

/** The document of each tab that spoke last while its tab was on it, since the worker was started. */
const spokeLast = new Map<number, string | undefined>();

/**
 * Notes that a page speaks. Two pages are two processes: the last word of the one that is left can be
 * heard after the first of the next, and would say that nobody is on that.
 *
 * @returns whether its word counts: not where its tab has left it, and another page has spoken since
 */
export function heard({ url, documentId, tab }: Speaker): boolean {
  if (tab?.id === undefined) return true;
  // Without an address it can't be told.
  const isLeft = tab.url !== undefined && tab.url !== url;
  if (!isLeft) spokeLast.set(tab.id, documentId);
  return !isLeft || !spokeLast.has(tab.id) || spokeLast.get(tab.id) === documentId;
}

/** A tab that is closed says nothing more. */
export function forgetSpeaker(tabId: number): void {
  spokeLast.delete(tabId);
}
