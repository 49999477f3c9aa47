import type { Detection } from '../detection';
import { line, textOf } from '../people';
import {
  addressField,
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

/** Marks of Pipedrive's own tests, and links by kind (relied on); the heading is assumed. */
const HEADING = 'h1, [role="heading"][aria-level="1"]';
const NAME = '[data-test="person.name"]';
const EMAIL = '[data-test="person.email"]';
const PERSON = 'a[href*="/person/"]';
const ORGANIZATION = 'a[href*="/organization/"]';
const PATH = /^\/(person|deal|organization|leads\/inbox)\/([\w-]+)/;

function detect(document: Document, url: URL): Detection | null {
  const [, type, id] = PATH.exec(url.pathname) ?? [];
  if (type === undefined) return null;
  const { site } = pipedrive;
  const pageId = `${type}/${id}`;
  const heading = textOf(onRecord(document, HEADING)[0]);
  const company = soleLink(document, ORGANIZATION);
  if (type === 'person') {
    const shownName = heading ?? textOf(onRecord(document, NAME)[0]);
    const name = shownName ?? titled(document);
    const email = addressField(document, EMAIL) ?? addressFor(name, document);
    const found = name === null ? null : contactRecord(site, pageId, name, email, company);
    return shownName === null ? byTitleOnly(found) : found;
  }
  const title = heading ?? titled(document);
  if (title === null) return null;
  const people = linkedPeople(document, PERSON);
  if (type === 'organization') return record({ site, pageId, people, title, company: title });
  return record({ site, pageId, people, title, company, deal: title });
}

/** The tab's title begins with the record's (assumed). */
function titled(document: Document): string | null {
  const [name = '', ...rest] = document.title.split(' - ');
  return rest.length > 0 ? line(name) : null;
}

/** Pipedrive: people, deals, organisations and leads. */
export const pipedrive: Site = {
  site: 'pipedrive',
  hosts: ['*.pipedrive.com'],
  path: PATH,
  kind: 'record',
  needs: [HEADING],
  reads: `${HEADING}, ${NAME}, ${EMAIL}, ${PERSON}, ${ORGANIZATION}, ${MAILTO}`,
  detect,
};
