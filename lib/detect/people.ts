import type { DetectedPerson, Detection } from './detection';

/** Invisible marks that pages put around names (bidirectional, zero width); they'd split one name in two. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g;
const ADDRESS = /[^\s@<>()[\]"',;:]+@[^\s@<>()[\]"',;:]+\.[^\s@<>()[\]"',;:.]+/;

/** As much of one text as is read, in characters, in how many pieces, and how many @ of it are looked at. */
const MOST_TEXT = 20_000;
const MOST_TEXTS = 1_000;
const MOST_TRIES = 20;
/** Longer than an address may be. */
const MOST_OF_ADDRESS = 330;

/** Cuts a page's text to one clean line of at most `max` characters; null where nothing is left. */
export function line(text: string | null | undefined, max = 300): string | null {
  const start = (text ?? '').slice(0, MOST_TEXT);
  const clean = start.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  return clean.slice(0, max).trim() || null;
}

/**
 * Reads an element's text as one line: text by text, as far as is needed of them. `innerText` makes
 * the page lay out, and `textContent` copies all of it, however many megabytes a page has put there.
 */
export function textOf(element: Element | null | undefined, max = 300): string | null {
  // 4: texts alone (NodeFilter.SHOW_TEXT).
  const texts = element?.ownerDocument.createTreeWalker(element, 4);
  let text = '';
  for (let left = MOST_TEXTS; left > 0 && text.length < MOST_TEXT && texts?.nextNode(); left -= 1)
    text += (texts.currentNode as Text).data.slice(0, MOST_TEXT);
  return line(text, max);
}

/** Finds the first e-mail address in a text, in lower case; null where there is none. */
export function addressIn(text: string | null | undefined): string | null {
  const clean = (text ?? '').slice(0, MOST_TEXT).replace(INVISIBLE, '');
  let at = clean.indexOf('@');
  // Only what stands around an @ is matched: over a long text the pattern would take for ever.
  for (let tries = 0; at !== -1 && tries < MOST_TRIES; tries += 1) {
    const start = Math.max(0, at - MOST_OF_ADDRESS);
    const found = ADDRESS.exec(clean.slice(start, at + MOST_OF_ADDRESS))?.[0];
    if (found) return found.length <= 320 ? found.toLowerCase() : null;
    at = clean.indexOf('@', at + 1);
  }
  return null;
}

/** Reads the address of a `mailto:` link; null where the link holds none. */
export function mailtoOf(link: Element | null | undefined): string | null {
  const target = /^mailto:([^?]*)/i.exec(link?.getAttribute('href') ?? '')?.[1] ?? '';
  try {
    return addressIn(decodeURIComponent(target));
  } catch {
    return addressIn(target);
  }
}

/**
 * Builds one person of a page. A "name" that is only the address is no name; who has neither isn't
 * a person (null).
 */
export function person(
  role: DetectedPerson['role'],
  name: string | null,
  email: string | null,
  self: string | null = null,
): DetectedPerson | null {
  const clean = line(name);
  const named = clean !== null && addressIn(clean) !== clean.toLowerCase() ? clean : null;
  if (named === null && email === null) return null;
  return { name: named, email, role, self: email !== null && email === self };
}

/**
 * Takes out repetitions. An address is one person; a name without address is taken for a repetition
 * only of the same name without address, since two people can share a name.
 */
export function unique(people: (DetectedPerson | null)[]): DetectedPerson[] {
  const byKey = new Map<string, DetectedPerson>();
  for (const one of people) {
    if (!one) continue;
    const key = one.email ?? `name:${one.name}`;
    const known = byKey.get(key);
    if (known) known.name ??= one.name;
    else byKey.set(key, one);
  }
  return [...byKey.values()].slice(0, 300);
}

/** Fills what a page doesn't tell, and keeps every text within the shape's limits. */
export function detection(
  found: Pick<Detection, 'site' | 'kind' | 'pageId' | 'confidence' | 'reason'> & Partial<Detection>,
): Detection {
  return {
    company: null,
    deal: null,
    title: null,
    startsAt: null,
    endsAt: null,
    ...found,
    people: found.people ?? [],
    pageId: found.pageId.slice(0, 500),
  };
}
