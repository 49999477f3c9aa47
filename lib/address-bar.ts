import { prospectKey } from './identity/key';
import type { Prospect } from './identity/prospect';

/** A line that the address bar offers: what it becomes when chosen, and how it looks (XML). */
export interface Suggestion {
  content: string;
  description: string;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string) =>
  // The address bar refuses a description with a character that XML has no place for.
  text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ').replace(/[&<>"]/g, (one) => escapes[one] ?? '');

/** @returns a prospect as a line of the address bar, recognised by `chosen`. */
export function suggestionOf(prospect: Prospect): Suggestion {
  const { name, email, company } = prospect;
  const where = [company, email].filter((part) => part !== undefined).join(' · ');
  return {
    content: contentOf(prospect),
    description: `${escaped(name)}${where === '' ? '' : ` <dim>${escaped(where)}</dim>`}`,
  };
}

function contentOf({ name, email, company }: Prospect): string {
  if (email !== undefined) return `${name} <${email}>`;
  return company === undefined ? name : `${name}, ${company}`;
}

/**
 * @param text what was chosen or typed
 * @param found the prospects that a search for it gives
 * @returns who is meant: the one whose line was chosen, else the only one found; null where several
 * or none may be meant.
 */
export function chosen(text: string, found: readonly Prospect[]): Prospect | null {
  const wanted = text.trim().toLowerCase();
  const same = found.filter(
    (one) => contentOf(one).toLowerCase() === wanted || one.name.toLowerCase() === wanted,
  );
  const people = new Map((same.length > 0 ? same : found).map((one) => [prospectKey(one), one]));
  const [only, ...others] = people.values();
  return only !== undefined && others.length === 0 ? only : null;
}

/** @returns what to search for where a whole line was chosen: the name in it. */
export function searchOf(text: string): string {
  return text.replace(/\s*(?:<[^>]*>|, [^,]*)\s*$/, '').trim();
}
