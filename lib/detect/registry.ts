import type { Site } from './site';
import { attio } from './sites/attio';
import { close } from './sites/close';
import { crm } from './sites/crm';
import { dynamics } from './sites/dynamics';
import { gmail } from './sites/gmail';
import { googleCalendar } from './sites/google-calendar';
import { hubspot } from './sites/hubspot';
import { linkedin } from './sites/linkedin';
import { odoo, odooElsewhere } from './sites/odoo';
import { outlook } from './sites/outlook';
import { pipedrive } from './sites/pipedrive';
import { salesforce } from './sites/salesforce';
import { zoho } from './sites/zoho';

/**
 * All sites in the order in which they are tried; those for any host are last, the generic one at
 * the end. Each has a content script of its own, but those last two share one.
 */
export const sites: readonly Site[] = [
  googleCalendar,
  outlook,
  hubspot,
  salesforce,
  pipedrive,
  close,
  attio,
  zoho,
  dynamics,
  odoo,
  gmail,
  linkedin,
  odooElsewhere,
  crm,
];
