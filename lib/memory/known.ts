import { prospectKey } from '../identity/key';
import { normaliseName } from '../identity/names';
import { type Decision, personOf } from '../identity/people';
import type { Prospect } from '../identity/prospect';
import type { Interaction } from '../interaction';
import type { KnownProspect } from '../messages';
import { prospectOf } from './record';
import { logOfTag, prospectOfCard } from './tags';

/** A tag of the bank, and how many memories carry it. */
export interface CountedTag {
  tag: string;
  count: number;
}

/** Last contact first; who was never spoken to comes last. */
function byLastContact(a: KnownProspect, b: KnownProspect): number {
  const [first, second] = [a.lastAt ?? '', b.lastAt ?? ''];
  if (first !== second) return first < second ? 1 : -1;
  const named = ({ prospect }: KnownProspect) => `${prospect.name}|${prospectKey(prospect)}`;
  return named(a) < named(b) ? -1 : 1;
}

/**
 * Everybody a bank knows, from its tags alone: `cards` name people, `logs` say when each was spoken
 * with. No document is read, so thousands of people take as long as a few.
 *
 * @returns last contact first; null where a card has no log, so that the tags don't tell it all,
 * unless such cards are to be skipped
 */
export function knownFromTags(
  cards: CountedTag[],
  logs: CountedTag[],
  { skipUnlogged = false } = {},
): KnownProspect[] | null {
  const contacts = new Map<string, { count: number; lastAt: number }>();
  for (const { tag } of logs) {
    const log = logOfTag(tag);
    if (!log) continue;
    const before = contacts.get(log.key);
    contacts.set(log.key, {
      count: (before?.count ?? 0) + 1,
      lastAt: Math.max(before?.lastAt ?? log.at, log.at),
    });
  }
  const people = new Map<string, { prospect: Prospect; memories: number }>();
  for (const { tag, count } of cards) {
    const prospect = prospectOfCard(tag);
    if (!prospect) continue;
    const key = prospectKey(prospect);
    if (!contacts.has(key)) {
      if (skipUnlogged) continue;
      return null;
    }
    // Of several spellings of one person, the commonest stands.
    if ((people.get(key)?.memories ?? 0) < count) people.set(key, { prospect, memories: count });
  }
  const known = [...people].map(([key, { prospect }]) => {
    const contact = contacts.get(key);
    const lastAt = contact ? new Date(contact.lastAt).toISOString() : null;
    return { prospect, count: contact?.count ?? 0, lastAt };
  });
  return known.sort(byLastContact);
}

/** A person's logs, and how often each spelling of the person occurs in them. */
interface Tally {
  logs: Interaction[];
  spellings: Map<string, number>;
}

/** @returns everybody that logs are about, last contact first. */
export function knownFromLogs(logs: Interaction[]): KnownProspect[] {
  const people = new Map<string, Tally>();
  for (const log of logs) {
    const prospect = prospectOf(log);
    const key = prospectKey(prospect);
    const person: Tally = people.get(key) ?? { logs: [], spellings: new Map() };
    person.logs.push(log);
    const spelling = JSON.stringify(prospect);
    person.spellings.set(spelling, (person.spellings.get(spelling) ?? 0) + 1);
    people.set(key, person);
  }
  const known = [...people.values()].map((person) => {
    const [commonest] = [...person.spellings].sort((a, b) => b[1] - a[1]);
    const times = person.logs.map(({ at }) => at).sort();
    return {
      prospect: JSON.parse(commonest?.[0] ?? '{}') as Prospect,
      count: person.logs.length,
      lastAt: times.at(-1) ?? null,
    };
  });
  return known.sort(byLastContact);
}

/** @returns the known prospects with what reps decided: one entry for a person of several keys. */
export function asDecided(
  known: readonly KnownProspect[],
  decisions: readonly Decision[],
): KnownProspect[] {
  if (decisions.length === 0) return [...known];
  const people = new Map<string, KnownProspect>();
  for (const one of known) {
    const { prospect } = personOf(decisions, one.prospect);
    const key = prospectKey(prospect);
    const before = people.get(key);
    people.set(key, {
      prospect,
      count: one.count + (before?.count ?? 0),
      // Last contact comes first, so the first of a person is the newest.
      lastAt: before ? before.lastAt : one.lastAt,
    });
  }
  return [...people.values()].sort(byLastContact);
}

/** @returns whether a name, an address or a company contains what somebody typed, accents or not. */
function matches({ name, email = '', company = '' }: Prospect, query: string): boolean {
  const typed = query.trim().toLowerCase();
  return (
    [email, company.toLowerCase()].some((text) => text.includes(typed)) ||
    normaliseName(name).includes(normaliseName(query))
  );
}

/** @returns the first of some known people whose name, address or company contains a query. */
export function peopleLike(
  known: readonly KnownProspect[],
  query: string,
  limit = 20,
): KnownProspect[] {
  return known.filter(({ prospect }) => matches(prospect, query)).slice(0, limit);
}
