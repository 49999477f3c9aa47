/** Where `storage.session` holds what a tab is about: the background writes, a panel that opens reads. */
export const pageKey = (tabId: number) => `page:${tabId}`;

/** Where it holds whom a tab shows; without a number, what the keys of all tabs begin with. */
export const peopleKey = (tabId: number | '') => `people:${tabId}`;

/**
 * Whether a tab is still on the site whose page spoke of it: the last word of a page that goes can get
 * lost. A tab without an address is where no script of ours runs.
 */
export const isAt = (url: string | undefined, origin: string | undefined): boolean =>
  !!url?.startsWith(`${origin}/`);
