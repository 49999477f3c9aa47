import type { DetectedPerson, Detection } from '../detect/detection';
import {
  companyOf,
  domainOf,
  isFreeMail,
  isRelayed,
  isThing,
  isUnder,
  mailboxOf,
} from './addresses';
import { prospectKey } from './key';
import { normaliseName } from './names';
import type { Prospect } from './prospect';

/** Who "we" are: never a prospect. */
export interface Ourselves {
  /** The rep's own addresses, lower case. */
  ownAddresses: string[];
  /** Domains of the rep's own company, lower case. */
  ownDomains: string[];
}

/** The rep's addresses as set, and as the page knows them. */
function ownAddressesOf(detection: Detection, { ownAddresses }: Ourselves): string[] {
  const selves = detection.people.flatMap(({ self, email }) => (self && email ? [email] : []));
  return [...ownAddresses, ...selves];
}

/** Own domains as set, and those of the rep's addresses unless anybody can have one there. */
function ownDomainsOf(addresses: readonly string[], { ownDomains }: Ourselves): string[] {
  const domains = addresses.map(domainOf).filter((domain) => domain !== null);
  return [...ownDomains, ...domains.filter((domain) => !isFreeMail(domain))];
}

/**
 * A name where a page gives only the address: its local part, as a person would write it; the
 * address itself where that has no letters.
 */
export function nameOfAddress(email: string): string {
  const words = email
    .slice(0, email.lastIndexOf('@'))
    .replace(/\+.*$/, '')
    .split(/[._-]+/)
    .filter((word) => word !== '' && !/^\d+$/.test(word))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
  return words || email;
}

function prospectOf({ name, email }: DetectedPerson, company: string | null): Prospect | null {
  const address = email?.trim().toLowerCase() || undefined;
  const given = name?.trim().slice(0, 200) || undefined;
  const shown =
    given && given.toLowerCase() !== address ? given : address && nameOfAddress(address);
  if (!shown) return null;
  const of = company?.trim() || (address && companyOf(address));
  return {
    name: shown,
    ...(address ? { email: address } : {}),
    ...(of ? { company: of.slice(0, 200) } : {}),
  };
}

/**
 * The people of a page who can be prospects: without the rep, colleagues, rooms, groups and robots,
 * each once. In: what a page shows and who we are. Out: prospects in the page's order.
 */
export function prospectsOf(detection: Detection, ourselves: Ourselves): Prospect[] {
  const ownAddresses = ownAddressesOf(detection, ourselves);
  const ownDomains = ownDomainsOf(ownAddresses, ourselves);
  const ownMailboxes = new Set(ownAddresses.map(mailboxOf));
  const ownNames = new Set(
    detection.people.flatMap(({ self, name }) => (self && name ? [normaliseName(name)] : [])),
  );
  const found = new Map<string, Prospect>();
  // In a meeting, the page's company is one guest's at most; a record's company is its person's.
  const company = detection.kind === 'meeting' ? null : detection.company;
  for (const person of detection.people) {
    if (person.self) continue;
    const email = person.email?.trim().toLowerCase() ?? null;
    if (email !== null) {
      const domain = domainOf(email);
      if (isThing(email) || ownMailboxes.has(mailboxOf(email))) continue;
      if (person.name && isRelayed(person.name)) continue;
      if (domain === null || isUnder(domain, ownDomains)) continue;
    } else if (person.name && ownNames.has(normaliseName(person.name))) continue;
    const prospect = prospectOf(person, company);
    if (!prospect) continue;
    const key = prospectKey(prospect);
    if (!found.has(key)) found.set(key, prospect);
  }
  return [...found.values()];
}
