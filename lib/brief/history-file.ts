import { z } from 'zod';
import type { Prospect } from '../identity/prospect';
import { type Interaction, outcomes } from '../interaction';

/** A history that can't be read: says which entry and which field. */
export class HistoryFileError extends Error {}

const entrySchema = z.object({
  at: z.iso.datetime({ offset: true }).or(z.iso.date()),
  outcome: z.string().nullish(),
  summary: z.string(),
  prospect: z.string().trim().min(1),
  email: z.string().trim().toLowerCase().nullish(),
  company: z.string().trim().nullish(),
  id: z.string().min(1).nullish(),
});

const known = new Set<string>(outcomes);

/** An outcome as people write it ("Follow up", "no answer"); an unknown one counts as none. */
function outcomeOf(written: string | null | undefined): Interaction['outcome'] {
  const id = (written ?? 'none')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return known.has(id) ? (id as Interaction['outcome']) : 'none';
}

/**
 * Reads a history from JSON: an array of `{at, outcome, summary, prospect, email?, company?}`.
 *
 * Out: the prospect (the newest entry's name, address and company) and the interactions. An entry
 * without an id gets one from its place in the file.
 *
 * @throws HistoryFileError where the text is no JSON, no array, or an entry doesn't fit, or where
 * the entries are about more than one address.
 */
export function parseHistoryFile(text: string): {
  prospect: Prospect | null;
  history: Interaction[];
} {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    throw new HistoryFileError(`The history isn't JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(raw)) throw new HistoryFileError('The history must be an array of logs.');
  const history = raw.map((entry, index): Interaction => {
    const parsed = entrySchema.safeParse(entry);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new HistoryFileError(
        `Entry ${index + 1}, field "${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'invalid'}`,
      );
    }
    const { at, outcome, summary, prospect, email, company, id } = parsed.data;
    return {
      id: id ?? `log-${index + 1}`,
      at: new Date(at).toISOString(),
      outcome: outcomeOf(outcome),
      summary,
      prospect,
      ...(email ? { email } : {}),
      ...(company ? { company } : {}),
      type: 'call_log',
    };
  });
  const addresses = new Set(history.flatMap(({ email }) => email ?? []));
  if (addresses.size > 1) {
    throw new HistoryFileError(
      `The history is about several people: ${[...addresses].join(', ')}. Give one file for each.`,
    );
  }
  const newest = [...history].sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  if (!newest) return { prospect: null, history };
  const { prospect: name } = newest;
  const email = history.find((one) => one.email)?.email;
  const company = newest.company ?? history.find((one) => one.company)?.company;
  return {
    prospect: { name, ...(email ? { email } : {}), ...(company ? { company } : {}) },
    history,
  };
}
