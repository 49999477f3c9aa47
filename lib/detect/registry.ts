import { hostMatches, type Site } from './site';
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

// One table a script, so that a page loads only the detectors that can apply to it.

/** Sites of the script for Google Calendar. */
export const calendarSites: readonly Site[] = [googleCalendar];

/** Sites of the script for Outlook on the web. */
export const outlookSites: readonly Site[] = [outlook];

/** Sites of the script for CRMs. */
export const crmSites: readonly Site[] = [
  hubspot,
  salesforce,
  pipedrive,
  close,
  attio,
  zoho,
  dynamics,
  odoo,
];

/** Sites of the script for mail and profiles. */
export const peopleSites: readonly Site[] = [gmail, linkedin];

/** Sites of the script for hosts that the rep switched on; the generic one is last. */
export const anySites: readonly Site[] = [odooElsewhere, crm];

/** Mark by which a sample page of this project says what it imitates. */
const SAMPLE = 'meta[name="salesmemory-sample"]';

/**
 * Picks the site that a page belongs to, by its host and path; the first in the table wins.
 *
 * @param samples whether sample pages on this machine count (never in a build for the store).
 */
export function siteOf(
  sites: readonly Site[],
  document: Document,
  url: URL,
  samples = false,
): Site | null {
  if (samples && url.hostname === '127.0.0.1') {
    const imitated = document.querySelector(SAMPLE)?.getAttribute('content');
    return sites.find(({ site }) => site === imitated) ?? null;
  }
  return (
    sites.find(
      ({ hosts, path }) =>
        (hosts === null || hostMatches(url.hostname, hosts)) &&
        path.test(url.pathname + url.search + url.hash),
    ) ?? null
  );
}
