import { sdk } from '@vectorize-io/hindsight-client';
import { z } from 'zod';
import { t, tn } from '../i18n';
import { type PersonChange, personOf } from '../identity/people';
import type { Prospect } from '../identity/prospect';
import type { Interaction } from '../interaction';
import type { KnownProspect, WhoIs } from '../messages';
import type { AskReflect, ReflectQuestion } from '../models/hindsight';
import type { Connection } from '../settings';
import { idOf, isMissing, isNotFound, listSchema, openBank, parsed } from './bank';
import { type Stored, storeMany } from './bulk';
import { decisionOf, decisionTag } from './decisions';
import { MemoryError } from './errors';
import { asDecided, knownFromLogs, knownFromTags, peopleLike } from './known';
import { type KnownPerson, knownPersonOf, peopleOf } from './people';
import { openRecall, type RecalledLog } from './recall';
import { carries, isRecordOf, logsIn, prospectOf, tagsIn, toRecord } from './record';
import { cardsAndLogs, companyTags, logTag, ourTag, personTag, tagOfKey } from './tags';
import { createTransport } from './transport';

/** How long the server's model may think (ms): longer than its callers wait. */
const reflectPatienceMs = 180_000;
/** The oldest server that the tests of the product have run against. */
const oldestServer = '1.1';

/** Documents of many people asked for at once: those of fifty with forty logs each. */
const manyInOne = 2_000;

/** As many characters of tags as one address holds: servers and proxies take eight thousand or more. */
const mostAddress = 4_000;

const operationSchema = z.object({
  status: z.string(),
  error_message: z.string().nullish(),
});

/** What a brief of somebody is made of. */
export interface About {
  /** As `historyOf` gives it. */
  history: Interaction[];
  /** Every key that stands for the person. */
  keys: string[];
  /** Everybody of the person's company, themselves too, found by the company's tags. */
  company: KnownProspect[];
}

/** What became of a log that was handed over. */
export type Delivery = 'stored' | 'working' | 'failed' | 'unknown';

/** Reads many people, by what reps had decided when it was made. */
interface Reader extends Pick<Memory, 'historyOf' | 'person'> {
  /**
   * Everything remembered about each of some people, in their order: a server without an index of
   * tags looks through the whole bank for one person, and as long for fifty.
   */
  historiesOf(prospects: readonly Prospect[], signal?: AbortSignal): Promise<Interaction[][]>;
}

