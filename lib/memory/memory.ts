import { sdk } from '@vectorize-io/hindsight-client';
import { z } from 'zod';
import type { Prospect } from '../identity/prospect';
import type { Interaction } from '../interaction';
import type { KnownProspect } from '../messages';
import type { AskReflect, ReflectQuestion } from '../models/hindsight';
import type { Connection } from '../settings';
import { MemoryError } from './errors';
import { type CountedTag, knownFromLogs, knownFromTags, matches } from './known';
import { fromDocument, isRecordOf, toRecord } from './record';
import { ourTag, personTag } from './tags';
import { createTransport } from './transport';

/** Documents asked for at once: a history of up to a hundred logs is one round trip. */
const pageSize = 200;
/** Pages read at the same time. */
const pagesAtOnce = 4;
/** How often a history is read that changes while it is read. */
const mostReadings = 3;
/** How long the server's model may think (ms): longer than its callers wait. */
const reflectPatienceMs = 180_000;
/** Tags asked for at once: the server counts them all for each page, so one page it should be. */
const tagPage = 50_000;

const listSchema = z.object({ items: z.array(z.unknown()), total: z.number() });
const tagsSchema = z.object({
  items: z.array(z.object({ tag: z.string(), count: z.number() })),
  total: z.number(),
});
const operationSchema = z.object({
  status: z.string(),
  error_message: z.string().nullish(),
});
const recallSchema = z.object({
  results: z.array(z.object({ document_id: z.string().nullish(), text: z.string() })),
});

/** What became of a log that was handed over. */
export type Delivery = 'stored' | 'working' | 'failed' | 'unknown';

/** One bank of one Hindsight server, in the terms of this product. Every method throws MemoryError. */
export interface Memory {
  /** Everything remembered about one person: complete, verbatim, oldest first, each log once. */
  historyOf(prospect: Prospect, signal?: AbortSignal): Promise<Interaction[]>;
  /**
   * Hands a log over. The server works it off later, once, however often it is handed over under
   * the same `operation` (a UUID).
   */
  submit(interaction: Interaction, operation: string): Promise<void>;
  /** What became of a log under an operation. An older wording of it doesn't count as stored. */
  deliveryOf(interaction: Interaction, operation: string): Promise<Delivery>;
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
  /** Removes everything about one person. @returns how many logs that were. */
  forget(prospect: Prospect): Promise<number>;
  /** Ids of the logs that answer a question best, best first; of one person where one is given. */
  recall(question: string, prospect?: Prospect, limit?: number): Promise<string[]>;
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
  const transport = createTransport(connection, timeoutMs);
  const path = { bank_id: connection.bank };

  /** @returns one reading of all documents of a tag, and how many there should be. */
  async function documentsOnce(tag: string, signal?: AbortSignal) {
    const page = async (offset: number) => {
      const query = { tags: [tag], tags_match: 'all_strict', limit: pageSize, offset };
      const call = transport.read(
        (options) => sdk.listDocuments({ ...options, path, query }),
        signal,
      );
      return parsed(listSchema, await call);
    };
    const first = await page(0);
    const offsets: number[] = [];
    for (let at = pageSize; at < first.total; at += pageSize) offsets.push(at);
    const pages = [first];
    // A whole bank is many pages: a few at a time, so that the server answers others meanwhile.
    for (let at = 0; at < offsets.length; at += pagesAtOnce) {
      pages.push(...(await Promise.all(offsets.slice(at, at + pagesAtOnce).map(page))));
    }
    const items = pages.flatMap((one) => one.items);
    return { items, total: first.total };
  }

  /** Pages shift where documents come and go meanwhile; what came out short is read again. */
  async function documentsOf(tag: string, signal?: AbortSignal): Promise<unknown[]> {
    for (let attempt = 1; ; attempt += 1) {
      const { items, total } = await documentsOnce(tag, signal);
      const distinct = new Set(items.map(idOf));
      if (distinct.size >= total) return items;
      if (attempt === mostReadings) {
        throw new MemoryError('broken', `${distinct.size} of ${total} documents could be read`);
      }
    }
  }

