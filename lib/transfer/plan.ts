import { v5 } from 'uuid';
import { t } from '../i18n';
import { companyOf, domainOf, isThing, isUnder } from '../identity/addresses';
import { prospectKey } from '../identity/key';
import { type Prospect, prospectSchema } from '../identity/prospect';
import type { Ourselves } from '../identity/rules';
import { type Interaction, interactionTypes } from '../interaction';
import { safeId } from '../memory/id';
import {
  type ColumnMap,
  type ImportField,
  recogniseColumns,
  recogniseSource,
  type TableSource,
} from './columns';
import { type DateOrder, dateOrderOf, isUnclear, readDate } from './dates';
import { textOfNote } from './html';
import { readOutcome } from './outcome';
import { peopleOf } from './people';
import type { Table } from './table';

/** As much as one log may hold, in characters. */
const mostWords = 50_000;
/** How far another computer's clock may be ahead (ms). */
const clockSlackMs = 86_400_000;
/** The name space of ids that are made from a row, so that the same row always gets the same id. */
const namespace = '6f1a3c1e-2f0b-5d0e-9a52-0c9b8f1f7a44';
/** How rows say that they are done, in systems that also keep what is still to do. */
const doneWords = /^(done|completed?|closed|true|yes|1|held|)$/i;

/** What is wrong with a row, and in which field. */
export interface RowProblem {
  /** As a spreadsheet counts: the header is row 1. */
  row: number;
  /** Name of the column; null where it is about the whole row. */
  column: string | null;
  message: string;
}

/** What an import would do, before it does anything. */
export interface ImportPlan {
  source: TableSource;
  encoding: Table['encoding'];
  /** Which column of the table holds which field. */
  columns: ColumnMap;
  headers: string[];
  /** Logs that are ready, in the order of the table. */
  interactions: Interaction[];
  problems: RowProblem[];
  /** Rows that another row of the table repeats word for word. */
  repeated: number;
  /** Activities that are still to be done, which are no conversations yet. */
  planned: number;
  rows: number;
  dateOrder: DateOrder;
  /** Whether the table doesn't tell the order of day and month, so that the rep has to. */
  dateOrderIsGuess: boolean;
}

/** What a rep may decide about an import. */
export interface ImportChoices {
  columns?: ColumnMap;
  dateOrder?: DateOrder;
  /** Whose name logs carry that name no rep. */
  rep?: string;
  /** Who is never a prospect. */
  ourselves?: Ourselves;
}

class BadRow extends Error {
  constructor(
    readonly field: ImportField | null,
    message: string,
  ) {
    super(message);
  }
}

type Cells = (field: ImportField) => string;

const systemNames: Record<TableSource, string> = {
  salesmemory: 'SalesMemory',
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  pipedrive: 'Pipedrive',
  other: 'the import',
};

function wordsOf(
  cell: Cells,
  source: TableSource,
): { summary: string; outcome: Interaction['outcome'] } {
  // Our own exports hold the rep's words as they were typed, markup included.
  const note = source === 'salesmemory' ? cell('summary').trim() : textOfNote(cell('summary'));
  const subject = cell('subject').trim();
  const outcome = readOutcome(cell('outcome'));
  const parts = [
    note.startsWith(subject) ? '' : subject,
    note,
    outcome === null ? `Outcome in ${systemNames[source]}: ${cell('outcome').trim()}` : '',
  ];
  const summary = parts.filter((part) => part !== '').join('\n');
  if (subject === '' && note === '') throw new BadRow('summary', t('import_row_says_nothing'));
  if (summary.length > mostWords) {
    throw new BadRow('summary', t('import_row_too_many_words', mostWords));
  }
  return { summary, outcome: outcome ?? 'none' };
}

function momentOf(cell: Cells, order: DateOrder, now: Date): string {
  const written = cell('at').trim();
  if (written === '') throw new BadRow('at', t('import_row_no_date'));
  const at = readDate(written, cell('time'), order);
  // Long before are the dates that some systems write where there is none; the server refuses those.
  if (!at || at.getTime() < 0)
    throw new BadRow('at', t('import_row_bad_date', written.slice(0, 60)));
  if (at.getTime() > now.getTime() + clockSlackMs) {
    throw new BadRow('at', t('import_row_future', written.slice(0, 60)));
  }
  return at.toISOString();
}

function isOurs(email: string, { ownAddresses, ownDomains }: Ourselves): boolean {
  const domain = domainOf(email);
  return ownAddresses.includes(email) || (domain !== null && isUnder(domain, ownDomains));
}

