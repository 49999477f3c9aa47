import { normaliseName } from './names';
import type { Prospect } from './prospect';
import { storable } from './storable';

/** Everything that stays readable in a key; the rest is percent-encoded, wildcards included. */
const plain = /[a-z0-9.@_+-]/;

/**
 * @returns text as a part of a tag: lower case, in one Unicode form, with every sign that a tag or a
 * query could take for its own percent-encoded.
 */
export function encodeKey(text: string): string {
  const bytes = new TextEncoder().encode(storable(text).normalize('NFKC').trim().toLowerCase());
  return Array.from(bytes, (byte) => {
    const sign = String.fromCharCode(byte);
    return plain.test(sign) ? sign : `%${byte.toString(16).padStart(2, '0').toUpperCase()}`;
  }).join('');
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
