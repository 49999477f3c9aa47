import { sdk } from '@vectorize-io/hindsight-client';
import { prospectKey, samePerson } from '../identity/key';
import {
  areNamesakes,
  asMerge,
  changesOf,
  type Decision,
  isDecided,
  isVague,
  meantBy,
  othersOf,
  type Person,
  type PersonChange,
  personOf,
} from '../identity/people';
import type { Prospect } from '../identity/prospect';
import type { KnownProspect, WhoIs } from '../messages';
import type { Connection } from '../settings';
import type { Bank } from './bank';
import { decisionId, decisionOf, decisionRecord, decisionTag } from './decisions';
import { MemoryError } from './errors';
import { asDecided, knownFromTags } from './known';
import { logsIn, toRecord } from './record';
import { cardsOfName, logOfTag, logsOfKey, personTag, prospectOfCard } from './tags';
import { createTransport } from './transport';

/** How long a decision may take to be stored (ms): a model on the server reads it too. */
const patienceMs = 60_000;
/** Namesakes that are offered. */
const mostNamesakes = 8;

/** A person, and the other names and addresses that they go by. */
export interface KnownPerson extends Person {
  others: Decision[];
}

/** Who is who in a bank. */
export interface People {
  decisions(signal?: AbortSignal): Promise<Decision[]>;
  person(prospect: Prospect): Promise<KnownPerson>;
  whoIs(
    named: Prospect,
    pageId: string | null,
    known?: readonly KnownProspect[] | null,
  ): Promise<WhoIs>;
  changePerson(change: PersonChange): Promise<Prospect>;
  /** Takes back every decision about some keys; about all where that is null. */
  forget(keys: readonly string[] | null): Promise<void>;
}

/** @returns who somebody is by what was decided. */
export function knownPersonOf(decisions: Decision[], prospect: Prospect): KnownPerson {
  const found = personOf(decisions, prospect);
  return { ...found, others: othersOf(decisions, found) };
}

/** What reps decided about who is who: each decision a small document, found by its tag. */
export function peopleOf(bank: Bank, connection: Connection): People {
  async function decisions(signal?: AbortSignal): Promise<Decision[]> {
    const documents = await bank.documentsOf([decisionTag], signal);
    return documents.flatMap((document) => decisionOf(document) ?? []);
  }

  const person = async (prospect: Prospect) => knownPersonOf(await decisions(), prospect);

  /** @returns everybody of a name, with their logs, from the tags of the bank. */
  async function knownBy(named: Prospect): Promise<KnownProspect[]> {
    const cards = (await bank.tagsLike(cardsOfName(named.name))).filter(({ tag }) => {
      const prospect = prospectOfCard(tag);
      return prospect !== null && areNamesakes(prospect, named);
    });
    const keys = new Set(cards.flatMap(({ tag }) => prospectOfCard(tag) ?? []).map(prospectKey));
    const logs = await Promise.all(
      [...keys].slice(0, mostNamesakes).map(async (key) => {
        const found = await bank.tagsLike(logsOfKey(key));
        return found.filter(({ tag }) => logOfTag(tag)?.key === key);
      }),
    );
    return knownFromTags(cards, logs.flat(), { skipUnlogged: true }) ?? [];
  }

  async function whoIs(
    named: Prospect,
    pageId: string | null,
    known: readonly KnownProspect[] | null = null,
  ): Promise<WhoIs> {
    const all = await decisions();
    const mine = personOf(all, named).keys;
    const alike =
      known?.filter(({ prospect }) => areNamesakes(prospect, named)) ?? (await knownBy(named));
    const person = meantBy(all, named, pageId);
    return {
      person,
      others: othersOf(all, personOf(all, person)),
      decided: isDecided(all, named, pageId),
      namesakes: asDecided(alike, all)
        .filter(({ prospect }) => !mine.includes(prospectKey(prospect)))
        .slice(0, mostNamesakes),
    };
  }

  async function keep(kept: Decision[]): Promise<void> {
    if (kept.length === 0) return;
    const { write } = createTransport(connection, patienceMs);
    const body = { items: kept.map(decisionRecord), async: false };
    await write((options) => sdk.retainMemories({ ...options, path: bank.path, body }));
    const stored = new Map((await decisions()).map((one) => [one.key, one]));
    for (const { key, person } of kept) {
      const there = stored.get(key);
      if (!there || prospectKey(there.person) !== prospectKey(person)) {
        throw new MemoryError('broken', `the decision about ${key} isn’t there`);
      }
    }
  }

  /** Files every log of a bare name under a person, in the logs' own tags. */
  async function refile(from: Prospect, into: Prospect): Promise<void> {
    const { name, email, company } = into;
    for (const log of logsIn(await bank.documentsOf([personTag(from)]))) {
      const { tags } = toRecord({ ...log, prospect: name, email, company });
      await bank.retag(log.id, tags);
    }
    const left = await bank.countOf(personTag(from));
    if (left > 0) throw new MemoryError('broken', `${left} logs still go by the name alone`);
  }

  async function changePerson(asked: PersonChange): Promise<Prospect> {
    const before = await decisions();
    const change = asMerge(before, asked);
    if (change.kind === 'merge' && isVague(change.from) && !samePerson(change.from, change.into)) {
      await refile(change.from, personOf(before, change.into).prospect);
    }
    const { keep: kept, drop } = changesOf(before, change);
    await keep(kept);
    for (const key of drop) await bank.remove(decisionId(key));
    const after = kept.length + drop.length === 0 ? before : await decisions();
    switch (change.kind) {
      case 'merge':
        return personOf(after, change.into).prospect;
      case 'split':
        return before.find(({ key }) => key === change.key)?.known ?? { name: change.key };
      case 'rename':
        return personOf(after, change.person).prospect;
      case 'means':
        return meantBy(after, change.named, change.pageId);
    }
  }

  async function forget(keys: readonly string[] | null): Promise<void> {
    for (const { key, person: of } of await decisions()) {
      const about = [key, prospectKey(of)];
      if (!keys || about.some((one) => keys.includes(one))) await bank.remove(decisionId(key));
    }
  }

  return { decisions, person, whoIs, changePerson, forget };
}
