import type { Detection } from '../detection';
import { line, person } from '../people';
import { addressField, contactRecord, fieldOf, record } from '../record';
import type { Site } from '../site';
import { firstShown } from '../visible';

/** Heading and e-mail field (relied on). */
const HEADING = '#headerContainer h1';
const EMAIL = '[data-id^="emailaddress1"]';
/** More own texts of a heading, or more letters of one, than any name takes. */
const MOST_OWN = 300;
/** The chosen record of a look-up field, and the company of a lead (assumed). */
const lookup = (field: string) => `[data-id^="${field}"][data-id$="_selected_tag_text"]`;
const COMPANY = '[data-id^="companyname"]';

/** The heading also holds "- Saved" in an element of its own; the name is its own text. */
function headingOf(document: Document): string | null {
  const heading = firstShown(document, HEADING);
  const own = [...(heading?.childNodes ?? [])].filter(({ nodeType }) => nodeType === 3);
  const texts = own.slice(0, MOST_OWN).map((node) => (node as Text).data.slice(0, MOST_OWN));
  return line(texts.join('')) ?? line(heading?.getAttribute('title'));
}

function detect(document: Document, url: URL): Detection | null {
  const type = url.searchParams.get('etn');
  const id = url.searchParams.get('id');
  const title = headingOf(document);
  if (id === null || title === null) return null;
  const { site } = dynamics;
  const pageId = `${type}/${id.replace(/[{}]/g, '').toLowerCase()}`;
  const email = addressField(document, EMAIL);
  if (type === 'contact')
    return contactRecord(site, pageId, title, email, fieldOf(document, lookup('parentcustomerid')));
  if (type === 'lead') return contactRecord(site, pageId, title, email, fieldOf(document, COMPANY));
  const primary = type === 'account' ? 'primarycontactid' : 'parentcontactid';
  // On other records the e-mail field is the company's or a copy: it isn't tied to the person.
  const contact = person('contact', fieldOf(document, lookup(primary)), null);
  const people = contact === null ? [] : [contact];
  if (type === 'account') return record({ site, pageId, people, title, company: title });
  if (type !== 'opportunity') return null;
  const company = fieldOf(document, lookup('parentaccountid'));
  return record({ site, pageId, people, title, company, deal: title });
}

/** Dynamics 365: contacts, leads, accounts and opportunities. */
export const dynamics: Site = {
  site: 'dynamics',
  hosts: ['*.dynamics.com'],
  path: /^\/main\.aspx.*[?&]etn=(contact|lead|account|opportunity)\b/,
  kind: 'record',
  needs: [HEADING],
  reads: '#headerContainer, [data-id]',
  expects: (_, url) => url.searchParams.has('id'),
  detect,
};
