import type { Unread } from './health';
import type { Site } from './site';
import { firstShown } from './visible';

/**
 * Says what is wrong with a page on which nobody was found.
 *
 * @returns null where nobody has to be there: no record, event or thread is open.
 */
export function unreadOn(site: Site, document: Document, url: URL): Unread | null {
  if (!(site.expects?.(document, url) ?? true)) return null;
  const missing = site.needs.filter((selector) => firstShown(document, selector) === null);
  return { site: site.site, missing };
}
