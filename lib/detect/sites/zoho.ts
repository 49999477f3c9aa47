import type { Detection } from '../detection';
import { line, textOf } from '../people';
import {
  addressFor,
  byTitleOnly,
  contactRecord,
  linkedPeople,
  MAILTO,
  onRecord,
  record,
  soleLink,
} from '../record';
import type { Site } from '../site';

/** The tab's title begins with the record's name (relied on; what follows it is assumed). */
const SUFFIX = /\s+[-–|]\s+(?:[^-–|]+\s+[-–|]\s+)?Zoho CRM.*$/;
const HEADING = 'h1';
const CONTACT = 'a[href*="/tab/Contacts/"]';
const ACCOUNT = 'a[href*="/tab/Accounts/"]';
const PATH = /^\/crm\/[^/]+\/tab\/(Contacts|Leads|Potentials|Accounts)\/(\d+)/;

function detect(document: Document, url: URL): Detection | null {
  const [, type, id] = PATH.exec(url.pathname) ?? [];
  const titled = SUFFIX.test(document.title) ? line(document.title.replace(SUFFIX, '')) : null;
  const title = titled ?? textOf(onRecord(document, HEADING)[0]);
  if (type === undefined || title === null) return null;
  const { site } = zoho;
  const pageId = `${type}/${id}`;
  const company = soleLink(document, ACCOUNT);
  if (type === 'Contacts' || type === 'Leads') {
    const found = contactRecord(site, pageId, title, addressFor(title, document), company);
    return titled === null ? found : byTitleOnly(found);
  }
  const people = linkedPeople(document, CONTACT);
  if (type === 'Accounts') return record({ site, pageId, people, title, company: title });
  return record({ site, pageId, people, title, company, deal: title });
}

/** Zoho CRM: contacts, leads, deals (which it calls potentials) and accounts. */
export const zoho: Site = {
  site: 'zoho',
  hosts: [
    'crm.zoho.com',
    'crm.zoho.eu',
    'crm.zoho.in',
    'crm.zoho.com.au',
    'crm.zoho.jp',
    'crm.zoho.sa',
    'crm.zoho.ca',
    'crm.zoho.uk',
    'crm.zoho.com.cn',
  ],
  path: PATH,
  kind: 'record',
  needs: [HEADING],
  reads: `${HEADING}, ${CONTACT}, ${ACCOUNT}, ${MAILTO}`,
  detect,
};
