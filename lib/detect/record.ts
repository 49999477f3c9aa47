import { fits } from './address';
import type { DetectedPerson, Detection } from './detection';
import { addressIn, detection, mailtoOf, person, textOf, unique } from './people';
import { shown } from './visible';

export const MAILTO = 'a[href^="mailto:" i]';
/** Parts of an application around the record: recent items, menus, suggestions, dialogs over it, a foot. */
const AROUND =
  'nav, [role="banner"], [role="navigation"], [role="tablist"], [role="listbox"], [role="menu"], [role="dialog"], body > footer, [role="contentinfo"]';

/** A record that links to more people than this is a list; what is looked at stays bounded. */
const MOST_PEOPLE = 100;
const MOST_LINKS = 1_500;
/** A field that is built of more elements than this is more than a field. */
const MOST_PARTS = 300;

/** Finds what the rep can see of a record's own content, leaving out the application around it. */
export function onRecord(root: ParentNode, selector: string): Element[] {
  return shown(root, selector).filter((element) => element.closest(AROUND) === null);
}

/** Finds the addresses that can be written to in a part of a record, each once. */
export const addressesIn = (root: ParentNode) =>
  [...new Set(onRecord(root, MAILTO).map(mailtoOf))].filter((email) => email !== null);

/** Finds the one address on a record that is built of a name; null for none, or several. */
export function addressFor(name: string | null, root: ParentNode): string | null {
  const [email = null, ...others] = addressesIn(root).filter((one) => name && fits(name, one));
  return others.length === 0 ? email : null;
}

/**
 * Finds the one address in a part of a page that shows nobody else's.
 *
 * @returns null where there is none, or several: which is the person's can't be told then.
 */
export function soleAddress(root: ParentNode): string | null {
  const [email = null, ...others] = addressesIn(root);
  return others.length === 0 ? email : null;
}

/**
 * Reads the people that a record links to. The address belongs to a link's person where both stand
 * in a part of the page that holds no other person's link, and if it is built of the name.
 *
 * @param links selects links to people; two links to one address of a page are one person.
 * @param only selects those of them that are asked for.
 */
export function linkedPeople(root: ParentNode, links: string, only = links): DetectedPerson[] {
  const all = [...root.querySelectorAll(links)].slice(0, MOST_LINKS);
  const byTarget = new Map<string, Element>();
  for (const link of onRecord(root, only)) {
    const target = targetOf(link);
    if (byTarget.size === MOST_PEOPLE) break;
    if (textOf(link) !== null && !byTarget.has(target)) byTarget.set(target, link);
  }
  return unique(
    [...byTarget].map(([target, link]) => {
      const name = textOf(link);
      const others = all.filter((other) => targetOf(other) !== target);
      return person('contact', name, addressFor(name, cardOf(link, others)));
    }),
  );
}

const targetOf = (link: Element) => link.getAttribute('href') ?? '';

/** Climbs from a person's link to the largest part of the page that holds no other person's. */
function cardOf(link: Element, others: Element[]): Element {
  const up = link.parentElement;
  const alone = up !== null && up.localName !== 'html' && !others.some((one) => up.contains(one));
  return alone ? cardOf(up, others) : link;
}

/** Reads the text that all visible links to one kind of record agree on; null where they don't. */
export function soleLink(root: ParentNode, links: string): string | null {
  const names = new Set(onRecord(root, links).map((link) => textOf(link)));
  names.delete(null);
  return names.size === 1 ? ([...names][0] ?? null) : null;
}

/** Reads a field that may be shown as a text, a link or an input. */
export function fieldOf(root: ParentNode, selector: string): string | null {
  for (const field of onRecord(root, selector)) {
    const input = field.matches('input') ? field : field.querySelector('input');
    const value = (input as HTMLInputElement | null)?.value?.trim() || textOf(field);
    if (value) return value;
  }
  return null;
}

/**
 * Reads the address in a field, from its link, its input or a text that is nothing else: the texts
 * of neighbours have no space between them, so a label would become part of the address.
 */
export function addressField(root: ParentNode, selector: string): string | null {
  for (const field of onRecord(root, selector)) {
    const parts = [field, ...field.querySelectorAll('*')].slice(0, MOST_PARTS);
    const texts = parts.map((part) =>
      part.matches('input')
        ? (part as HTMLInputElement).value
        : part.childElementCount > 0
          ? null
          : textOf(part),
    );
    const email = [...parts.map(mailtoOf), ...texts.map(addressIn)].find(Boolean);
    if (email) return email;
  }
  return null;
}

/** Makes the detection of a record, with how far its people can be trusted. */
export function record(found: Pick<Detection, 'site' | 'pageId'> & Partial<Detection>): Detection {
  const people = found.people ?? [];
  const trust =
    people.length === 0
      ? ({ confidence: 'low', reason: 'nobody named on the record' } as const)
      : people.every(({ email }) => email !== null)
        ? ({ confidence: 'high', reason: 'address on the record' } as const)
        : ({ confidence: 'medium', reason: 'name without an address' } as const);
  return detection({ kind: 'record', ...trust, ...found });
}

/** Makes the record of one person; null while the page doesn't yet say who. */
export function contactRecord(
  site: string,
  pageId: string,
  name: string | null,
  email: string | null,
  company: string | null = null,
): Detection | null {
  const contact = person('contact', name, email);
  return contact && record({ site, pageId, people: [contact], company, title: name });
}

/** Trusts a record less where only the tab's title, which may still be of the page before, says the name. */
export function byTitleOnly(found: Detection | null): Detection | null {
  if (!found || found.people.some(({ email }) => email !== null)) return found;
  return { ...found, confidence: 'low', reason: "name in the tab's title only" };
}
