import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelBrief } from '../../../lib/brief/model-brief';
import { planImport } from '../../../lib/transfer/plan';
import { readTable, UnreadableFile } from '../../../lib/transfer/table';

const now = new Date('2026-11-20T12:00:00Z');

/** A plan, or the one failure that a file may be. */
function plan(bytes: Uint8Array) {
  try {
    return planImport(readTable(bytes), now);
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableFile);
    return null;
  }
}

const encode = (text: string) => new TextEncoder().encode(text);

describe('any file that is imported', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.emailAddress(),
    fc.constantFrom('2026-01-02', '31.12.2025', '=cmd|calc', '"', '"a"b', '\u0000', '<b>x</b>', ''),
  );
  const header = fc.constantFrom('Name', 'Email', 'Date', 'Notes', 'Company', 'Outcome', 'x', '');

  it('is a plan of sound logs, or is said to be unreadable: tables', () => {
    fc.assert(
      fc.property(
        fc.array(header, { maxLength: 8 }),
        fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 20 }),
        fc.constantFrom(',', ';', '\t', '|'),
        (headers, rows, comma) => {
          const text = [headers, ...rows].map((row) => row.join(comma)).join('\n');
          for (const one of plan(encode(text))?.interactions ?? []) {
            expect(Number.isNaN(Date.parse(one.at))).toBe(false);
            expect(one.prospect.trim()).not.toBe('');
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('… bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => void plan(bytes)),
      { numRuns: 400 },
    );
  });

  it('… JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => void plan(encode(text))),
      { numRuns: 400 },
    );
  });

  it('… made to take for ever comes to an end', () => {
    for (const text of [
      '"'.repeat(200_000),
      `Name,Notes\n${'"'.repeat(100_001)}`,
      `Name,Email,Date,Notes\n${'a,a@b.example,2026-01-01,x\n'.repeat(20_000)}`,
      `Name,Notes\nA,${'<'.repeat(100_000)}`,
      `Name,Notes\nA,${'&amp;'.repeat(50_000)}`,
      `Email,Notes\n${'a@'.repeat(50_000)},x`,
      '['.repeat(100_000),
    ]) {
      plan(encode(text));
    }
  }, 60_000);
});

describe('any answer of a model', () => {
  const history = [
    {
      id: 'log-1',
      at: '2026-11-01T10:00:00.000Z',
      outcome: 'none' as const,
      summary: 'Priya is worried about onboarding. Budget frozen until Q3.',
      prospect: 'Priya Sharma',
      type: 'call_log' as const,
    },
  ];
  const input = { prospect: { name: 'Priya Sharma' }, history, now: now.toISOString() };
  const read = (text: string) =>
    modelBrief(input, text, { reader: 'groq', cost: undefined } as never);

  const sound = (text: string) => {
    const brief = read(text);
    if ('invalid' in brief) {
      expect(brief.invalid).not.toBe('');
      return;
    }
    // Whatever it said, nothing is shown that no log bears out.
    expect(brief.score).toBeGreaterThanOrEqual(0);
    expect(brief.score).toBeLessThanOrEqual(100);
    expect(JSON.stringify(brief)).not.toContain('planted');
  };

  it('is a brief that the logs bear out, or is refused', () => {
    const signal = fc.record(
      {
        kind: fc.oneof(
          fc.constantFrom('objection', 'budget_blocked', 'pilot_agreed', 'x'),
          fc.anything(),
        ),
        topic: fc.oneof(fc.constantFrom('onboarding', null), fc.string()),
        memory_id: fc.oneof(fc.constantFrom('log-1', 'log-2'), fc.string()),
        date: fc.oneof(fc.constantFrom('2026-11-01', '9999-99-99'), fc.string()),
        quote: fc.constantFrom(
          'worried about onboarding',
          'planted words',
          '',
          '<script>planted</script>',
        ),
        due: fc.oneof(fc.constant(null), fc.string()),
      },
      { requiredKeys: [] },
    );
    const answer = fc.record(
      {
        signals: fc.oneof(fc.array(signal), fc.anything()),
        risk: fc.anything(),
        action: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(answer, (one) => sound(String(JSON.stringify(one)))),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), sound), { numRuns: 500 });
  });

  it('… made to take for ever comes to an end', () => {
    for (const text of [
      '{'.repeat(100_000),
      '```json\n'.repeat(20_000),
      `{"signals":[${'{"kind":"objection"},'.repeat(5_000)}{}]}`,
      `{"signals":[{"kind":"objection","memory_id":"log-1","quote":"${'a '.repeat(20_000)}"}]}`,
      ' '.repeat(1_000_000),
    ]) {
      sound(text);
    }
  });
});
