import type { Detection } from '../detection';
import { line, mailtoOf, textOf } from '../people';
import {
  addressField,
  addressFor,
  byTitleOnly,
  contactRecord,
  fieldOf,
  linkedPeople,
  MAILTO,
  onRecord,
  record,
} from '../record';
import type { Site } from '../site';
import { isShown, shown } from '../visible';

/** Head of a record (relied on by test suites); a console keeps that of each of its tabs. */
const HEAD = 'records-highlights2';
const NAME =
  'lightning-formatted-name[slot="primaryField"], lightning-formatted-text[slot="primaryField"]';
const ACCOUNT = 'a[href*="/r/Account/"]';
const CONTACT = 'a[href*="/r/Contact/"]';
/** Fields of the details (assumed). */
const EMAIL = '[data-target-selection-name$=".Email"]';
const COMPANY = '[data-target-selection-name$="Lead.Company"]';
const PATH = /^\/lightning\/r\/(Contact|Lead|Opportunity|Account)\/(\w{15,18})\/view/;

/** Looks into shadow roots too, which parts of the head can sit in; a small tree, so it's cheap. */
function deep(root: ParentNode, selector: string): Element[] {
  const inside = [...root.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot ? deep(element.shadowRoot, selector) : [],
  );
  return [...root.querySelectorAll(selector), ...inside];
}

const inHead = (head: Element | null, selector: string) =>
  head === null
    ? null
    : (deep(head, selector).find(isShown) ??
      (head.shadowRoot && deep(head.shadowRoot, selector).find(isShown)) ??
      null);

/** "NAME | Contact | Salesforce", where only the name's place doesn't change with the language. */
function titled(document: Document): string | null {
  const parts = document.title.split(' | ');
  return parts.length >= 3 ? line(parts.slice(0, -2).join(' | ')) : null;
}

function detect(document: Document, url: URL): Detection | null {
  const [, type, pageId] = PATH.exec(url.pathname) ?? [];
  if (type === undefined || pageId === undefined) return null;
  const [head = null] = shown(document, HEAD);
  const headed = textOf(inHead(head, NAME));
  const title = headed ?? titled(document);
  if (title === null) return null;
  const site = salesforce.site;
  const account = textOf(inHead(head, ACCOUNT)) ?? textOf(onRecord(document, ACCOUNT)[0]);
  if (type === 'Contact' || type === 'Lead') {
    const email =
      mailtoOf(inHead(head, MAILTO)) ??
      addressField(document, EMAIL) ??
      addressFor(title, document);
    const company = type === 'Lead' ? fieldOf(document, COMPANY) : account;
    const found = contactRecord(site, pageId, title, email, company);
    return headed === null ? byTitleOnly(found) : found;
  }
  const people = linkedPeople(document, CONTACT);
  const deal = type === 'Opportunity' ? title : null;
  return record({ site, pageId, people, title, deal, company: deal === null ? title : account });
}

/** Salesforce Lightning: contacts, leads, opportunities and accounts. */
export const salesforce: Site = {
  site: 'salesforce',
  hosts: ['*.lightning.force.com', '*.my.salesforce.com'],
  path: PATH,
  kind: 'record',
  needs: [HEAD, NAME],
  // Nobody hears of changes inside of a shadow root: any change around is a reason to look.
  reads: '*',
  detect,
};
