import { pathToFileURL } from 'node:url';
import { planImport } from '../../../lib/transfer/plan';
import { readTable } from '../../../lib/transfer/table';

/** Rows of the large file that are wrong, as a spreadsheet counts them. */
export const wrongRows = { noDate: 5_002, future: 50_002, nobody: 99_002 };

/** @returns an export of HubSpot's calls with many rows, as its bytes; three of them are wrong. */
export function largeFile(rows: number): Uint8Array {
  const lines = ['Record ID,Call Title,Call notes,Activity date,Call outcome,Associated Contact'];
  for (let index = 0; index < rows; index += 1) {
    const row = index + 2;
    const day = `2026-03-${String((index % 28) + 1).padStart(2, '0')} 09:00`;
    const date = row === wrongRows.noDate ? 'soon' : row === wrongRows.future ? '2031-01-01' : day;
    const who =
      row === wrongRows.nobody ? '' : `Buyer ${index % 50} (buyer${index % 50}@large.example)`;
    lines.push(
      `${index},Call ${index},"They asked, about topic ${index}, and want to hear from us again",${date},Connected,${who}`,
    );
  }
  return new TextEncoder().encode(lines.join('\n'));
}

/** The moment that a plan is made at. */
export const plannedAt = new Date('2026-11-20T12:00:00Z');

// Run by itself, with little memory: what a plan of the large file holds.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { interactions, problems } = planImport(readTable(largeFile(100_000)), plannedAt);
  process.stdout.write(JSON.stringify({ logs: interactions.length, problems }));
}