/** One bank of one Hindsight server, in the terms of this product. Every method throws MemoryError. */
export interface Memory {
  /** Everything remembered about one person: complete, verbatim, oldest first, each log once. */
  historyOf(prospect: Prospect, signal?: AbortSignal): Promise<Interaction[]>;
  /** All that a brief is made of: one request, where it is no long history or large company. */
  about(prospect: Prospect, signal?: AbortSignal): Promise<About>;
  /**
   * Hands logs over. The server works them off later, once, however often they are handed over under
   * the same `operation` (a UUID).
   */
  submit(logs: readonly Interaction[], operation: string): Promise<void>;
  /** Stores logs for good; those that are there already stay as they are. */
  storeMany(logs: readonly Interaction[]): Promise<Stored>;
  /**
   * What became of each of some logs under an operation, in their order. An older wording of a log
   * doesn't count as stored.
   */
  deliveriesOf(logs: readonly Interaction[], operation: string): Promise<Delivery[]>;
  /** Whether a document of this id is stored. */
  has(id: string): Promise<boolean>;
  /** Removes a log for good, and makes sure that it is gone. */
  remove(id: string): Promise<void>;
  /** Every log of the bank, of everybody, oldest first. */
  allLogs(signal?: AbortSignal): Promise<Interaction[]>;
  /** Everybody that the bank knows, last contact first: quick for thousands. */
  allProspects(signal?: AbortSignal): Promise<KnownProspect[]>;
  /** People whose name, address or company contains the query, last contact first. */
  knownProspects(query: string, limit?: number): Promise<KnownProspect[]>;
  /** Who somebody is by what reps decided: their keys, and their other names and addresses. */
  person(prospect: Prospect): Promise<KnownPerson>;
  /** For reading many people: what reps decided is read once, now, and holds for all of them. */
  reader(signal?: AbortSignal): Promise<Reader>;
  /**
   * Whom a name or an address on a page means, and who else it could mean.
   *
   * @param known everybody, where that is at hand: else the server counts all tags for the name, and
   *   for each namesake again
   */
  whoIs(
    named: Prospect,
    pageId: string | null,
    known?: readonly KnownProspect[] | null,
  ): Promise<WhoIs>;
  /** Changes who somebody is, for everybody who uses the bank. @returns the person. */
  changePerson(change: PersonChange): Promise<Prospect>;
  /** Takes back everything that was decided about who is who. */
  forgetDecisions(): Promise<void>;
  /** Removes everything about one person. @returns how many logs that were. */
  forget(prospect: Prospect): Promise<number>;
  /** Ids of the logs that answer a question best, best first; of one person where one is given. */
  recall(
    question: string,
    prospect?: Prospect,
    limit?: number,
    signal?: AbortSignal,
  ): Promise<string[]>;
  /**
   * The logs that answer a question best, best first, with their words; of some people, or of
   * everybody where none are given.
   */
  recallLogs(
    question: string,
    people?: readonly Prospect[],
    limit?: number,
  ): Promise<RecalledLog[]>;
  /** Asks the server's own model, as its `reflect` takes it. @returns its answer, unchecked. */
  reflect: AskReflect;
  /** Makes the bank where it is missing. */
  createBank(): Promise<void>;
  /** Finds out whether everything is in place. */
  test(): Promise<{ version: string | null; message: string }>;
}

/**
 * Memory on a Hindsight server.
 *
 * History is read from documents, not from memories: a document's metadata hold the words as they
 * were logged in every mode of the server, with or without a model, and an id is stored but once.
 */
