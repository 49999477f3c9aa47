/** Who says a message: a script on a web page, or the extension itself, a page of it or its background. */
export type Origin = 'content' | 'page';

/** What the browser says of who sent a message. */
export interface Sender {
  id?: string;
  url?: string;
  origin?: string;
  tab?: unknown;
}

function addressOf({ origin, url }: Sender): URL | null {
  const address = origin ?? url ?? '';
  return URL.canParse(address) ? new URL(address) : null;
}

/**
 * Tells the extension's own pages from scripts on web pages by the address that the browser vouches
 * for. Having a tab says nothing: the options page lives in one too.
 *
 * @returns null for everybody else, other extensions included.
 */
export function originOf(sender: Sender, self: { id: string; origin: string }): Origin | null {
  if (sender.id !== self.id) return null;
  const from = sender.origin ?? addressOf(sender)?.origin ?? null;
  if (from === self.origin) return 'page';
  return sender.tab === undefined ? null : 'content';
}

/** @returns the host of the page that a message comes from; null where it has none. */
export function hostOf(sender: Sender): string | null {
  return addressOf(sender)?.hostname || null;
}

/** @returns the origin of the page that a message comes from; empty where it has none. */
export function siteOf(sender: Sender): string {
  return addressOf(sender)?.origin ?? '';
}