function prospectsOf(cell: Cells, ourselves: Ourselves): Prospect[] {
  const full = `${cell('firstName').trim()} ${cell('lastName').trim()}`.trim();
  const emails = cell('email').trim();
  const people = peopleOf(cell('name').trim() || full, emails);
  if (people.length === 0) {
    throw emails === ''
      ? new BadRow('name', t('import_row_nobody'))
      : new BadRow('email', t('import_row_bad_address', emails.slice(0, 60)));
  }
  const prospects = people.flatMap(({ name, email }): Prospect[] => {
    if (email && (isThing(email) || isOurs(email, ourselves))) return [];
    const company = cell('company').trim() || (email && companyOf(email)) || undefined;
    const read = prospectSchema.safeParse({
      name,
      ...(email ? { email } : {}),
      ...(company ? { company } : {}),
    });
    if (read.success) return [read.data];
    const field = read.error.issues[0]?.path[0];
    throw new BadRow(
      field === 'company' || field === 'email' ? field : 'name',
      t('import_row_too_long'),
    );
  });
  if (prospects.length === 0) {
    throw new BadRow('email', t('import_row_no_prospect'));
  }
  return prospects;
}

/** @returns the logs of one row, one for each person. @throws BadRow */
function logsOf(
  cell: Cells,
  source: TableSource,
  {
    order,
    now,
    rep,
    ourselves,
  }: { order: DateOrder; now: Date; rep: string | undefined; ourselves: Ourselves },
): Interaction[] {
  const { summary, outcome } = wordsOf(cell, source);
  const at = momentOf(cell, order, now);
  const given = cell('id').trim();
  const own = source === 'salesmemory';
  const said = cell('rep').trim() || rep;
  const url = cell('url').trim().slice(0, 2000);
  const type = interactionTypes.find((one) => own && one === cell('type').trim()) ?? 'import';
  return prospectsOf(cell, ourselves).map((prospect) => {
    // Only the systems' own ids are one for the whole world; a list's are often just 1, 2, 3.
    const identity =
      source === 'other' || given === ''
        ? [cell('at').trim(), cell('time').trim(), summary, outcome]
        : [given];
    return {
      id:
        own && safeId.test(given)
          ? given
          : v5(JSON.stringify([source, prospectKey(prospect), ...identity]), namespace),
      at,
      outcome,
      summary,
      prospect: prospect.name,
      ...(prospect.email ? { email: prospect.email } : {}),
      ...(prospect.company ? { company: prospect.company } : {}),
      type,
      ...(said ? { rep: said } : {}),
      ...(url ? { url } : {}),
    };
  });
}

/**
 * What an import of a table would do: the logs it would add, and what is wrong with which row. It
 * reads only; the same table always gives the same ids.
 *
 * In: the table, now, and what the rep decided.
 */
export function planImport(table: Table, now: Date, choices: ImportChoices = {}): ImportPlan {
  const { headers } = table;
  const source = recogniseSource(headers);
  const columns = choices.columns ?? recogniseColumns(headers);
  const at = (cells: string[], field: ImportField) => cells[columns[field] ?? -1] ?? '';
  const dates = table.rows.map(({ cells }) => at(cells, 'at'));
  const told = choices.dateOrder ?? dateOrderOf(dates);
  const order = told ?? 'month first';
  const found = new Map<string, Interaction>();
  const problems: RowProblem[] = [];
  let repeated = 0;
  let planned = 0;
  for (const { row, cells } of table.rows) {
    const cell: Cells = (field) => at(cells, field);
    if (!doneWords.test(cell('done').trim())) {
      planned += 1;
      continue;
    }
    try {
      const logs = logsOf(cell, source, {
        order,
        now,
        rep: choices.rep,
        ourselves: choices.ourselves ?? { ownAddresses: [], ownDomains: [] },
      });
      for (const log of logs) {
        if (found.has(log.id)) repeated += 1;
        else found.set(log.id, log);
      }
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      const column = error.field === null ? null : columns[error.field];
      const name = column === null || column === undefined ? error.field : headers[column];
      problems.push({ row, column: name ?? null, message: error.message });
    }
  }
  return {
    source,
    encoding: table.encoding,
    columns,
    headers,
    interactions: [...found.values()],
    problems,
    repeated,
    planned,
    rows: table.rows.length,
    dateOrder: order,
    dateOrderIsGuess: told === null && dates.some(isUnclear),
  };
}
