import Papa from 'papaparse';
import { z } from 'zod';
import { t } from '../i18n';
import { decodeText } from './decode';
import { exportColumns, unescapeCell } from './export';

/** A file as a table of text. */
export interface Table {
  headers: string[];
  /** `row` as a spreadsheet counts it: the header is row 1. */
  rows: { row: number; cells: string[] }[];
  encoding: 'utf-8' | 'utf-16' | 'windows-1252';
}

/** A file that can't be read as a table, with a message for the screen. */
export class UnreadableFile extends Error {}

const objectsSchema = z.array(z.record(z.string(), z.unknown()));
const exportSchema = z.object({ interactions: objectsSchema });

/** @returns a value of JSON as a cell; lists and objects have no place in one. */
function cellOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function readJson(text: string): Omit<Table, 'encoding'> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new UnreadableFile(t('import_no_json', (error as Error).message), { cause: error });
  }
  const list = objectsSchema.safeParse(data);
  const exported = exportSchema.safeParse(data);
  const objects = list.success ? list.data : exported.success ? exported.data.interactions : null;
  if (!objects) {
    throw new UnreadableFile(t('import_no_list'));
  }
  const headers = [...new Set(objects.flatMap((one) => Object.keys(one)))];
  return {
    headers: headers.map((name) => (exported.success && name === 'at' ? 'timestamp' : name)),
    rows: objects.map((one, index) => ({
      row: index + 2,
      cells: headers.map((name) => cellOf(one[name])),
    })),
  };
}

/** @returns whether these are the columns of one of our own exports. */
function isOwnExport(headers: string[]): boolean {
  return (
    headers.length === exportColumns.length &&
    exportColumns.every((column, index) => headers[index]?.trim() === column)
  );
}

function readCsv(text: string): Omit<Table, 'encoding'> {
  if (text.includes('\0')) {
    throw new UnreadableFile(t('import_no_text'));
  }
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: false });
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  if (open) {
    throw new UnreadableFile(t('import_open_quote', (open.row ?? 0) + 1));
  }
  const [headers = [], ...rows] = data;
  const ours = isOwnExport(headers);
  return {
    headers,
    rows: rows
      .map((cells, index) => ({ row: index + 2, cells: ours ? cells.map(unescapeCell) : cells }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
  };
}

/** @returns a file of CSV or JSON as a table. @throws UnreadableFile */
export function readTable(bytes: Uint8Array): Table {
  const { text, encoding } = decodeText(bytes);
  const json = /^\s*[[{]/.test(text);
  const table = json ? readJson(text) : readCsv(text);
  if (table.rows.length === 0) {
    throw new UnreadableFile(t('import_no_rows'));
  }
  return { ...table, encoding };
}
