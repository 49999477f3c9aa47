import { z } from 'zod';
import { HistoryFileError, parseHistoryFile } from '../brief/history-file';
import { prospectKey } from '../identity/key';
import type { Prospect } from '../identity/prospect';
import type { Interaction } from '../interaction';

/** One deal of a file. */
export interface DealOfFile {
  prospect: Prospect;
  history: Interaction[];
}

const whoSchema = z.object({
  prospect: z.string().trim().min(1),
  email: z.string().trim().toLowerCase().nullish(),
  company: z.string().trim().nullish(),
});

/** Whom an entry is about, as a key; entries that don't fit stay together, to be complained about. */
function keyOf(entry: unknown): string {
  const who = whoSchema.safeParse(entry);
  if (!who.success) return '';
  const { prospect: name, email, company } = who.data;
  return prospectKey({ name, ...(email ? { email } : {}), ...(company ? { company } : {}) });
}

/**
 * Reads the logs of many deals from JSON: one array as of `parseHistoryFile`, of any number of people,
 * or an array of such arrays, one for each deal.
 *
 * @throws HistoryFileError as `parseHistoryFile` does
 */
export function parseDealsFile(text: string): DealOfFile[] {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    throw new HistoryFileError(`The file isn't JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(raw)) throw new HistoryFileError('The file must be an array of logs.');
  const entries = raw.flat() as unknown[];
  const numbered = entries.map((entry, index) =>
    typeof entry === 'object' && entry !== null && !('id' in entry)
      ? { ...entry, id: `log-${index + 1}` }
      : entry,
  );
  const deals = Map.groupBy(numbered, keyOf);
  return [...deals.values()].map((logs) => {
    const { prospect, history } = parseHistoryFile(JSON.stringify(logs));
    return { prospect: prospect as Prospect, history };
  });
}
