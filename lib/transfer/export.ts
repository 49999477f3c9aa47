import Papa from 'papaparse';
import type { Interaction } from '../interaction';

/** Columns of an exported table, which an import knows again. */
export const exportColumns = [
  'id',
  'timestamp',
  'prospect',
  'email',
  'company',
  'outcome',
  'type',
  'summary',
  'rep',
  'url',
] as const;

/**
 * A cell that begins like a formula, which a spreadsheet would run, gets an apostrophe in front; so
 * does one that begins with an apostrophe, so that an import knows which to take off.
 */
const likeFormula = /^['=+\-@\t\r]/;

/** @returns a cell of an exported table as it was before it was made safe for spreadsheets. */
export function unescapeCell(cell: string): string {
  return cell.startsWith("'") && likeFormula.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/**
 * Logs as a table for spreadsheets: one row each, first row the names of the columns, with a byte
 * order mark, without which Excel takes the text for another encoding.
 */
export function asCsv(interactions: Interaction[]): string {
  const rows = interactions.map((interaction) =>
    exportColumns.map((column) =>
      column === 'timestamp' ? interaction.at : (interaction[column] ?? ''),
    ),
  );
  const table = Papa.unparse(
    { fields: [...exportColumns], data: rows },
    { escapeFormulae: likeFormula },
  );
  return `\uFEFF${table}\r\n`;
}

/** Logs as JSON. `exportedAt` (ISO 8601) is when they were taken. */
export function asJson(interactions: Interaction[], exportedAt: string): string {
  const logs = interactions.map(({ pending: _, ...logged }) => logged);
  return `${JSON.stringify({ format: 'salesmemory', version: 1, exportedAt, interactions: logs }, null, 2)}\n`;
}
