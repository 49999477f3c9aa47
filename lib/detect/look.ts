import type { Detection } from './detection';
import type { Site } from './site';

/**
 * Reads a page with a site's detector. A page whose elements take the names of the document's own
 * methods ("clobbering") is read by nobody: it has nobody on it, and nothing is thrown into it.
 */
export function lookWith(site: Site, document: Document, url: URL): Detection | null {
  try {
    return site.detect(document, url);
  } catch {
    return null;
  }
}
