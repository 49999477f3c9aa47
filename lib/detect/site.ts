import type { Detection } from './detection';

/** One site that prospects are found on. */
export interface Site {
  site: Detection['site'];
  /**
   * Compared by suffix at a dot, so that `example.com` never means `example.com.evil.org`. Null is
   * any host that no other site names: such a site runs only where the rep switched it on.
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

/** Says whether a host is one of the given or lies under one. */
export function hostMatches(host: string, suffixes: readonly string[]): boolean {
  return suffixes.some((suffix) => host === suffix || host.endsWith(`.${suffix}`));
}
