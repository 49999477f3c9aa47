import type { Detection } from '../detection';
import { textOf } from '../people';
import {
  addressFor,
  contactRecord,
  linkedPeople,
  MAILTO,
  onRecord,
  record,
  soleLink,
} from '../record';
import type { Site } from '../site';

/** Heading and links (reported). */
const HEADING = 'h1, [role="heading"][aria-level="1"]';
const PERSON = 'a[href*="/person/"]';
const COMPANY = 'a[href*="/company/"]';
const PATH = /^\/[^/]+\/(person|company|deals?)\/(?:[\w-]+\/)*([0-9a-f-]{36})/;

function detect(document: Document, url: URL): Detection | null {
  const [, type, id] = PATH.exec(url.pathname) ?? [];
  const title = textOf(onRecord(document, HEADING)[0]);
  if (type === undefined || title === null) return null;
  const { site } = attio;
  const pageId = `${type}/${id}`;
  const company = soleLink(document, COMPANY);
  if (type === 'person')
    return contactRecord(site, pageId, title, addressFor(title, document), company);
  const people = linkedPeople(document, PERSON);
  if (type === 'company') return record({ site, pageId, people, title, company: title });
  return record({ site, pageId, people, title, company, deal: title });
}

/** Attio: people, companies and deals. */
export const attio: Site = {
  site: 'attio',
  hosts: ['app.attio.com'],
  path: PATH,
  kind: 'record',
  needs: [HEADING],
  reads: `${HEADING}, ${PERSON}, ${COMPANY}, ${MAILTO}`,
  detect,
};
