import { z } from 'zod';
import { samePerson } from '../identity/key';
import type { Prospect } from '../identity/prospect';
import { storable } from '../identity/storable';
import { type Interaction, interactionSchema } from '../interaction';
import { cardTag, companyTags, logTag, ourTag, personTag, prospectOfCard } from './tags';

/** A log as Hindsight stores it: one document. Its metadata alone rebuild the interaction. */
export interface MemoryRecord {
  document_id: string;
  content: string;
  timestamp: string;
  metadata: Record<string, string>;
  tags: string[];
  /** What a model on the server may draw together: what was said by one person, nobody else. */
  observation_scopes: string[][];
}

/** @returns who an interaction is with. */
export function prospectOf({ prospect, email, company }: Interaction): Prospect {
  return { name: prospect, ...(email ? { email } : {}), ...(company ? { company } : {}) };
}

/** @returns an interaction as the document that Hindsight stores. */
export function toRecord(interaction: Interaction): MemoryRecord {
  const { id, at, outcome, summary, prospect, email, company, type, rep, url } = interaction;
  const who = prospectOf(interaction);
  const metadata = {
    prospect,
    email,
    company,
    outcome,
    timestamp: at,
    type,
    rep,
    url,
    summary,
  };
  return {
    document_id: id,
    // No more than these four: each word beside the summary draws recall away from what was said.
    content: storable(
      `Prospect: ${prospect}\nDate: ${at.slice(0, 10)}\nOutcome: ${outcome}\nSummary: ${summary}`,
    ),
    timestamp: at,
    metadata: Object.fromEntries(
      Object.entries(metadata).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, storable(value)]],
      ),
    ),
    tags: [
      ourTag,
      personTag(who),
      cardTag(who),
      logTag(who, at, id),
      ...companyTags(who),
      `type:${type}`,
    ],
    observation_scopes: [[personTag(who)]],
  };
}

/** A document as the server lists it, as far as we read it. */
export const documentSchema = z.object({
  id: z.string(),
  document_metadata: z.record(z.string(), z.string()).nullish().catch(null),
  created_at: z.string().nullish(),
  tags: z.array(z.string()).nullish().catch(null),
});

/** @returns the tags of a listed document. */
export function tagsIn(document: unknown): string[] {
  return documentSchema.safeParse(document).data?.tags ?? [];
}

/** @returns whether a document carries one of some tags. */
export function carries(document: unknown, tags: readonly string[]): boolean {
  return tagsIn(document).some((tag) => tags.includes(tag));
}

/** @returns whether a document holds an interaction as it is now, and not as it once was. */
export function isRecordOf(interaction: Interaction, document: unknown): boolean {
  const read = documentSchema.safeParse(document);
  if (!read.success || read.data.id !== interaction.id) return false;
  const stored = read.data.document_metadata ?? {};
  const { metadata } = toRecord(interaction);
  return Object.keys(metadataSchema.shape).every((name) => stored[name] === metadata[name]);
}

/** A log that was given to somebody else by its tags is theirs, whoever its metadata name. */
function refiled(log: Interaction, tags: readonly string[]): Interaction {
  const [card, ...more] = tags.flatMap((tag) => prospectOfCard(tag) ?? []);
  if (!card || more.length > 0 || samePerson(card, prospectOf(log))) return log;
  const { email: _, company: __, ...words } = log;
  const { name, email, company } = card;
  return { ...words, prospect: name, ...(email && { email }), ...(company && { company }) };
}

/** @returns the logs that documents are, each once, oldest first; what isn't ours is left out. */
export function logsIn(documents: readonly unknown[]): Interaction[] {
  const found = new Map<string, Interaction>();
  for (const document of documents) {
    const interaction = fromDocument(document);
    if (interaction) found.set(interaction.id, interaction);
  }
  return [...found.values()].sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1));
}

const metadataSchema = interactionSchema.omit({ id: true, at: true, pending: true }).extend({
  timestamp: z.iso.datetime({ offset: true }),
});

/**
 * @returns the interaction that a listed document is; null where it isn't one of ours (somebody
 * else's document in the same bank).
 */
export function fromDocument(document: unknown): Interaction | null {
  const read = documentSchema.safeParse(document);
  if (!read.success) return null;
  const metadata = metadataSchema.safeParse(read.data.document_metadata);
  if (!metadata.success) return null;
  const { timestamp, ...rest } = metadata.data;
  const log = { ...rest, id: read.data.id, at: new Date(timestamp).toISOString() };
  return refiled(log, read.data.tags ?? []);
}
