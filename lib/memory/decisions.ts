import { v5 } from 'uuid';
import { z } from 'zod';
import { encodeKey, prospectKey } from '../identity/key';
import { type Decision, decisionSchema } from '../identity/people';
import type { Prospect } from '../identity/prospect';
import { storable } from '../identity/storable';

/** The tag of what reps decided about who somebody is. */
export const decisionTag = 'identity';

/** The name space of the ids of decisions: one for each key, whoever decides. */
const namespace = '0c6b8f0e-5d3c-5a41-9a86-0a1c6a6d3e57';

/** @returns the id of the document that a decision about a key is kept in. */
export function decisionId(key: string): string {
  return `identity-${v5(key, namespace)}`;
}

/** A decision as the server stores it. */
interface DecisionRecord {
  document_id: string;
  content: string;
  metadata: Record<string, string>;
  tags: string[];
}

const said = ({ name, email, company }: Prospect) =>
  [name, email, company].filter(Boolean).join(', ');

/** @returns a decision as the document that Hindsight stores: its tags say who is whom. */
export function decisionRecord({ key, known, person }: Decision): DecisionRecord {
  return {
    document_id: decisionId(key),
    content: storable(`${said(known)} is ${said(person)}`),
    metadata: {
      type: 'identity',
      key: storable(key),
      known: storable(JSON.stringify(known)),
      person: storable(JSON.stringify(person)),
    },
    tags: [decisionTag, `identity:${encodeKey(key)}`, `person:${prospectKey(person)}`],
  };
}

const documentSchema = z.object({
  document_metadata: z.object({
    type: z.literal('identity'),
    key: z.string(),
    known: z.string(),
    person: z.string(),
  }),
});

/** @returns the decision that a listed document is; null where it is none of ours. */
export function decisionOf(document: unknown): Decision | null {
  const read = documentSchema.safeParse(document);
  if (!read.success) return null;
  const { key, known, person } = read.data.document_metadata;
  try {
    const decision = { key, known: JSON.parse(known), person: JSON.parse(person) };
    return decisionSchema.safeParse(decision).data ?? null;
  } catch {
    return null;
  }
}
