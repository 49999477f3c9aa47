import { z } from 'zod';
import { encodeKey, prospectKey, samePerson } from './key';
import { normaliseName } from './names';
import { type Prospect, prospectSchema } from './prospect';

/**
 * What the rep said about who somebody is: whoever goes by `key` is `person`. Kept in memory, one
 * for each key, so that every browser of the team knows it.
 *
 * A decision whose key is the person's own gives the person's name, and says that the rep has looked
 * at namesakes.
 */
export const decisionSchema = z.object({
  key: z.string().min(1),
  /** As the key's owner is written, for the screen: a name, or an address. */
  known: prospectSchema,
  person: prospectSchema,
});
export type Decision = z.infer<typeof decisionSchema>;

/** A person with every key that stands for them, their own first. */
export interface Person {
  prospect: Prospect;
  keys: string[];
}

/** What a rep can change about who somebody is. */
export const personChangeSchema = z.discriminatedUnion('kind', [
  /** These two are one person: `into`. */
  z.object({ kind: z.literal('merge'), from: prospectSchema, into: prospectSchema }),
  /** What goes by `key` is somebody else after all. */
  z.object({ kind: z.literal('split'), key: z.string().min(1).max(4_000) }),
  /** Another name or company from now on. */
  z.object({ kind: z.literal('rename'), person: prospectSchema, to: prospectSchema }),
  /** This person writes from another address too. */
  z.object({
    kind: z.literal('address'),
    person: prospectSchema,
    email: z.string().trim().toLowerCase().pipe(z.email()),
  }),
  /** Whom a name on one page means: one of the namesakes, or (null) nobody known. */
  z.object({
    kind: z.literal('means'),
    named: prospectSchema,
    pageId: z.string().max(2_000).nullable(),
    person: prospectSchema.nullable(),
  }),
]);
export type PersonChange = z.infer<typeof personChangeSchema>;

/** Marks what was said about one page alone, after a bare name's key: it stands for nobody elsewhere. */
const pageMark = '~page~';

/** What a change does to the decisions that are kept. */
export interface DecisionsToChange {
  keep: Decision[];
  /** Keys whose decision is taken back. */
  drop: string[];
}

/** @returns whether all that is known is a name: it can mean somebody else on the next page. */
export function isVague({ email, company }: Prospect): boolean {
  return !email && !company;
}

/**
 * @returns the key that a name on one page goes by. A name without an address or a company can mean
 * another namesake on the next page, so what the rep said holds for the page alone.
 */
export function meantKey(named: Prospect, pageId: string | null): string {
  const key = prospectKey(named);
  return isVague(named) && pageId ? `${key}${pageMark}${encodeKey(pageId)}` : key;
}

/** @returns the keys that a name on a page goes by: never a bare name's own, which means another elsewhere. */
function meantKeys(named: Prospect, pageId: string | null): string[] {
  const onPage = meantKey(named, pageId);
  return isVague(named) ? [onPage] : [onPage, prospectKey(named)];
}

/** @returns whom a key stands for by what was decided; undefined where nothing was. */
function decided(decisions: readonly Decision[], key: string): Prospect | undefined {
  const seen = new Set<string>();
  let person: Prospect | undefined;
  // A merged person may be merged again; one that leads back to itself ends there.
  for (let at = key; !seen.has(at); ) {
    seen.add(at);
    const found = decisions.find((one) => one.key === at);
    if (!found) break;
    person = found.person;
    at = prospectKey(found.person);
  }
  return person;
}

/** @returns the key that a decided key ends at; null where nothing was decided about it. */
function leadsTo(decisions: readonly Decision[], key: string): string | null {
  const person = decided(decisions, key);
  return person ? prospectKey(person) : null;
}

/** @returns who somebody is, and every key that stands for them. */
export function personOf(decisions: readonly Decision[], prospect: Prospect): Person {
  const own = prospectKey(prospect);
  const person = decided(decisions, own) ?? prospect;
  const key = prospectKey(person);
  const others = decisions
    .map((one) => one.key)
    .filter((other) => !other.includes(`~${pageMark}`) && leadsTo(decisions, other) === key);
  return { prospect: person, keys: [...new Set([key, own, ...others])] };
}