  async function logsOf(tag: string, signal?: AbortSignal): Promise<Interaction[]> {
    const found = new Map<string, Interaction>();
    for (const document of await documentsOf(tag, signal)) {
      const interaction = fromDocument(document);
      if (interaction) found.set(interaction.id, interaction);
    }
    return [...found.values()].sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1));
  }

  const historyOf = (prospect: Prospect, signal?: AbortSignal) =>
    logsOf(personTag(prospect), signal);

  const allLogs = (signal?: AbortSignal) => logsOf(ourTag, signal);

  /** @returns a document as the server gives it; null where there is none of this id. */
  async function documentOf(id: string): Promise<unknown> {
    try {
      return await transport.read((options) =>
        sdk.getDocument({ ...options, path: { ...path, document_id: id } }),
      );
    } catch (error) {
      if (error instanceof MemoryError && isMissing(error)) return null;
      throw error;
    }
  }

  async function has(id: string): Promise<boolean> {
    return (await documentOf(id)) !== null;
  }

  async function holds(interaction: Interaction): Promise<boolean> {
    return isRecordOf(interaction, await documentOf(interaction.id));
  }

  async function remove(id: string): Promise<void> {
    try {
      await transport.write((options) =>
        sdk.deleteDocument({ ...options, path: { ...path, document_id: id } }),
      );
    } catch (error) {
      if (!(error instanceof MemoryError && isMissing(error))) throw error;
    }
    if (await has(id)) throw new MemoryError('broken', `document ${id} is still there`);
  }

  async function submit(interaction: Interaction, operation: string): Promise<void> {
    const body = {
      items: [{ ...toRecord(interaction) }],
      async: true,
      operation_id: operation,
    };
    await transport.write((options) => sdk.retainMemories({ ...options, path, body }));
  }

  async function deliveryOf(interaction: Interaction, operation: string): Promise<Delivery> {
    try {
      const answer = await transport.read((options) =>
        sdk.getOperationStatus({ ...options, path: { ...path, operation_id: operation } }),
      );
      const { status } = parsed(operationSchema, answer);
      if (status === 'completed') return (await holds(interaction)) ? 'stored' : 'failed';
      if (status === 'failed' || status === 'cancelled') return 'failed';
      if (status !== 'not_found') return 'working';
    } catch (error) {
      if (!(error instanceof MemoryError && isMissing(error))) throw error;
    }
    return (await holds(interaction)) ? 'stored' : 'unknown';
  }

  async function tagsLike(pattern: string, signal?: AbortSignal): Promise<CountedTag[]> {
    const found: CountedTag[] = [];
    for (let offset = 0; ; offset += tagPage) {
      const query = { q: pattern, limit: tagPage, offset };
      const answer = await transport.read(
        (options) => sdk.listTags({ ...options, path, query }),
        signal,
      );
      const { items, total } = parsed(tagsSchema, answer);
      found.push(...items);
      if (items.length === 0 || found.length >= total) return found;
    }
  }

  /** @returns how many logs of ours the bank holds. */
  async function countLogs(signal?: AbortSignal): Promise<number> {
    const query = { tags: [ourTag], tags_match: 'all_strict', limit: 0 };
    const answer = await transport.read(
      (options) => sdk.listDocuments({ ...options, path, query }),
      signal,
    );
    return parsed(listSchema, answer).total;
  }

  async function allProspects(signal?: AbortSignal): Promise<KnownProspect[]> {
    const [cards, logs, total] = await Promise.all([
      tagsLike('card:*', signal),
      tagsLike('log:*', signal),
      countLogs(signal),
    ]);
    const known = logs.length === total ? knownFromTags(cards, logs) : null;
    // A log in which the server's model found no fact has no memory that carries its tags.
    return known ?? knownFromLogs(await allLogs(signal));
  }

  async function knownProspects(query: string, limit = 20): Promise<KnownProspect[]> {
    const found = (await allProspects()).filter(({ prospect }) => matches(prospect, query));
    return found.slice(0, limit);
  }

  /** @returns how many memories carry a tag, whatever became of their documents. */
  async function memoriesOf(tag: string): Promise<number> {
    const query = { tags: [tag], tags_match: 'all_strict' as const, limit: 1 };
    const answer = await transport.read((options) => sdk.listMemories({ ...options, path, query }));
    return parsed(listSchema, answer).total;
  }

  async function forget(prospect: Prospect): Promise<number> {
    const tag = personTag(prospect);
    const ids = (await documentsOf(tag)).map(idOf);
    for (const id of ids) await remove(id);
    const documents = (await documentsOf(tag)).length;
    const memories = await memoriesOf(tag);
    if (documents + memories > 0) {
      throw new MemoryError(
        'broken',
        `${documents} documents and ${memories} memories are still there`,
      );
    }
    return ids.length;
  }

  async function recall(question: string, prospect?: Prospect, limit = 10): Promise<string[]> {
    const body = {
      query: question,
      // The default floor hides what is said in other words.
      min_scores: { semantic: 0 },
      ...(prospect ? { tags: [personTag(prospect)], tags_match: 'all_strict' as const } : {}),
    };
    const answer = await transport.read((options) =>
      sdk.recallMemories({ ...options, path, body }),
    );
    const ids = parsed(recallSchema, answer).results.flatMap(
      ({ document_id }) => document_id ?? [],
    );
    return [...new Set(ids)].slice(0, limit);
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
        throw noHindsight(error.detail);
      }
      throw error;
    }
  }

  async function test(): Promise<{ version: string | null; message: string }> {
    const version = z.object({ api_version: z.string() }).safeParse(await versionAnswer());
    if (!version.success) throw noHindsight('an answer in another shape than expected');
    const { total } = parsed(
      listSchema,
      await transport.read((options) =>
        sdk.listDocuments({ ...options, path, query: { limit: 1 } }),
      ),
    );
    return {
      version: version.data.api_version,
      message: `Connected to Hindsight ${version.data.api_version}. The bank “${connection.bank}” holds ${total} ${total === 1 ? 'document' : 'documents'}.`,
    };
  }

  return {
    historyOf,
    submit,
    deliveryOf,
    has,
    remove,
    allLogs,
    allProspects,
    knownProspects,
    forget,
    recall,
    reflect,
    createBank,
    test,
  };
}

const idSchema = z.object({ id: z.string() });

/** @returns the id of a listed document. @throws MemoryError where it has none. */
function idOf(document: unknown): string {
  return parsed(idSchema, document).id;
}

function noHindsight(detail: string): MemoryError {
  return new MemoryError('broken', detail, {
    message:
      'Something answers at this address, but it is no Hindsight server. What you log is kept here. Check the address in the options.',
  });
}

/** The server says that a document or an operation doesn't exist. */
function isMissing({ reason, detail }: MemoryError): boolean {
  return reason === 'broken' && detail.startsWith('404 ');
}

function parsed<T>(schema: z.ZodType<T>, answer: unknown): T {
  const read = schema.safeParse(answer);
  if (!read.success) throw new MemoryError('broken', 'an answer in another shape than expected');
  return read.data;
}
