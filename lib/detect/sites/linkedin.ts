import type { Detection } from '../detection';
import { detection, line, mailtoOf, person, textOf } from '../people';
import { MAILTO } from '../record';
import type { Site } from '../site';
import { firstShown, shown } from '../visible';

const HEADING = 'h1';
/** Contact details open in a dialog over the profile, at an address of their own; chats are dialogs, too. */
const DETAILS = `[role="dialog"] ${MAILTO}`;
const DETAILS_PATH = /\/overlay\/contact-info/;
/** Sales Navigator marks what it would blur (relied on); recommended leads further down have it too. */
const NAME = '[data-anonymize="person-name"]';
const COMPANY = '[data-anonymize="company-name"]';
const PROFILE = /^\/in\/([^/]+)/;
const LEAD = /^\/sales\/lead\/([^/,]+)/;
/** "(3) NAME | LinkedIn": the number counts the rep's notifications. */
const TITLE = /^(?:\(\d+\+?\)\s*)?(.+?) \| LinkedIn$/;

function profile(
  pageId: string,
  name: string | null,
  email: string | null,
  company: string | null,
  headed = true,
): Detection | null {
  const found = person('profile', name, email);
  if (found === null) return null;
  const { site, kind } = linkedin;
  const confidence = email !== null ? 'high' : headed ? 'medium' : 'low';
  return detection({
    site,
    kind,
    pageId,
    people: [found],
    company,
    title: name,
    confidence,
    reason: {
      high: 'address in the contact details',
      medium: 'name in the heading only',
      low: "name in the tab's title only",
    }[confidence],
  });
}

function detect(document: Document, url: URL): Detection | null {
  const lead = LEAD.exec(url.pathname)?.[1];
  if (lead !== undefined) {
    const name = textOf(firstShown(document, NAME));
    return profile(lead, name, null, textOf(firstShown(document, COMPANY)));
  }
  const slug = PROFILE.exec(url.pathname)?.[1];
  if (slug === undefined) return null;
  const titled = line(TITLE.exec(document.title)?.[1]);
  const heading = textOf(firstShown(document, HEADING));
  // While one profile follows another, heading and title are of two people.
  if (titled !== null && heading !== null && !titled.includes(heading)) return null;
  const open = DETAILS_PATH.test(url.pathname) ? shown(document, DETAILS).map(mailtoOf) : [];
  const [email = null, ...others] = new Set(open);
  return profile(
    slug,
    heading ?? titled,
    others.length === 0 ? email : null,
    null,
    heading !== null,
  );
}

/** LinkedIn: profiles, and leads of Sales Navigator. */
export const linkedin: Site = {
  site: 'linkedin',
  hosts: ['www.linkedin.com'],
  path: /^\/(in|sales\/lead)\//,
  kind: 'profile',
  needs: [HEADING, NAME],
  reads: `${HEADING}, ${NAME}, ${COMPANY}, ${MAILTO}`,
  detect,
};
