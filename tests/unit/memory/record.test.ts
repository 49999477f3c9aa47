import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storable } from '../../../lib/identity/storable';
import { type Interaction, interactionTypes, outcomes } from '../../../lib/interaction';
import { fromDocument, isRecordOf, toRecord } from '../../../lib/memory/record';
import { prospectOfCard } from '../../../lib/memory/tags';

const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => storable(one) === one);
const optional = fc.option(text, { nil: undefined });

const interaction: fc.Arbitrary<Interaction> = fc.record({
  id: fc.uuid(),
  at: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  outcome: fc.constantFrom(...outcomes),
  summary: text,
  prospect: text,
  email: optional,
  company: optional,
  type: fc.constantFrom(...interactionTypes),
  rep: optional,
  url: optional,
});

/** A record as the server lists it. */
function listed(one: Interaction) {
  const { document_id, metadata } = toRecord(one);
  return { id: document_id, document_metadata: metadata, created_at: '2026-01-01T00:00:00Z' };
}

describe('a log as a document', () => {
  it('is rebuilt from its metadata alone', () => {
    fc.assert(
      fc.property(interaction, (one) => {
        expect(fromDocument(listed(one))).toEqual(one);
        expect(isRecordOf(one, listed(one))).toBe(true);
      }),
    );
  });

  it('is no longer that of a log that was reworded', () => {
    fc.assert(
      fc.property(interaction, (one) => {
        const reworded = { ...one, summary: `${one.summary}!` };
        expect(isRecordOf(reworded, listed(one))).toBe(false);
        expect(isRecordOf({ ...one, id: 'another' }, listed(one))).toBe(false);
        expect(isRecordOf(one, listed({ ...one, company: `${one.company} Ltd` }))).toBe(false);
      }),
    );
  });

  it('carries a tag that tells who it is about', () => {
    fc.assert(
      fc.property(interaction, (one) => {
        const { prospect: name, email, company } = one;
        const cards = toRecord(one).tags.map(prospectOfCard).filter(Boolean);
        expect(cards).toEqual([{ name, email, company }]);
      }),
    );
  });

  it('reads as prospect, date, outcome and summary', () => {
    const { content, tags } = toRecord({
      id: '1',
      at: '2026-11-01T10:00:00.000Z',
      outcome: 'objection',
      summary: 'Too dear.',
      prospect: 'Ada Lovelace',
      email: 'ada@x.example',
      company: 'Analytical Engines',
      type: 'call_log',
    });
    expect(content).toBe(
      'Prospect: Ada Lovelace\nDate: 2026-11-01\nOutcome: objection\nSummary: Too dear.',
    );
    expect(tags).toContain('prospect:ada@x.example');
    expect(tags).toContain('company:analytical%20engines');
  });

  it('of a half character still goes out, as the sign for an unreadable one', () => {
    const one = { ...fc.sample(interaction, 1)[0], prospect: 'a\uD800', summary: 'b\uDC00\0' };
    const record = toRecord(one as Interaction);
    expect(record.metadata).toMatchObject({ prospect: 'a\uFFFD', summary: 'b\uFFFD\uFFFD' });
    expect(JSON.stringify(record)).not.toMatch(/\\ud[89a-f]/i);
  });

  it.each([
    null,
    'text',
    { id: 7 },
    { id: 'x' },
    { id: 'x', document_metadata: { summary: 'without the rest' } },
    { id: 'x', document_metadata: { summary: 's', prospect: 'p', timestamp: 'yesterday' } },
  ])('of somebody else is none of ours: %j', (document) => {
    expect(fromDocument(document)).toBeNull();
  });

  it.each(['card:', 'card:||', 'card:n|a|%|c', 'card:a|b|c|d|e', 'prospect:a|b|c'])(
    'has no card in the tag %s',
    (tag) => {
      expect(prospectOfCard(tag)).toBeNull();
    },
  );
});