export function createMemory(
  connection: Connection,
  { timeoutMs }: { timeoutMs?: number } = {},
): Memory {
  if (connection.baseUrl === '') throw new MemoryError('not_configured');
  const bank = openBank(connection, timeoutMs);
  const { transport, path, documentsOf, documentOf, remove } = bank;
  const people = peopleOf(bank, connection);

  async function historyOf(prospect: Prospect, signal?: AbortSignal): Promise<Interaction[]> {
    const own = personTag(prospect);
    const [documents, decisions] = await Promise.all([
      documentsOf([own], signal),
      people.decisions(signal),
    ]);
    const tags = personOf(decisions, prospect).keys.map(tagOfKey);
    const others = tags.filter((tag) => tag !== own);
    const more = others.length === 0 ? [] : await documentsOf(others, signal);
    return logsIn([...documents, ...more]);
  }

  async function reader(signal?: AbortSignal): Promise<Reader> {
    const decisions = await people.decisions(signal);
    const tagsOf = (prospect: Prospect) => personOf(decisions, prospect).keys.map(tagOfKey);
    return {
      historyOf: async (prospect, stop) => logsIn(await documentsOf(tagsOf(prospect), stop)),
      historiesOf: async (prospects, stop) => {
        const own = prospects.map(tagsOf);
        const found = new Map<string, unknown[]>(own.flat().map((tag) => [tag, []]));
        for (const tags of inAddresses([...found.keys()])) {
          for (const document of await documentsOf(tags, stop, manyInOne)) {
            for (const tag of tagsIn(document)) found.get(tag)?.push(document);
          }
        }
        return own.map((tags) => logsIn(tags.flatMap((tag) => found.get(tag) ?? [])));
      },
      person: async (prospect) => knownPersonOf(decisions, prospect),
    };
  }

  async function about(prospect: Prospect, signal?: AbortSignal): Promise<About> {
    const own = personTag(prospect);
    const house = companyTags(prospect);
    // The server looks through all documents for each request, so asking once is what makes it quick.
    const documents = await documentsOf([own, ...house, decisionTag], signal);
    const decisions = documents.flatMap((document) => decisionOf(document) ?? []);
    const { keys } = personOf(decisions, prospect);
    const mine = keys.map(tagOfKey);
    const others = mine.filter((tag) => tag !== own);
    const more = others.length === 0 ? [] : await documentsOf(others, signal);
    const there = documents.filter((document) => carries(document, mine));
    const near = documents.filter((document) => carries(document, house));
    return {
      history: logsIn([...there, ...more]),
      keys,
      company: asDecided(knownFromLogs(logsIn(near)), decisions),
    };
  }

  const allLogs = async (signal?: AbortSignal) => logsIn(await documentsOf([ourTag], signal));

  async function has(id: string): Promise<boolean> {
    return (await documentOf(id)) !== null;
  }

  /**
   * @param byId whether each that isn't found by its tag is looked for by its id, too: its tags are
   *   others where somebody said since whose it is
   * @returns of each log whether the server holds it in these words
   */
  async function held(logs: readonly Interaction[], byId: boolean): Promise<boolean[]> {
    const tags = logs.map((log) => logTag(prospectOf(log), log.at, log.id));
    const listed = await Promise.all(
      (logs.length > 1 ? inAddresses(tags) : []).map((some) => documentsOf(some)),
    );
    const documents = new Map(listed.flat().map((document) => [idOf(document), document]));
    const find = async ({ id }: Interaction) =>
      documents.get(id) ?? (byId || logs.length === 1 ? documentOf(id) : null);
    return Promise.all(logs.map(async (log) => isRecordOf(log, await find(log))));
  }

  async function submit(logs: readonly Interaction[], operation: string): Promise<void> {
    const body = { items: logs.map(toRecord), async: true, operation_id: operation };
    await transport.repeatable((options) => sdk.retainMemories({ ...options, path, body }));
  }

  /** @returns what the server says of an operation; null where it knows none. */
  async function statusOf(operation: string): Promise<string | null> {
    try {
      const answer = await transport.read((options) =>
        sdk.getOperationStatus({ ...options, path: { ...path, operation_id: operation } }),
      );
      const { status } = parsed(operationSchema, answer);
      return status === 'not_found' ? null : status;
    } catch (error) {
      if (!isMissing(error)) throw error;
      return null;
    }
  }

  async function deliveriesOf(
    logs: readonly Interaction[],
    operation: string,
  ): Promise<Delivery[]> {
    const status = await statusOf(operation);
    const all = (delivery: Delivery) => logs.map(() => delivery);
    if (status === 'failed' || status === 'cancelled') return all('failed');
    if (status !== null && status !== 'completed') return all('working');
    const ended = status === 'completed';
    const otherwise = ended ? 'failed' : 'unknown';
    return (await held(logs, ended)).map((isHeld) => (isHeld ? 'stored' : otherwise));
  }

  async function allProspects(signal?: AbortSignal): Promise<KnownProspect[]> {
    const [tags, total, decisions] = await Promise.all([
      bank.tagsLike(cardsAndLogs, signal),
      bank.countOf(ourTag, signal),
      people.decisions(signal),
    ]);
    const logs = tags.filter(({ tag }) => tag.startsWith('log:'));
    const known = logs.length === total ? knownFromTags(tags, logs) : null;
    // A log in which the server's model found no fact has no memory that carries its tags.
    return asDecided(known ?? knownFromLogs(await allLogs(signal)), decisions);
  }

  async function forget(prospect: Prospect): Promise<number> {
    const decisions = await people.decisions();
    const { keys } = personOf(decisions, prospect);
    const tags = keys.map(tagOfKey);
    const ids = (await documentsOf(tags)).map(idOf);
    for (const id of ids) await remove(id);
    await people.forget(keys);
    const documents = (await documentsOf(tags)).length;
    const memories = await Promise.all(tags.map(bank.memoriesOf));
    const left = documents + memories.reduce((sum, count) => sum + count, 0);
    if (left > 0) {
      throw new MemoryError('broken', `${left} documents or memories are still there`);
    }
    return ids.length;
  }

  const recall = openRecall(bank);

  /** @returns the keys of some people; null where everybody is meant. */
  async function keysOf(prospects: readonly Prospect[], signal?: AbortSignal) {
    if (prospects.length === 0) return null;
    const decisions = await people.decisions(signal);
    return prospects.flatMap((prospect) => personOf(decisions, prospect).keys);
  }

  function reflect(question: ReflectQuestion, signal: AbortSignal): Promise<unknown> {
    const patient = createTransport(connection, reflectPatienceMs);
    return patient.write((options) => sdk.reflect({ ...options, path, body: question }), signal);
  }

  async function createBank(): Promise<void> {
    await transport.write((options) => sdk.createOrUpdateBank({ ...options, path, body: {} }));
  }

  /** @returns what the address says about its version; anything that isn't Hindsight says no. */
  async function versionAnswer(): Promise<unknown> {
    try {
      return await transport.read((options) => sdk.getVersion(options));
    } catch (error) {
      if (error instanceof MemoryError && error.reason === 'broken') {
        throw new MemoryError('not_hindsight', error.detail);
      }
      throw error;
    }
  }

  async function test(): Promise<{ version: string | null; message: string }> {
    const version = z.object({ api_version: z.string() }).safeParse(await versionAnswer());
    if (!version.success) throw new MemoryError('not_hindsight');
    const { api_version } = version.data;
    if (!isAtLeast(api_version, oldestServer)) {
      throw new MemoryError('too_old', api_version, {
        message: t('memory_fails_too_old_by', api_version, oldestServer),
      });
    }
    const { total } = parsed(
      listSchema,
      await transport
        .read((options) => sdk.listDocuments({ ...options, path, query: { limit: 1 } }))
        .catch((error) => {
          // Hindsight tells its version under /v1 too, as it stands in its documents, and no more there.
          throw isNotFound(error) ? new MemoryError('not_hindsight') : error;
        }),
    );
    const message = tn('memory_connected', total, connection.bank, api_version);
    return { version: api_version, message };
  }

  return {
    historyOf,
    reader,
    about,
    submit,
    storeMany: (logs) => storeMany(bank, logs),
    deliveriesOf,
    has,
    remove,
    allLogs,
    allProspects,
    knownProspects: async (query, limit) => peopleLike(await allProspects(), query, limit),
    person: people.person,
    whoIs: people.whoIs,
    changePerson: people.changePerson,
    forgetDecisions: () => people.forget(null),
    forget,
    recall: async (question, prospect, limit = 10, signal) =>
      recall.ids(question, await keysOf(prospect ? [prospect] : [], signal), limit, signal),
    recallLogs: async (question, prospects = [], limit = 12) =>
      recall.logs(question, await keysOf(prospects), limit),
    reflect,
    createBank,
    test,
  };
}

/** Parts tags so that each part fits into the address of one request. */
function inAddresses(tags: readonly string[]): string[][] {
  const parts: string[][] = [];
  let room = 0;
  for (const tag of tags) {
    const size = encodeURIComponent(tag).length + '&tags='.length;
    if (size > room) {
      parts.push([]);
      room = mostAddress;
    }
    parts.at(-1)?.push(tag);
    room -= size;
  }
  return parts;
}

/** @returns whether a version is at least another; what can't be read as one isn't judged. */
function isAtLeast(version: string, least: string): boolean {
  const numbers = (text: string) => /^v?(\d+)\.(\d+)/.exec(text.trim())?.slice(1).map(Number);
  const [major = 0, minor = 0] = numbers(version) ?? [Number.POSITIVE_INFINITY];
  const [leastMajor = 0, leastMinor = 0] = numbers(least) ?? [];
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}
