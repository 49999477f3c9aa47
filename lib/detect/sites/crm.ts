import { fits } from '../address';
import type { Detection } from '../detection';
import { describedBy } from '../json-ld';
import { detection, person, textOf, unique } from '../people';
import { addressesIn, contactRecord, MAILTO, onRecord, record } from '../record';
import type { Site } from '../site';

const HEADING = 'h1';
const PHONE = 'a[href^="tel:" i]';
/** Words by which an address says that it shows one person; what follows names the person. */
const OF_PERSON =
  /[/#?&](?:contacts?|people|persons?|leads?|customers?|clients?)(?:[/=]|[?&](?:\w+&)*id=)[\w-]*\w/i;

/** A page about one thing has that thing's number in its address; an inbox or a dashboard has none. */
const OF_ONE = /\d/;

/** Finds the smallest part of the page around the heading in which somebody can be written to or called. */
function around(heading: Element): Element | null {
  for (
    let at = heading.parentElement;
    at !== null && at.localName !== 'html';
    at = at.parentElement
  )
    if (onRecord(at, `${MAILTO}, ${PHONE}`).length > 0) return at;
  return null;
}

/**
 * An application that shows one record after another may leave the description of the first in the page:
 * it counts where the page's title or heading has the name that it describes.
 */
function described(document: Document, pageId: string): Detection | null {
  const found = describedBy(document);
  if (!found?.people.length) return null;
  const { type, people, name, company, startsAt, endsAt } = found;
  const heading = textOf(onRecord(document, HEADING)[0]);
  if (name === null || ![document.title, heading].some((said) => said?.includes(name))) return null;
  const shared = { site: crm.site, pageId, people, company, title: name };
  if (type === 'Person') return record(shared);
  const reason = 'the page describes itself as an event';
  return detection({ ...shared, kind: 'meeting', startsAt, endsAt, confidence: 'medium', reason });
}

/**
 * Reads the main heading and the address beside it. The heading names the person only if the
 * address of the page or the e-mail address says so: it may be a deal, a company or a list.
 */
function headed(document: Document, url: URL, pageId: string): Detection | null {
  const heading = onRecord(document, HEADING)[0];
  const title = textOf(heading);
  const part = heading && around(heading);
  // Whom nobody can write to or call isn't on the page to be dealt with.
  if (!part || title === null) return null;
  const emails = addressesIn(part);
  const fitting = emails.filter((email) => fits(title, email));
  const [email, ...others] = fitting.length > 0 ? fitting : emails;
  // Several addresses of which none is the heading's: a list, or a company with its people.
  if (others.length > 0) return null;
  if (email && fitting.length > 0) return contactRecord(crm.site, pageId, title, email);
  if (email && OF_ONE.test(pageId)) {
    const people = unique([person('contact', null, email)]);
    const reason = 'address beside the heading';
    return record({ site: crm.site, pageId, people, title, confidence: 'medium', reason });
  }
  if (email || !OF_PERSON.test(pageId) || url.pathname === '/') return null;
  const named = contactRecord(crm.site, pageId, title, null);
  return (
    named && { ...named, confidence: 'low', reason: 'name in the heading, with a phone number' }
  );
}

/** Any other CRM, where the rep switched SalesMemory on. */
export const crm: Site = {
  site: 'crm',
  hosts: null,
  path: /./,
  kind: 'record',
  needs: [HEADING, MAILTO],
  reads: `${HEADING}, ${MAILTO}, ${PHONE}, script`,
  expects: (_, url) => OF_PERSON.test(url.pathname + url.search + url.hash),
  detect(document, url) {
    const pageId = url.pathname + url.search + url.hash;
    return described(document, pageId) ?? headed(document, url, pageId);
  },
};
