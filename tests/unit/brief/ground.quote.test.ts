import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { conversationEnd } from '../../../lib/brief/instructions';
import { strangersIn } from '../../../lib/brief/mentions';
import { quoteFinder } from '../../../lib/brief/quote';
import { sampleDeals } from '../../../scripts/samples/deals';
import { writtenDeals } from '../../fixtures/deals';

const found = (quote: string, text: string) => {
  const place = quoteFinder(text)(quote);
  return place && text.slice(place.start, place.end);
};

describe('a quote', () => {
  const text =
    'She said: “we’re  fine — really”…\nBudget\u00A0isn’t approved. Zoë’s team 👍 agreed.';

  it.each([
    ["we're fine - really", 'we’re  fine — really'],
    ["Budget isn't approved.", 'Budget\u00A0isn’t approved.'],
    ['"Budget isn’t approved"', 'Budget\u00A0isn’t approved'],
    ['really". Budget', null],
    ['Zoë’s team 👍 agreed', 'Zoë’s team 👍 agreed'],
    ['budget isn’t approved', null],
    ['Budget is approved', null],
    ['Budget approved', null],
    ['approve', null],
    ['proved', null],
    ['', null],
    ['.', null],
    ['…', null],
  ])('"%s" is found as %o', (quote, expected) => {
    expect(found(quote, text)).toBe(expected);
  });

  it('of a short log may be all of it', () => {
    expect(found('OK', 'OK.')).toBe('OK');
    expect(found('OK', 'OK, no.')).toBeNull();
  });

  it('in scripts without spaces may end anywhere', () => {
    expect(found('予算は承認', '予算は承認されました。')).toBe('予算は承認');
  });

  it('is found again however its punctuation is written', () => {
    const styles: [RegExp, string][] = [
      [/'/g, '’'],
      [/"/g, '“'],
      [/-/g, '—'],
      [/ /g, '\u00A0\n'],
    ];
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('price', "isn't", '"fixed"', 'well-known', 'für', '🙂 ok', '40%'),
          {
            minLength: 3,
            maxLength: 10,
          },
        ),
        fc.subarray(styles),
        fc.nat(6),
        (words, changes, from) => {
          const original = changes.reduce(
            (sum, [plain, fancy]) => sum.replace(plain, fancy),
            words.join(' '),
          );
          const quote = words.slice(from % words.length).join(' ');
          const place = quoteFinder(original)(quote);
          if ((quote.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < 3) return;
          expect(place).not.toBeNull();
        },
      ),
    );
  });
});

describe('names and numbers in advice', () => {
  const sources = [
    'Priya wants a pilot for 20 reps; ACME is 15% cheaper. Budget: $40,000.',
    'Priya Sharma',
  ];

  it.each([
    ['Send Priya a plan for the 20 reps.', []],
    ['Answer ACME’s 15% with a cost comparison.', []],
    ['Offer Priya’s team the $40000 package.', []],
    ['Ask Sharma for the SLA and the ROI.', []],
    ['Send Priya a plan for 25 reps.', ['25']],
    ['Salesforce is cheaper.', ['Salesforce']],
    ['Show her what Gong can’t do.', ['Gong']],
    ['Call on Friday at 10.', ['10', 'Friday']],
    ['Budget: ask Priya about it.', []],
    ['Ask about IBM.', ['IBM']],
  ])('%s → %o', (text, strangers) => {
    expect(strangersIn(text, sources)).toEqual(strangers);
  });
});

test('no log of a written deal is taken for an order to a machine', () => {
  const logs = [
    ...writtenDeals.flatMap(({ calls }) => calls.map(([, , summary]) => summary)),
    ...sampleDeals.flatMap(({ calls }) => calls.map(({ summary }) => summary)),
  ];
  expect(logs.length).toBeGreaterThan(100);
  expect(logs.filter((log) => conversationEnd(log) < log.length)).toEqual([]);
});

test('what sales people write about systems, scores and notes is no order', () => {
  const logs = [
    'Buying signals: budget approved, pilot requested.',
    'System: Salesforce, 40 seats. Their lead score: 70.',
    'I will send the notes to her team by Friday.',
    'She acts as our champion and asked how the API returns JSON.',
    'Legal won’t let them bypass the procurement policy.',
    'Asked me to forward the history of the ticket to support.',
    'They want to give each lead a score.',
  ];
  for (const log of logs) expect([log, conversationEnd(log)]).toEqual([log, log.length]);
});
