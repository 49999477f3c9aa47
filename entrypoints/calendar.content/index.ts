import { defineContentScript } from 'wxt/utils/define-content-script';
import { calendarSites } from '../../lib/detect/registry';
import { onMessage, sendMessage } from '../../lib/messages';
import { runOnPage } from '../../lib/overlay/run';

/** Only builds made with WXT_SAMPLES=1 read the sample pages on this machine; no build for a store. */
const samples = import.meta.env.WXT_SAMPLES === '1';

export default defineContentScript({
  matches: ['https://calendar.google.com/*', ...(samples ? ['http://127.0.0.1/*'] : [])],
  noScriptStartedPostMessage: true,
  // A second injection ends the first by the context's signal, so that one script serves a page.
  main(context) {
    runOnPage(
      document,
      calendarSites,
      samples,
      {
        detected: (detection) => sendMessage('detected', detection),
        openPanel: () => sendMessage('openPanel', undefined),
        onChip: (listener) => onMessage('chip', ({ data }) => listener(data)),
        alive: () => chrome.runtime?.id !== undefined,
      },
      context,
    );
  },
});
