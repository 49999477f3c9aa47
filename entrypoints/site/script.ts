import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { Detection } from '../../lib/detect/detection';
import { lookWith } from '../../lib/detect/look';
import { type Site, sampledSite, siteOf } from '../../lib/detect/site';
import { onMessage, sendMessage } from '../../lib/messages';
import { runOnPage } from '../../lib/overlay/run';

/** Only builds made with WXT_SAMPLES=1 read the sample pages on this machine; no build for a store. */
const samples = import.meta.env.WXT_SAMPLES === '1';

/** Match patterns of the sample pages; none in a build for a store. */
const sampleMatches = samples ? ['http://127.0.0.1/*'] : [];

/**
 * Makes the content script of one site, so that a page loads the detector of its own site only.
 *
 * @param sampled whether sample pages may imitate it, in builds that have any.
 */
export function siteScript(site: Site, sampled = false) {
  return defineContentScript({
    matches: [
      ...(site.hosts ?? []).map((host) => `https://${host}/*`),
      ...(sampled ? sampleMatches : []),
    ],
    noScriptStartedPostMessage: true,
    main: (context) => start([site], context),
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

function look(sites: readonly Site[]): Detection | null {
  const url = new URL(location.href);
  const sampled = samples && url.hostname === '127.0.0.1';
  const site = sampled ? sampledSite(sites, document) : siteOf(sites, url);
  return site ? lookWith(site, document, url) : null;
}

/** A second injection ends the first by the context's signal, so that one script serves a page. */
function start(sites: readonly Site[], context: ContentScriptContext): void {
  runOnPage(
    document,
    () => look(sites),
    {
      detected: (detection) => sendMessage('detected', detection),
      openPanel: () => sendMessage('openPanel', undefined),
      onChip: (listener) => onMessage('chip', ({ data }) => listener(data)),
      alive: () => chrome.runtime?.id !== undefined,
    },
    context,
  );
}
