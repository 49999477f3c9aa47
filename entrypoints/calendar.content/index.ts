import { defineContentScript } from 'wxt/utils/define-content-script';
import { calendarSites } from '../../lib/detect/registry';
import { sampleMatches, start } from './start';

export default defineContentScript({
  matches: [
    'https://calendar.google.com/*',
    'https://outlook.office.com/*',
    'https://outlook.office365.com/*',
    'https://outlook.cloud.microsoft/*',
    'https://outlook.live.com/*',
    ...sampleMatches,
  ],
  noScriptStartedPostMessage: true,
  main: (context) => start(calendarSites, context),
});
