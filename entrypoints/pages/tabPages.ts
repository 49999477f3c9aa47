import type { Detection } from '../../lib/detect/detection';
import type { Prospect } from '../../lib/identity/prospect';

/** What a tab is about, as its page last said. */
interface TabPage {
  detection: Detection;
  /** Of the page that said so. */
  origin: string;
  /** Whom it shows; absent where that has to be told anew. */
  people?: readonly Prospect[];
}

/** By the tab's id. */
export type TabPages = Record<number, TabPage>;

/**
 * Where `storage.session` holds it: the background writes, a panel that opens reads. All tabs are under
 * one key, since a panel asks for them before it knows which one is in front.
 */
export const tabPagesKey = 'pages';

/** @returns what each tab is about, in what was read of `storage.session`. */
export const pagesIn = (stored: Record<string, unknown>): TabPages =>
  (stored[tabPagesKey] ?? {}) as TabPages;

/**
 * Whether a tab is still on the site whose page spoke of it: the last word of a page that goes can get
 * lost. A tab without an address is where no script of ours runs.
 */
export const isAt = (url: string | undefined, origin: string | undefined): boolean =>
  !!url?.startsWith(`${origin}/`);
