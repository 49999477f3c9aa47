import { defineContentScript } from 'wxt/utils/define-content-script';
import { outlookSites } from '../../lib/detect/registry';
import { start } from '../calendar.content/start';

export default defineContentScript({
  matches: [
    'https://outlook.office.com/*',
    'https://outlook.office365.com/*',
    'https://outlook.cloud.microsoft/*',
    'https://outlook.live.com/*',
  ],
  noScriptStartedPostMessage: true,
  main: (context) => start(outlookSites, context),
});
