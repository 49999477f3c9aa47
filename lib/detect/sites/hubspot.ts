import type { Detection } from '../detection';
import { textOf } from '../people';
import {
  addressField,
  addressFor,
  contactRecord,
  linkedPeople,
  record,
  soleAddress,
  soleLink,
} from '../record';
import type { Site } from '../site';
import { firstShown } from '../visible';

/** Name of the record (relied on by extensions); hidden tabs keep theirs. */
const NAME = '[data-selenium-test="highlightTitle"]';
const DETAILS = '[data-selenium-test$="-highlight-details"]';
const LEFT = '[data-test-id="left-sidebar"]';
/** The field `email` among the properties (assumed). */
const EMAIL = '[data-selenium-test="property-input-email"], [data-test-id="property-input-email"]';
/** Associations (relied on); links to other records say their kind in the address. */
const RIGHT = '[data-test-id="records-right-sidebar"]';
const CONTACT = 'a[href*="/record/0-1/"]';
const COMPANY = 'a[href*="/record/0-2/"]';
const PATH = /^\/contacts\/\d+\/record\/(0-[1235])\/(\d+)/;

function detect(document: Document, url: URL): Detection | null {
  const [, type, id] = PATH.exec(url.pathname) ?? [];
  const title = textOf(firstShown(document, NAME));
  if (type === undefined || title === null) return null;
  const pageId = `${type}/${id}`;
  const right = firstShown(document, RIGHT);
  const company = right && soleLink(right, COMPANY);
  if (type === '0-1') {
    const details = firstShown(document, DETAILS);
    const left = firstShown(document, LEFT);
    const email =
      (left && addressField(left, EMAIL)) ??
      (details && soleAddress(details)) ??
      (left && addressFor(title, left));
    return contactRecord(hubspot.site, pageId, title, email, company);
  }
  const people = right ? linkedPeople(right, CONTACT) : [];
  const deal = type === '0-3' ? title : null;
  const named = type === '0-2' ? title : company;
  return record({ site: hubspot.site, pageId, people, company: named, deal, title });
}

/** HubSpot: contacts, companies, deals and tickets. */
export const hubspot: Site = {
  site: 'hubspot',
  // Regional hosts are `app-eu1.hubspot.com` and the like.
  hosts: ['*.hubspot.com'],
  path: PATH,
  kind: 'record',
  needs: [NAME, LEFT, RIGHT],
  reads: `${NAME}, ${DETAILS}, ${LEFT}, ${RIGHT}`,
  detect,
};
