import type { Detection } from './detection';

/** One site that prospects are found on. */
export interface Site {
  site: Detection['site'];
  /**
   * As in match patterns: `*.example.com` is that host and all under it, and never
   * `example.com.evil.org`. Null is any host that no other site names: such a site runs only where
   * the rep switched it on.
   */
  hosts: readonly string[] | null;
  /** What `pathname` (with `hash`, for sites that route by it) must look like. */
  path: RegExp;
  kind: Detection['kind'];
  /**
   * Says who is on the page. Changes nothing, asks nothing.
   *
   * @returns null where no event, record, thread or profile is open.
   */
  detect(document: Document, url: URL): Detection | null;
}

function hostMatches(host: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? `.${host}`.endsWith(pattern.slice(1)) : host === pattern;
}

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
        (hosts === null || hosts.some((pattern) => hostMatches(url.hostname, pattern))) &&
        path.test(url.pathname + url.search + url.hash),
    ) ?? null
  );
}
