import { defineContentScript } from 'wxt/utils/define-content-script';
import { calendarSites } from '../../lib/detect/registry';
import { sampleMatches, start } from './start';

export default defineContentScript({
  matches: ['https://calendar.google.com/*', ...sampleMatches],
  noScriptStartedPostMessage: true,
  main: (context) => start(calendarSites, context),
});
