import { defineContentScript } from 'wxt/utils/define-content-script';
import { lookWith } from '../../lib/detect/look';
import { type Site, sampledSite } from '../../lib/detect/site';
import { unreadOn } from '../../lib/detect/unread';
import { runOnPage } from '../../lib/overlay/run';
import { hear, send } from './wire';

/** Only builds made with WXT_SAMPLES=1 read the sample pages on this machine; no build for a store. */
const samples = import.meta.env.WXT_SAMPLES === '1';

/** Match patterns of the sample pages; none in a build for a store. */
const sampleMatches = samples ? ['http://127.0.0.1/*'] : [];

/**
 * Makes the content script of one site, so that a page loads the detector of its own site only.
 *
 * @param sampled whether sample pages may imitate it, in builds that have any.
 * @param also what else it does on the page, until the signal.
 */
export function siteScript(site: Site, sampled = false, also?: (signal: AbortSignal) => void) {
  return defineContentScript({
    matches: [
      ...(site.hosts ?? []).map((host) => `https://${host}/*`),
      ...(sampled ? sampleMatches : []),
    ],
    noScriptStartedPostMessage: true,
    main: (context) => {
      start([site], context);
      also?.(context.signal);
    },
  });
}

/**
 * Makes the content script for any site, the first that fits a page. It is in no manifest but that
 * of a build with samples: the background registers it for each origin that the rep switched on.
 */
export function sharedScript(sites: readonly Site[]) {
  return defineContentScript({
    registration: samples ? 'manifest' : 'runtime',
    matches: sampleMatches,
    noScriptStartedPostMessage: true,
    main: (context) => start(sites, context),
  });
}

/** The site of the page as it is now, and its address. */
function here(sites: readonly Site[]): { site: Site | null; url: URL } {
  const url = new URL(location.href);
  const sampled = samples && url.hostname === '127.0.0.1';
  if (sampled) return { site: sampledSite(sites, document), url };
  // The browser runs a script on its hosts only, so what is left to tell is the path.
  const address = url.pathname + url.search + url.hash;
  return { site: sites.find(({ path }) => path.test(address)) ?? null, url };
}

/** A second injection ends the first by the context's signal, so that one script serves a page. */
function start(sites: readonly Site[], context: Pick<AbortController, 'signal' | 'abort'>): void {
  const on =
    <T>(read: (site: Site, document: Document, url: URL) => T) =>
    () => {
      const { site, url } = here(sites);
      return site && read(site, document, url);
    };
  runOnPage(
    document,
    {
      look: on(lookWith),
      unread: on(unreadOn),
      anchor: on(({ anchor }) => anchor?.(document) ?? null),
      reads: sites.map(({ reads }) => reads).join(),
    },
    {
      detected: (detection) => send('detected', detection),
      unread: (problem) => send('unread', problem),
      openPanel: () => send('openPanel', undefined),
      chipMoved: (place) => send('chipMoved', place),
      onWord: (chip, leave) => hear({ chip, leave }),
      alive: () => chrome.runtime?.id !== undefined,
    },
    context,
  );
}
