/** Where a table comes from, as far as its columns tell. */
export type TableSource = 'salesmemory' | 'hubspot' | 'salesforce' | 'pipedrive' | 'other';

/** What a column can hold. */
export const importFields = [
  'id',
  'at',
  'time',
  'name',
  'firstName',
  'lastName',
  'email',
  'company',
  'outcome',
  'subject',
  'summary',
  'type',
  'rep',
  'url',
  'done',
] as const;
export type ImportField = (typeof importFields)[number];

/** Which column (counted from 0) holds a field. */
export type ColumnMap = Partial<Record<ImportField, number>>;

/**
 * Names that columns go by, the best first: our own, then those of activity exports and of the
 * systems' programming interfaces.
 */
const known: Record<ImportField, string[]> = {
  id: ['id', 'activity id', 'record id', 'call id', 'task id', 'engagement id', 'hs object id'],
  at: [
    'timestamp',
    'hs timestamp',
    'activity date',
    'activitydate',
    'call date',
    'meeting start time',
    'activity marked as done time',
    'marked as done time',
    'activity due date',
    'due date',
    'date',
    'start',
    'completed date time',
    'created date',
    'createddate',
    'create date',
    'activity add time',
  ],
  time: ['activity due time', 'due time', 'time'],
  name: [
    'prospect',
    'associated contact',
    'associated contacts',
    'contact',
    'contact name',
    'contact full name',
    'activity contact person',
    'contact person',
    'person name',
    'person',
    'who name',
    'full name',
    'lead name',
    'name',
  ],
  firstName: ['first name', 'firstname', 'contact first name', 'who firstname'],
  lastName: ['last name', 'lastname', 'surname', 'contact last name', 'who lastname'],
  email: [
    'email',
    'e mail',
    'email address',
    'contact email',
    'associated contact email',
    'associated contact emails',
    'person email',
    'person email work',
    'who email',
    'lead email',
  ],
  company: [
    'company',
    'associated company',
    'associated companies',
    'company account',
    'account name',
    'account',
    'activity organization',
    'organization name',
    'organization',
    'organisation',
    'org name',
    'company name',
  ],
  outcome: [
    'outcome',
    'call outcome',
    'meeting outcome',
    'call result',
    'call disposition',
    'calldisposition',
    'result',
  ],
  subject: [
    'subject',
    'activity subject',
    'call title',
    'meeting name',
    'meeting title',
    'activity title',
    'task title',
    'title',
  ],
  summary: [
    'summary',
    'call notes',
    'call body',
    'hs call body',
    'activity note',
    'full comments',
    'comments',
    'description',
    'note body',
    'meeting description',
    'internal meeting notes',
    'task notes',
    'notes',
    'note',
    'body',
    'details',
  ],
  type: ['type'],
  rep: [
    'rep',
    'activity assigned to user',
    'assigned to user',
    'activity assigned to',
    'assigned to',
    'assigned',
    'owner name',
    'owner',
    'user',
    'created by',
  ],
  url: ['url', 'link'],
  done: ['activity done', 'done', 'status', 'task status'],
};

/** @returns a column's name as it is compared: small letters and digits, single blanks. */
function plainName(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** @returns which column holds what, each column at most once. */
export function recogniseColumns(headers: string[]): ColumnMap {
  const names = headers.map(plainName);
  const joined = names.map((name) => name.replaceAll(' ', ''));
  const taken = new Set<number>();
  const map: ColumnMap = {};
  for (const field of importFields) {
    for (const candidate of known[field]) {
      const spelled = candidate.replaceAll(' ', '');
      const at = joined.findIndex((name, index) => name === spelled && !taken.has(index));
      if (at === -1) continue;
      map[field] = at;
      taken.add(at);
      break;
    }
  }
  return map;
}

/** @returns which system a table comes from, told by columns that only that one has. */
export function recogniseSource(headers: string[]): TableSource {
  const names = new Set(headers.map((header) => plainName(header).replaceAll(' ', '')));
  const any = (...candidates: string[]) => candidates.some((name) => names.has(name));
  if (names.has('timestamp') && names.has('prospect') && names.has('summary')) {
    return 'salesmemory';
  }
  if (headers.some((header) => /^\s*activity\s+-\s/i.test(header))) return 'pipedrive';
  if (any('personname', 'orgname') && any('duedate', 'markedasdonetime')) return 'pipedrive';
  if (any('whoid', 'whoname', 'companyaccount', 'fullcomments', 'calldisposition', 'callresult')) {
    return 'salesforce';
  }
  if (any('associatedcontact', 'associatedcontacts', 'associatedcontactids', 'hsobjectid')) {
    return 'hubspot';
  }
  if (names.has('recordid') && any('callnotes', 'calltitle', 'activitydate')) return 'hubspot';
  return 'other';
}
