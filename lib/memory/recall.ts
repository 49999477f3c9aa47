import { sdk } from '@vectorize-io/hindsight-client';
import { z } from 'zod';
import type { Interaction } from '../interaction';
import { judged, type Logged, type Nearness } from '../recall/rank';
import { examplesFor } from '../recall/subjects';
import { type Bank, parsed } from './bank';
import { fromDocument } from './record';
import { ourTag, tagOfKey } from './tags';

/** As much of a question as is looked for, in characters. */
const mostQuestion = 2_000;
/** What the server may answer with, in its tokens: the nearest hundred or two. */
const mostTokens = 8_000;

const recallSchema = z.object({
  results: z.array(
    z.object({
      document_id: z.string().nullish(),
      text: z.string(),
      metadata: z.record(z.string(), z.string()).nullish().catch(null),
      tags: z.array(z.string()).nullish().catch(null),
      scores: z.object({ semantic: z.number().nullish() }).nullish().catch(null),
    }),
  ),
});

/** A log that recall found, and how near it is to the question by meaning. */
export interface RecalledLog extends Nearness {
  interaction: Interaction;
}

/** A document that recall found, by one memory of it or by several. */
interface Found extends Nearness, Logged {
  id: string;
  /** As far as the answer tells it: a model on the server may have reworded it. */
  said: string;
  metadata: unknown;
  tags: unknown;
}

const nearer = (a: number | null, b: number | null | undefined) =>
  a === null ? (b ?? null) : Math.max(a, b ?? a);

const whoIn = (metadata: Record<string, string> | null | undefined) =>
  `${metadata?.prospect ?? ''} ${metadata?.company ?? ''}`;

/** Recall over one bank; `keys` narrow it to somebody's logs, null is all our logs. */
export function openRecall({ transport, path, documentOf }: Bank) {
  async function asked(query: string, keys: readonly string[] | null, signal?: AbortSignal) {
    const body = {
      query,
      max_tokens: mostTokens,
      // The default floor hides what is said in other words.
      min_scores: { semantic: 0 },
      tags: keys ? keys.map(tagOfKey) : [ourTag],
      tags_match: 'any_strict' as const,
    };
    const call = (options: object) => sdk.recallMemories({ ...options, path, body } as never);
    return parsed(recallSchema, await transport.read(call, signal)).results;
  }

  /** @returns what answers a question, best first. */
  async function found(question: string, keys: readonly string[] | null, signal?: AbortSignal) {
    // Nothing that the server could look for.
    if (!/[\p{L}\p{N}]/u.test(question)) return [];
    const query = question.slice(0, mostQuestion);
    const [own = [], ...others] = await Promise.all(
      [query, ...examplesFor(query)].map((one) => asked(one, keys, signal)),
    );
    const all = new Map<string, Found>();
    for (const { document_id: id, text, metadata, tags, scores } of own) {
      if (!id) continue;
      const known = all.get(id);
      const semantic = nearer(known?.semantic ?? null, scores?.semantic);
      const words = metadata?.summary ?? (known ? `${known.said} ${text}` : text);
      all.set(id, {
        id,
        metadata,
        tags,
        ...known,
        who: whoIn(metadata),
        said: words,
        semantic,
        example: null,
      });
    }
    for (const { document_id: id, text, metadata, tags, scores } of others.flat()) {
      if (!id) continue;
      const known = all.get(id);
      const example = nearer(known?.example ?? null, scores?.semantic);
      const words = metadata?.summary ?? known?.said ?? text;
      all.set(id, {
        id,
        metadata,
        tags,
        semantic: null,
        ...known,
        who: whoIn(metadata),
        said: words,
        example,
      });
    }
    return judged(query, [...all.values()], (one) => one);
  }

  async function ids(
    question: string,
    keys: readonly string[] | null,
    limit: number,
    signal?: AbortSignal,
  ): Promise<string[]> {
    return (await found(question, keys, signal)).slice(0, limit).map(({ id }) => id);
  }

  async function logs(
    question: string,
    keys: readonly string[] | null,
    limit: number,
  ): Promise<RecalledLog[]> {
    const best = (await found(question, keys)).slice(0, limit);
    const read = best.map(async ({ id, metadata, tags, semantic, example }) => {
      // A fact that the server's model drew from a log doesn't carry all of it.
      const interaction =
        fromDocument({ id, document_metadata: metadata, tags }) ??
        fromDocument(await documentOf(id));
      return interaction ? [{ interaction, semantic, example }] : [];
    });
    return (await Promise.all(read)).flat();
  }

  return { ids, logs };
}
