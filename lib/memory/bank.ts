import { sdk } from '@vectorize-io/hindsight-client';
import { z } from 'zod';
import type { Connection } from '../settings';
import { MemoryError } from './errors';
import type { CountedTag } from './known';
import { createTransport, type Transport } from './transport';

/** Documents asked for at once: a history of up to a hundred logs is one round trip. */
const pageSize = 200;
/** Pages read at the same time. */
const pagesAtOnce = 4;
/** How often a list is read that changes while it is read. */
const mostReadings = 3;
/** Tags asked for at once: the server counts them all for each page, so one page it should be. */
const tagPage = 500_000;
/**
 * How long counting them may take (ms): seven seconds were measured for a hundred thousand memories on
 * a busy server. Chrome ends a worker whose request isn't answered within thirty.
 */
const tagsPatienceMs = 25_000;

export const listSchema = z.object({ items: z.array(z.unknown()), total: z.number() });
const tagsSchema = z.object({
  items: z.array(z.object({ tag: z.string(), count: z.number() })),
  total: z.number(),
});
const idSchema = z.object({ id: z.string() });

/** One bank of one server: its documents and tags, complete. Every method throws MemoryError. */
export interface Bank {
  transport: Transport;
  path: { bank_id: string };
  /**
   * Every document that carries one of the tags, without its text.
   *
   * @param inOne documents asked for at once; a server looks through all of its own for each request
   */
  documentsOf(tags: string[], signal?: AbortSignal, inOne?: number): Promise<unknown[]>;
  /** How many documents carry a tag. */
  countOf(tag: string, signal?: AbortSignal): Promise<number>;
  /** How many memories carry a tag, whatever became of their documents. */
  memoriesOf(tag: string): Promise<number>;
  /** A document as the server gives it; null where there is none of this id. */
  documentOf(id: string): Promise<unknown>;
  /** Removes a document and its memories, and makes sure that it is gone. */
  remove(id: string): Promise<void>;
  /** Gives a document and its memories other tags. */
  retag(id: string, tags: string[]): Promise<void>;
  /** Tags of memories that a pattern with `*` fits, whatever their case. */
  tagsLike(pattern: string, signal?: AbortSignal): Promise<CountedTag[]>;
}

/** @returns what is known of an answer. @throws MemoryError where it has another shape. */
export function parsed<T>(schema: z.ZodType<T>, answer: unknown): T {
  const read = schema.safeParse(answer);
  if (!read.success) throw new MemoryError('broken', 'an answer in another shape than expected');
  return read.data;
}

/** @returns the id of a listed document. @throws MemoryError where it has none. */
export function idOf(document: unknown): string {
  return parsed(idSchema, document).id;
}

/** The server knows nothing at the address that was asked. */
export function isNotFound(error: unknown): error is MemoryError {
  return (
    error instanceof MemoryError && error.reason === 'broken' && error.detail.startsWith('404 ')
  );
}

/**
 * The server says that a document or an operation doesn't exist. A proxy whose server is down says "not
 * found" of everything: that tells nothing.
 */
export function isMissing(error: unknown): boolean {
  return isNotFound(error) && /(document|operation)[^/]* not found/i.test(error.detail);
}

/** @returns a bank to read and to take from. @param timeoutMs how long one request may take */
export function openBank(connection: Connection, timeoutMs?: number): Bank {
  const transport = createTransport(connection, timeoutMs);
  const patient = createTransport(connection, timeoutMs ?? tagsPatienceMs);
  const path = { bank_id: connection.bank };

  /** @returns one reading of all documents of some tags, and how many there should be. */
  async function documentsOnce(tags: string[], inOne: number, signal?: AbortSignal) {
    const page = async (offset: number) => {
      const query = { tags, tags_match: 'any_strict', limit: inOne, offset };
      const call = transport.read(
        (options) => sdk.listDocuments({ ...options, path, query }),
        signal,
      );
      return parsed(listSchema, await call);
    };
    const first = await page(0);
    const offsets: number[] = [];
    for (let at = inOne; at < first.total; at += inOne) offsets.push(at);
    const pages = [first];
    // A whole bank is many pages: a few at a time, so that the server answers others meanwhile.
    for (let at = 0; at < offsets.length; at += pagesAtOnce) {
      pages.push(...(await Promise.all(offsets.slice(at, at + pagesAtOnce).map(page))));
    }
    return { items: pages.flatMap((one) => one.items), total: first.total };
  }

  /** Pages shift where documents come and go meanwhile; what came out short is read again. */
  async function documentsOf(
    tags: string[],
    signal?: AbortSignal,
    inOne = pageSize,
  ): Promise<unknown[]> {
    for (let attempt = 1; ; attempt += 1) {
      const { items, total } = await documentsOnce(tags, inOne, signal);
      const distinct = new Set(items.map(idOf));
      if (distinct.size >= total) return items;
      if (attempt === mostReadings) {
        throw new MemoryError('broken', `${distinct.size} of ${total} documents could be read`);
      }
    }
  }

  async function countOf(tag: string, signal?: AbortSignal): Promise<number> {
    const query = { tags: [tag], tags_match: 'all_strict', limit: 0 };
    const answer = await transport.read(
      (options) => sdk.listDocuments({ ...options, path, query }),
      signal,
    );
    return parsed(listSchema, answer).total;
  }

  async function memoriesOf(tag: string): Promise<number> {
    const query = { tags: [tag], tags_match: 'all_strict' as const, limit: 1 };
    const answer = await transport.read((options) => sdk.listMemories({ ...options, path, query }));
    return parsed(listSchema, answer).total;
  }

  async function documentOf(id: string): Promise<unknown> {
    try {
      return await transport.read((options) =>
        sdk.getDocument({ ...options, path: { ...path, document_id: id } }),
      );
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async function remove(id: string): Promise<void> {
    try {
      await transport.write((options) =>
        sdk.deleteDocument({ ...options, path: { ...path, document_id: id } }),
      );
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
    if ((await documentOf(id)) !== null) {
      throw new MemoryError('broken', `document ${id} is still there`);
    }
  }

  async function retag(id: string, tags: string[]): Promise<void> {
    await transport.write((options) =>
      sdk.updateDocument({ ...options, path: { ...path, document_id: id }, body: { tags } }),
    );
  }

  async function tagsLike(pattern: string, signal?: AbortSignal): Promise<CountedTag[]> {
    const found: CountedTag[] = [];
    for (let offset = 0; ; offset += tagPage) {
      const query = { q: pattern, limit: tagPage, offset };
      const answer = await patient.repeatable(
        (options) => sdk.listTags({ ...options, path, query }),
        signal,
      );
      const { items, total } = parsed(tagsSchema, answer);
      found.push(...items);
      if (items.length === 0 || found.length >= total) return found;
    }
  }

  return {
    transport,
    path,
    documentsOf,
    countOf,
    memoriesOf,
    documentOf,
    remove,
    retag,
    tagsLike,
  };
}
