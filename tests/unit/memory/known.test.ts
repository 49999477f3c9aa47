import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interaction } from '../../../lib/interaction';
import { knownFromLogs, knownFromTags } from '../../../lib/memory/known';
import { toRecord } from '../../../lib/memory/record';
import { logOfTag } from '../../../lib/memory/tags';

const person = fc.constantFrom<Pick<Interaction, 'prospect' | 'email' | 'company'>>(
  { prospect: 'Sarah Chen', email: 'sarah@northwind.example', company: 'Northwind' },
  { prospect: 'Sarah Chen', email: 's.chen@contoso.example' },
  { prospect: 'Sarah Chen', company: 'a|b' },
  { prospect: '李小龍' },
  { prospect: 'prospect:*', email: '*|%@x.example' },
);
const logs = fc.uniqueArray(
  fc.record({
    who: person,
    id: fc.uuid({ version: 7 }),
    at: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
  }),
  { selector: ({ id }) => id },
);

const interactionsOf = (made: { who: object; id: string; at: Date }[]): Interaction[] =>
  made.map(({ who, id, at }) => ({
    ...(who as Pick<Interaction, 'prospect'>),
    id,
    at: at.toISOString(),
    outcome: 'none',
    summary: 'Words.',
    type: 'call_log',
  }));

/** Tags of a bank, counted as the server does. */
function tagsOf(interactions: Interaction[], prefix: string) {
  const counts = new Map<string, number>();
  for (const tag of interactions.flatMap((one) => toRecord(one).tags)) {
    if (tag.startsWith(prefix)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts].map(([tag, count]) => ({ tag, count }));
}

describe('known prospects', () => {
  it('come out of the tags as they come out of the logs', () => {
    fc.assert(
      fc.property(logs, (made) => {
        const interactions = interactionsOf(made);
        const fromTags = knownFromTags(tagsOf(interactions, 'card:'), tagsOf(interactions, 'log:'));
        expect(fromTags).toEqual(knownFromLogs(interactions));
      }),
    );
  });

  it('can’t be told from tags where a card has no log', () => {
    const [one] = interactionsOf([
      { who: { prospect: 'Ada' }, id: '0192', at: new Date('2026-11-01T10:00:00Z') },
    ]);
    expect(knownFromTags(tagsOf([one as Interaction], 'card:'), [])).toBeNull();
  });

  it.each(['log:', 'log:a', 'log:a|b', 'log:|1|2', 'log:a|zzzzzzzzzzzz|1', 'prospect:a|1|2'])(
    'aren’t read from the tag %s of somebody else',
    (tag) => {
      expect(logOfTag(tag)).toBeNull();
    },
  );
});
