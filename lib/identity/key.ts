import { normaliseName } from './names';
import type { Prospect } from './prospect';
import { storable } from './storable';

/**
 * @returns text as a part of a tag: lower case, in one Unicode form, with every sign that a tag or a
 * query could take for its own percent-encoded.
 */
export function encodeKey(text: string): string {
  const plain = storable(text).normalize('NFKC').trim().toLowerCase();
  // Readable stay a-z, 0-9 and ".@_+-"; wildcards, which an address would keep, do not.
  return encodeURIComponent(plain)
    .replace(/%40|%2B/g, decodeURIComponent)
    .replace(/[!~*'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** @returns what `encodeKey` encoded; lower case, since the key doesn't keep the case. */
export function decodeKey(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}

/**
 * The one key of a person. An address is the person, whatever name comes with it; without one, the
 * name and the company together stand for a guess that never meets an address's key.
 */
export function prospectKey({ name, email, company }: Prospect): string {
  if (email) return encodeKey(email);
  return `~${encodeKey(normaliseName(name))}~${encodeKey(company ?? '')}`;
}

/** @returns whether two prospects are the same person. */
export function samePerson(a: Prospect, b: Prospect): boolean {
  return prospectKey(a) === prospectKey(b);
}

/**
 * @param pageId the page's own id of what it shows, e.g. of a calendar event
 * @returns tells apart what pages name: the same name on another page may be somebody else
 */
export function namedKey(named: Prospect, pageId: string | null): string {
  return `${prospectKey(named)}|${pageId ?? ''}`;
}
