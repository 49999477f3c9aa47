import type { Connection } from '../../../lib/settings';

/** What a server holds of one log, asked of it directly and not through the product's code. */
export interface Held {
  documents: number;
  memories: string[];
  /** Keys of the people whose tag it carries. */
  people: string[];
  /** The address in its metadata. */
  email: string | undefined;
  summary: string | undefined;
}

interface Page<T> {
  items: T[];
  total: number;
}

async function pages<T>(
  { baseUrl, apiKey, bank }: Connection,
  what: 'documents' | 'memories/list',
): Promise<T[]> {
  const found: T[] = [];
  for (;;) {
    const answer = await fetch(
      `${baseUrl}/v1/default/banks/${bank}/${what}?limit=500&offset=${found.length}`,
      { headers: { authorization: `Bearer ${apiKey}` } },
    );
    if (!answer.ok) throw new Error(`${what}: ${answer.status}`);
    const { items, total } = (await answer.json()) as Page<T>;
    found.push(...items);
    if (items.length === 0 || found.length >= total) return found;
  }
}

/** @returns everything a bank holds, by the ids of its documents. */
export async function heldBy(connection: Connection): Promise<Map<string, Held>> {
  const held = new Map<string, Held>();
  const of = (id: string): Held => {
    const there = held.get(id) ?? {
      documents: 0,
      memories: [],
      people: [],
      email: undefined,
      summary: undefined,
    };
    held.set(id, there);
    return there;
  };
  type Document = {
    id: string;
    tags?: string[];
    document_metadata?: Record<string, string> | null;
  };
  for (const { id, tags = [], document_metadata } of await pages<Document>(
    connection,
    'documents',
  )) {
    const one = of(id);
    one.documents += 1;
    one.people.push(
      ...tags.filter((tag) => tag.startsWith('prospect:')).map((tag) => tag.slice(9)),
    );
    one.email = document_metadata?.email;
    one.summary = document_metadata?.summary;
  }
  type Unit = { document_id: string | null; text: string };
  for (const { document_id, text } of await pages<Unit>(connection, 'memories/list')) {
    of(document_id ?? '').memories.push(text);
  }
  return held;
}
