import { defineContentScript } from 'wxt/utils/define-content-script';
import { peopleSites } from '../../lib/detect/registry';
import { start } from '../calendar.content/start';

export default defineContentScript({
  matches: ['https://mail.google.com/*', 'https://www.linkedin.com/*'],
  noScriptStartedPostMessage: true,
  main: (context) => start(peopleSites, context),
});
