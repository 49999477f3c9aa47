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
  /** Selectors without which nobody can be found; a report of an unreadable page names those missing. */
  needs: readonly string[];
  /** Selects everything that `detect` looks at, but the tab's title: what changes elsewhere is no reason to look. */
  reads: string;
  /** Says whether somebody has to be found now; absent: on each page that `path` fits. */
  expects?(document: Document, url: URL): boolean;
  /** Finds the element that the chip stands after, in the flow of the page; absent or null: it floats. */
  anchor?(document: Document): Element | null;
  /**
   * Says who is on the page. Changes nothing, asks nothing.
   *
   * @returns null where no event, record, thread or profile is open.
   */
  detect(document: Document, url: URL): Detection | null;
}

/** Says whether a host is one of a pattern's. */
export function hostMatches(host: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? `.${host}`.endsWith(pattern.slice(1)) : host === pattern;
}

/** Picks the site that a page belongs to, by its host and path; the first in the table wins. */
export function siteOf(sites: readonly Site[], url: URL): Site | null {
  const address = url.pathname + url.search + url.hash;
  const isHere = ({ hosts, path }: Site) =>
    (hosts === null || hosts.some((pattern) => hostMatches(url.hostname, pattern))) &&
    path.test(address);
  return sites.find(isHere) ?? null;
}

/**
 * Picks the site that a sample page of this project says it imitates. Only sample pages may be
 * asked: any page could hold the mark.
 */
export function sampledSite(sites: readonly Site[], document: Document): Site | null {
  const mark = document.querySelector('meta[name="salesmemory-sample"]');
  return sites.find(({ site }) => site === mark?.getAttribute('content')) ?? null;
}
