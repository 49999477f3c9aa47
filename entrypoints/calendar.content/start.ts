import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { Site } from '../../lib/detect/site';
import { onMessage, sendMessage } from '../../lib/messages';
import { runOnPage } from '../../lib/overlay/run';

/** Only builds made with WXT_SAMPLES=1 read the sample pages on this machine; no build for a store. */
const samples = import.meta.env.WXT_SAMPLES === '1';

/** Match patterns of the sample pages; none in a build for a store. */
export const sampleMatches = samples ? ['http://127.0.0.1/*'] : [];

/**
 * Starts what a content script does on its page. A second injection ends the first by the context's
 * signal, so that one script serves a page.
 */
export function start(sites: readonly Site[], context: ContentScriptContext): void {
  runOnPage(
    document,
    sites,
    samples,
    {
      detected: (detection) => sendMessage('detected', detection),
      openPanel: () => sendMessage('openPanel', undefined),
      onChip: (listener) => onMessage('chip', ({ data }) => listener(data)),
      alive: () => chrome.runtime?.id !== undefined,
    },
    context,
  );
}
