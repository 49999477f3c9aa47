import { hostMatches, type Site } from './site';
import { attio } from './sites/attio';
import { close } from './sites/close';
import { crm } from './sites/crm';
import { dynamics } from './sites/dynamics';
import { gmail } from './sites/gmail';
import { googleCalendar } from './sites/google-calendar';
import { hubspot } from './sites/hubspot';
import { linkedin } from './sites/linkedin';
import { odoo } from './sites/odoo';
import { outlook } from './sites/outlook';
import { pipedrive } from './sites/pipedrive';
import { salesforce } from './sites/salesforce';
import { zoho } from './sites/zoho';

// One table a script, so that a page loads only the detectors that can apply to it.

/** Sites of the calendars' script. */
export const calendarSites: readonly Site[] = [googleCalendar, outlook];

/** Sites of the script for CRMs, mail and profiles; the generic one is last. */
export const crmSites: readonly Site[] = [
  hubspot,
  salesforce,
  pipedrive,
  close,
  attio,
  zoho,
  dynamics,
  gmail,
  linkedin,
  odoo,
  { ...odoo, hosts: null },
  crm,
];

/** Mark by which a sample page of this project says what it imitates. */
const SAMPLE = 'meta[name="salesmemory-sample"]';

/**
 * Picks the site that a page belongs to, by its host and path; the first in the table wins. On the
 * host of a named site, a site for any host is never picked.
 *
 * @param samples whether sample pages on this machine count (never in a build for the store).
 */
export function siteOf(
  sites: readonly Site[],
  document: Document,
  url: URL,
  samples = false,
): Site | null {
  const imitated = samples && url.hostname === '127.0.0.1' && sampleOf(document);
  if (imitated) return sites.find(({ site }) => site === imitated) ?? null;
  const named = sites.filter(({ hosts }) => hosts !== null && hostMatches(url.hostname, hosts));
  const here = named.length > 0 ? named : sites.filter(({ hosts }) => hosts === null);
  return here.find(({ path }) => path.test(url.pathname + url.search + url.hash)) ?? null;
}

function sampleOf(document: Document): string | null {
  return document.querySelector(SAMPLE)?.getAttribute('content') ?? null;
}
