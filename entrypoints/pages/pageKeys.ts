/** Where `storage.session` holds what a tab is about: the background writes, a panel that opens reads. */
export const pageKey = (tabId: number) => `page:${tabId}`;

/** Where it holds whom a tab shows; without a number, what the keys of all tabs begin with. */
export const peopleKey = (tabId: number | '') => `people:${tabId}`;
