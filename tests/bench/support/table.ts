import type { Spread } from './spread';

type Cell = string | number;

/** @returns a figure as people read it: no more digits than it deserves. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}

/** @returns a spread as one cell: the median, and from the least to the most. */
export function spreadCell({ min, median, max }: Spread): string {
  return `${figure(median)} (${figure(min)}–${figure(max)})`;
}

/**
 * A table in Markdown. A column whose cells are all figures is set to the right.
 *
 * @param head the titles of the columns, each with its unit
 */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const isFigure = (cell: Cell | undefined) =>
    typeof cell === 'number' || /^[~<≤≥+−–-]?[\d.,]+( |$|%)/.test(cell ?? '');
  const rule = head.map((_, column) =>
    rows.every((row) => isFigure(row[column])) ? '---:' : '---',
  );
  const shown = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? figure(cell) : cell.replaceAll('|', '\\|'))),
  );
  return [[...head], rule, ...shown].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
