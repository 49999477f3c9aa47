import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type Interaction, interactionTypes, outcomes } from '../../../lib/interaction';
import { asCsv, asJson } from '../../../lib/transfer/export';
import { planImport } from '../../../lib/transfer/plan';
import { readTable } from '../../../lib/transfer/table';

const now = new Date('2026-11-20T12:00:00Z');
const bytes = (text: string) => new TextEncoder().encode(text);

const one: Interaction = {
  id: '019a0000-0000-7000-8000-000000000001',
  at: '2026-11-01T10:00:00.000Z',
  outcome: 'objection',
  summary: 'She said "no", twice;\nthen, a comma.',
  prospect: 'Priya Sharma',
  email: 'priya@rentokil.example',
  company: 'Rentokil',
  type: 'call_log',
  rep: 'Robin',
  url: 'https://calendar.google.com/x',
};

/** Text as a rep may type it: no control characters, and something in it besides blanks. */
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) => text.replace(/\p{Cc}/gu, '').trim())
  .filter((text) => text !== '');

const interaction: fc.Arbitrary<Interaction> = fc.record({
  id: fc.uuid({ version: 7 }),
  at: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2026-11-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  outcome: fc.constantFrom(...outcomes),
  summary: fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
  prospect: fc.constantFrom(
    'Priya Sharma',
    '=SUM(A1)',
    "'quoted'",
    'Łukasz Żółć',
    '王小明',
    'a,b "c"',
  ),
  email: fc.constantFrom('priya@rentokil.example', 'o’neil@x.example'),
  company: fc.constantFrom('Rentokil', '+49 GmbH', '@home'),
  type: fc.constantFrom(...interactionTypes),
});

describe('an export', () => {
  it.each([
    ['CSV', asCsv],
    ['JSON', (logs: Interaction[]) => asJson(logs, now.toISOString())],
  ])('as %s gives the same logs when it is imported again', (_, write) => {
    fc.assert(
      fc.property(
        fc.uniqueArray(interaction, { minLength: 1, selector: ({ id }) => id }),
        (logs) => {
          const plan = planImport(readTable(bytes(write(logs))), now);
          expect(plan.problems).toEqual([]);
          expect(plan.interactions).toEqual(logs);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('keeps every field, and says nothing about what isn’t there', () => {
    const { email: _, url: __, ...bare } = one;
    for (const log of [one, bare]) {
      expect(planImport(readTable(bytes(asCsv([log]))), now).interactions).toEqual([log]);
    }
  });

  it('has no cell that a spreadsheet would run', () => {
    const csv = asCsv([
      { ...one, summary: '=HYPERLINK("http://evil.example")', prospect: '@SUM', company: '-1+2' },
    ]);
    const cells = Papa.parse<string[]>(csv.slice(1).trimEnd()).data.flat();
    expect(cells).toContain('\'=HYPERLINK("http://evil.example")');
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  it('doesn’t say of a log that it waits', () => {
    expect(asJson([{ ...one, pending: true }], now.toISOString())).not.toContain('pending');
  });
});
