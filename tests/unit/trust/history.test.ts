import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basicBrief } from '../../../lib/brief';
import { meetingBrief } from '../../../lib/brief/meeting';
import { composeDigest } from '../../../lib/digest/compose';
import { condense } from '../../../lib/digest/condense';
import { digestAsMarkdown, mailLink } from '../../../lib/digest/markdown';
import { composeFollowUp } from '../../../lib/follow-up/compose';
import { mailtoOf } from '../../../lib/follow-up/mail';
import { logsIn, prospectOf } from '../../../lib/memory/record';
import { asCsv, asJson } from '../../../lib/transfer/export';

const now = '2026-11-20T12:00:00.000Z';

/** Words that are read for signals, and what no program expects among them. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Worried about onboarding.',
        'Budget frozen until Q3.',
        'I promised a plan by 30 February.',
        'Pilot agreed for 20 reps by tomorrow.',
        'Sie hat Sorgen wegen der Sicherheit.',
        'El precio le parece alto.',
        '<img src=x onerror=alert(1)>',
        '\ud800',
        '\udc00\u202e\0',
        '![x](javascript:alert(1))',
        '=cmd|calc',
        'constructor __proto__ toString',
      ),
      fc.string({ unit: 'binary', maxLength: 40 }),
    ),
    { maxLength: 6 },
  )
  .map((said) => said.join(' '));

const when = fc.oneof(
  fc
    .date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString()),
  fc.constantFrom(
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+23:59',
    '9999-12-31T23:59:59-23:59',
    '2026-02-29T00:00:00Z',
    '2024-02-29T24:00:00Z',
    '2026-11-20T12:00:00.000000001Z',
    'soon',
  ),
);

const document = fc.record({
  id: fc.oneof(fc.constantFrom('log-1', '__proto__', 'constructor'), fc.string({ minLength: 1 })),
  document_metadata: fc.record({
    prospect: fc.oneof(fc.constant('Priya Sharma'), words),
    email: fc.oneof(fc.constant('priya@x.example'), fc.string()),
    company: words,
    outcome: fc.constantFrom('none', 'won', 'lost', 'x', '__proto__'),
    timestamp: when,
    type: fc.constantFrom('call_log', 'note', 'x'),
    summary: words,
    rep: words,
    url: fc.oneof(fc.webUrl(), fc.constant('javascript:alert(1)')),
  }),
  tags: fc.array(fc.oneof(fc.constantFrom('card:%E0%A4|%', 'card:a|%7B|b'), fc.string())),
});

describe('whatever logs a server hands over', () => {
  it.each(['en', 'de', 'es'] as const)(
    'brief, meeting, follow-up, week and export are made of them without an error (%s)',
    (language) => {
      let read = 0;
      fc.assert(
        fc.property(fc.array(document, { minLength: 1, maxLength: 6 }), (documents) => {
          const history = logsIn(documents);
          const [first] = history;
          if (!first) return;
          read += 1;
          const prospect = prospectOf(first);
          const input = { prospect, history, now, language };
          const brief = basicBrief(input);
          expect(brief.score).toBeGreaterThanOrEqual(0);
          expect(brief.score).toBeLessThanOrEqual(100);
          meetingBrief([brief, brief], language);
          for (const { id } of history) {
            const mail = composeFollowUp({ ...input, logId: id, rep: 'Robin', tone: 'plain' });
            if (mail) mailtoOf(mail, mail.subject, mail.text);
          }
          const card = condense(prospect, history, now);
          const digest = composeDigest([card], { now, language });
          digestAsMarkdown(digest);
          expect(mailLink(digest, 'robin@x.example').length).toBeLessThanOrEqual(1_900);
          asCsv(history);
          asJson(history, now);
        }),
        { numRuns: 200 },
      );
      expect(read).toBeGreaterThan(50);
    },
    60_000,
  );
});
