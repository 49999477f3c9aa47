import { z } from 'zod';
import { encodeKey, prospectKey } from '../identity/key';
import type { Prospect } from '../identity/prospect';
import { storable } from '../identity/storable';
import { type Interaction, interactionSchema } from '../interaction';

/** A log as Hindsight stores it: one document. Its metadata alone rebuild the interaction. */
export interface MemoryRecord {
  document_id: string;
  content: string;
  timestamp: string;
  metadata: Record<string, string>;
  tags: string[];
}

/** @returns who an interaction is with. */
export function prospectOf({ prospect, email, company }: Interaction): Prospect {
  return { name: prospect, ...(email ? { email } : {}), ...(company ? { company } : {}) };
}

/** The tag of everything about one person. */
export function personTag(prospect: Prospect): string {
  return `prospect:${prospectKey(prospect)}`;
}

/** The tag that tells a list of prospects the names, without reading any document. */
function cardTag(prospect: Prospect): string {
  const { name, email, company } = prospect;
  return `card:${[email ?? '', name, company ?? ''].map((part) => encodeURIComponent(storable(part))).join('|')}`;
}

/** @returns who a card tag is about; null where it is none of ours. */
export function prospectOfCard(tag: string): Prospect | null {
  const [email, name, company, ...rest] = tag.replace(/^card:/, '').split('|');
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
      personTag(who),
      cardTag(who),
      ...(company ? [`company:${encodeKey(company)}`] : []),
      `type:${type}`,
    ],
  };
}

/** A document as the server lists it, as far as we read it. */
export const documentSchema = z.object({
  id: z.string(),
  document_metadata: z.record(z.string(), z.string()).nullish().catch(null),
  created_at: z.string().nullish(),
});

/** @returns whether a document holds an interaction as it is now, and not as it once was. */
export function isRecordOf(interaction: Interaction, document: unknown): boolean {
  const read = documentSchema.safeParse(document);
  if (!read.success || read.data.id !== interaction.id) return false;
  const stored = read.data.document_metadata ?? {};
  const { metadata } = toRecord(interaction);
  return Object.keys(metadataSchema.shape).every((name) => stored[name] === metadata[name]);
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
  return { ...rest, id: read.data.id, at: new Date(timestamp).toISOString() };
}
