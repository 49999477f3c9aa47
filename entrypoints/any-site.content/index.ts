import { defineContentScript } from 'wxt/utils/define-content-script';
import { anySites } from '../../lib/detect/registry';
import { sampleMatches, start } from '../calendar.content/start';

export default defineContentScript({
  // The background registers it for each host that the rep switched on (lib/detect/any-site.ts).
  registration: sampleMatches.length > 0 ? 'manifest' : 'runtime',
  matches: sampleMatches,
  noScriptStartedPostMessage: true,
  main: (context) => start(anySites, context),
});
