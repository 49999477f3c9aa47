import { companyOf } from '../identity/addresses';
import { encodeKey, prospectKey } from '../identity/key';
import { normaliseName } from '../identity/names';
import type { Prospect } from '../identity/prospect';
import { storable } from '../identity/storable';

/** The tag of every log of ours, so that they can be counted in a bank that others use too. */
export const ourTag = 'salesmemory';

/** The tag of everything that goes by a key. */
export function tagOfKey(key: string): string {
  return `prospect:${key}`;
}

/** The tag of everything about one person, as far as they go by this name or address. */
export function personTag(prospect: Prospect): string {
  return tagOfKey(prospectKey(prospect));
}

/** A name as cards begin with it, so that namesakes are found however the name is written. */
const nameKey = (name: string) => encodeKey(normaliseName(name));

/** The tag that tells a list of prospects the names, without reading any document. */
export function cardTag({ name, email, company }: Prospect): string {
  const parts = [email ?? '', name, company ?? ''];
  return `card:${nameKey(name)}|${parts.map((part) => encodeURIComponent(storable(part))).join('|')}`;
}

/**
 * The pattern of all cards and all logs. The server counts every tag of the bank for each pattern it
 * is asked for, so one question it is; what else fits is no card and no log.
 */
export const cardsAndLogs = '*|*';

/** @returns the pattern of the cards of everybody of a name; more may fit it. */
export function cardsOfName(name: string): string {
  return `card:${nameKey(name)}|*`;
}

/** @returns the pattern of the logs of a key; more may fit it. */
export function logsOfKey(key: string): string {
  return `log:${key}|*`;
}

/** @returns who a card tag is about; null where it is none of ours. */
export function prospectOfCard(tag: string): Prospect | null {
  const [, email, name, company, ...rest] = tag.split('|');
  if (!tag.startsWith('card:') || !name || rest.length > 0) return null;
  try {
    return {
      name: decodeURIComponent(name),
      ...(email ? { email: decodeURIComponent(email) } : {}),
      ...(company ? { company: decodeURIComponent(company) } : {}),
    };
  } catch {
    return null;
  }
}

/** The tags of somebody's company, as it is named and as the address says, which find its people. */
export function companyTags({ email, company }: Prospect): string[] {
  const names = [company, email && companyOf(email)].filter((name) => name !== undefined);
  return [...new Set(names.filter(Boolean).map((name) => `company:${encodeKey(name)}`))];
}

/**
 * The tag of one log alone: whom it is about and when. A list of these says how often and when last
 * each person was spoken with, in every mode of the server, without reading a document.
 */
export function logTag(prospect: Prospect, at: string, id: string): string {
  const moment = new Date(at).getTime().toString(36);
  return `log:${prospectKey(prospect)}|${moment}|${encodeKey(id)}`;
}

/** @returns whom (by key) and when (ms since 1970) a log tag is about; null where it is none. */
export function logOfTag(tag: string): { key: string; at: number } | null {
  const found = /^log:(.+)\|(-?[\da-z]+)\|[^|]*$/.exec(tag);
  const at = Number.parseInt(found?.[2] ?? '', 36);
  const isMoment = Number.isSafeInteger(at) && Math.abs(at) <= 8.64e15;
  return found?.[1] && isMoment ? { key: found[1], at } : null;
}
