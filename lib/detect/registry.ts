import { hostMatches, type Site } from './site';
import { googleCalendar } from './sites/google-calendar';

/** Sites of the calendars' script. */
export const calendarSites: readonly Site[] = [googleCalendar];

/** Mark by which a sample page of this project says what it imitates. */
const SAMPLE = 'meta[name="salesmemory-sample"]';

/**
 * Picks the site that a page belongs to, by its host and path; the first in the table wins.
 *
 * @param samples whether sample pages on this machine count (never in a build for the store).
 */
export function siteOf(
  sites: readonly Site[],
  document: Document,
  url: URL,
  samples = false,
): Site | null {
  if (samples && url.hostname === '127.0.0.1') {
    const imitated = document.querySelector(SAMPLE)?.getAttribute('content');
    return sites.find(({ site }) => site === imitated) ?? null;
  }
  return (
    sites.find(
      ({ hosts, path }) =>
        hostMatches(url.hostname, hosts) && path.test(url.pathname + url.search + url.hash),
    ) ?? null
  );
}
