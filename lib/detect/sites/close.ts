import type { DetectedPerson, Detection } from '../detection';
import { mailtoOf, person, textOf, unique } from '../people';
import { linkedPeople, MAILTO, onRecord, record } from '../record';
import type { Site } from '../site';

/** A lead is a company with contacts; contacts are parts of the lead's address (relied on). */
const HEADING = 'h1';
const CONTACT = 'a[href*="contactId=cont_"]';
const PATH = /^\/lead\/(lead_\w+)/;

function detect(document: Document, url: URL): Detection | null {
  const pageId = PATH.exec(url.pathname)?.[1];
  const title = textOf(onRecord(document, HEADING)[0]);
  if (pageId === undefined || title === null) return null;
  const open = /contactId=(cont_\w+)/.exec(url.hash)?.[1];
  const chosen =
    open === undefined ? [] : linkedPeople(document, CONTACT, `a[href$="contactId=${open}"]`);
  const linked = chosen.length > 0 ? chosen : linkedPeople(document, CONTACT);
  const people = linked.length > 0 ? linked : nameless(document);
  return record({ site: close.site, pageId, people, title, company: title });
}

/** Without links to contacts, each address is somebody whose name can't be told. */
function nameless(document: Document): DetectedPerson[] {
  return unique(onRecord(document, MAILTO).map((link) => person('contact', null, mailtoOf(link))));
}

/** Close: leads with their contacts. */
export const close: Site = {
  site: 'close',
  hosts: ['app.close.com'],
  path: PATH,
  kind: 'record',
  needs: [HEADING],
  reads: `${HEADING}, ${CONTACT}, ${MAILTO}`,
  detect,
};