/** @returns what is known about the other names and addresses of a person, for the screen. */
export function othersOf(decisions: readonly Decision[], person: Person): Decision[] {
  const [own] = person.keys;
  return decisions.filter(({ key }) => key !== own && person.keys.includes(key));
}

/** @returns whether the rep said whom a name or an address on a page means. */
export function isDecided(
  decisions: readonly Decision[],
  named: Prospect,
  pageId: string | null,
): boolean {
  const keys = meantKeys(named, pageId);
  return decisions.some(({ key }) => keys.includes(key));
}

/** @returns whom a name on a page means: by what was said about this page, else about the name. */
export function meantBy(
  decisions: readonly Decision[],
  named: Prospect,
  pageId: string | null,
): Prospect {
  const keys = meantKeys(named, pageId);
  return keys.map((key) => decided(decisions, key)).find((one) => one !== undefined) ?? named;
}

/** @returns whether two could be one person by their names alone: worth asking, no more. */
export function areNamesakes(a: Prospect, b: Prospect): boolean {
  return !samePerson(a, b) && normaliseName(a.name) === normaliseName(b.name);
}

/**
 * A further address is one that belongs to the person; the first one becomes the person. A bare name
 * with another name or a company is another key, under which its logs are filed.
 *
 * @returns the change as the merge that it comes to; unchanged where it comes to none
 */
export function asMerge(
  decisions: readonly Decision[],
  change: PersonChange,
): Exclude<PersonChange, { kind: 'address' }> {
  if (change.kind === 'rename') {
    const { prospect } = personOf(decisions, change.person);
    const { name, company } = change.to;
    const into = { name, ...(company ? { company } : {}) };
    const moves = isVague(prospect) && !samePerson(prospect, into);
    return moves ? { kind: 'merge', from: prospect, into } : change;
  }
  if (change.kind !== 'address') return change;
  const { email } = change;
  const { prospect } = personOf(decisions, change.person);
  return prospect.email
    ? { kind: 'merge', from: { name: prospect.name, email }, into: prospect }
    : { kind: 'merge', from: prospect, into: { ...prospect, email } };
}

/**
 * @returns what a change does to what was decided before. A bare name is never made to stand for
 * somebody by a merge: its logs are filed under the person instead (`lib/memory/people`).
 */
export function changesOf(decisions: readonly Decision[], asked: PersonChange): DecisionsToChange {
  const change = asMerge(decisions, asked);
  const knownAs = (key: string) => decisions.find((one) => one.key === key)?.known;
  switch (change.kind) {
    case 'merge': {
      const into = personOf(decisions, change.into);
      const from = personOf(decisions, change.from);
      // The other keys lead to this one, and stay with it where the two are parted again.
      const key = prospectKey(from.prospect);
      if (isVague(from.prospect) || into.keys.includes(key)) return { keep: [], drop: [] };
      const known = knownAs(key) ?? from.prospect;
      return { keep: [{ key, known, person: into.prospect }], drop: [] };
    }
    case 'split':
      return { keep: [], drop: [change.key] };
    case 'rename': {
      const { prospect } = personOf(decisions, change.person);
      const { email } = prospect;
      const { name } = change.to;
      // The address is the person: a rename never changes it. Without one it takes the company from
      // nobody, either: the bare name that is left could be anybody's.
      const company = change.to.company || (email ? undefined : prospect.company);
      const person: Prospect = { name, ...(email && { email }), ...(company && { company }) };
      // Without an address the name is the key: the old one has to lead to the new one.
      const own = [...new Set([prospect, person].map(prospectKey))];
      const keep = own.map((key) => ({ key, known: knownAs(key) ?? prospect, person }));
      return { keep, drop: [] };
    }
    case 'means': {
      const key = meantKey(change.named, change.pageId);
      const person = change.person ? personOf(decisions, change.person).prospect : change.named;
      return { keep: [{ key, known: change.named, person }], drop: [] };
    }
  }
}
