import { defineContentScript } from 'wxt/utils/define-content-script';
import { crmSites } from '../../lib/detect/registry';
import { start } from '../calendar.content/start';

export default defineContentScript({
  matches: [
    'https://*.hubspot.com/*',
    'https://*.lightning.force.com/*',
    'https://*.my.salesforce.com/*',
    'https://*.pipedrive.com/*',
    'https://app.close.com/*',
    'https://app.attio.com/*',
    'https://crm.zoho.com/*',
    'https://crm.zoho.eu/*',
    'https://crm.zoho.in/*',
    'https://crm.zoho.com.au/*',
    'https://crm.zoho.jp/*',
    'https://crm.zoho.sa/*',
    'https://crm.zoho.ca/*',
    'https://crm.zoho.uk/*',
    'https://crm.zoho.com.cn/*',
    'https://*.dynamics.com/*',
    'https://*.odoo.com/*',
  ],
  noScriptStartedPostMessage: true,
  main: (context) => start(crmSites, context),
});
