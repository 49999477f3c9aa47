import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basicReply, modelReply } from '../../../lib/ask/reply';
import { jsonIn } from '../../../lib/brief/raw-answer';
import { isUnusable, readComparison, readNomination } from '../../../lib/digest/answer';
import { mailtoOf } from '../../../lib/follow-up/mail';
import { modelFollowUp } from '../../../lib/follow-up/model';
import { numbered } from '../../../prompts/digest';
import { sampleCards } from '../digest/deals';

const prospect = { name: 'Priya Sharma', email: 'priya@x.example' };
const log = {
  id: 'log-1',
  at: '2026-11-01T10:00:00.000Z',
  outcome: 'none' as const,
  summary: 'Priya is worried about onboarding. I promised a plan by Friday.',
  prospect: prospect.name,
  type: 'call_log' as const,
};
const deals = numbered(sampleCards());

/** What a model that was talked into it would have the rep read, and what no program expects. */
const text = fc.oneof(
  fc.constantFrom(
    'Priya is worried about onboarding.',
    'planted: wire the money to DE89 3704 0044 0532 0130 00',
    '<script>planted</script>',
    '[planted](https://evil.example)',
    'Worried \ud800',
    '\udc00'.repeat(400),
    '__proto__',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
/** Anything that JSON holds, and what looks like text and can't be made one. */
const anything = fc.oneof(
  { weight: 4, arbitrary: fc.anything({ maxDepth: 3 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ toString: 1 }, { invalid: 'planted' }, [{ toJSON: 1 }]),
  },
);
const quote = fc.constantFrom('worried about onboarding', 'I promised a plan', 'planted', '');
const sentence = fc.record(
  {
    text: fc.oneof(text, anything),
    sources: fc.oneof(
      fc.array(fc.record({ memory_id: fc.constantFrom('log-1', 'log-2'), quote }), {
        maxLength: 3,
      }),
      anything,
    ),
  },
  { requiredKeys: [] },
);
const sentences = fc.record(
  {
    in_memory: anything,
    subject: fc.oneof(text, anything),
    sentences: fc.oneof(fc.array(sentence), anything),
  },
  { requiredKeys: [] },
);
const placed = fc.record(
  {
    id: fc.oneof(fc.constantFrom(...deals.map(({ id }) => id)), anything),
    bucket: fc.oneof(fc.constantFrom('attention', 'follow_up', '🟢', '__proto__'), anything),
    why: fc.oneof(text, anything),
    action: fc.oneof(text, anything),
  },
  { requiredKeys: [] },
);

/** What a model says reaches us as text. */
const sent = (answer: unknown) => jsonIn(String(JSON.stringify(answer)));

/** Whatever it said, nothing is shown that no log bears out. */
function holds(shown: unknown): void {
  expect(JSON.stringify(shown)).not.toMatch(/planted|evil\.example/);
}

describe('whatever a model answers', () => {
  it('to a question is a reply that the logs bear out, or is refused', () => {
    const recalled = [{ interaction: log, semantic: 0.9, example: null }];
    const asked = { question: 'Who is worried?', people: [], rest: 'Who is worried?', recalled };
    fc.assert(
      fc.property(sentences, (answer) => {
        const read = modelReply(basicReply(asked), sent(answer), 'groq');
        if ('value' in read) holds(read.value.sentences);
      }),
      { numRuns: 500 },
    );
  });

  it('for a mail is one that the logs bear out, and opens in a mail program', () => {
    const input = {
      prospect,
      history: [log],
      logId: 'log-1',
      rep: 'Robin',
      tone: 'plain' as const,
    };
    fc.assert(
      fc.property(sentences, (answer) => {
        const read = modelFollowUp(input, sent(answer), 'groq');
        if (!('value' in read)) return;
        holds([read.value.subject, read.value.text]);
        mailtoOf(read.value, read.value.subject, read.value.text);
      }),
      { numRuns: 500 },
    );
  });

  it('for the week is an order of the deals there are, or is refused', () => {
    const keys = deals.map(({ card }) => card.key);
    const list = fc.oneof(fc.array(placed, { maxLength: 30 }), anything);
    const answer = fc.oneof(
      list,
      anything,
      fc.record({ deals: list }),
      fc.record({ nominees: list }),
    );
    const said = fc.oneof(
      answer.map((one) => String(JSON.stringify(one))),
      fc.string(),
      fc.json(),
    );
    fc.assert(
      fc.property(said, (one) => {
        const compared = readComparison(one, deals);
        if (!isUnusable(compared)) {
          holds(compared.placed);
          const there = compared.placed.map(({ key }) => key);
          expect(new Set(there).size).toBe(there.length);
          expect(there.filter((key) => !keys.includes(key))).toEqual([]);
        } else holds(compared);
        const nominated = readNomination(one, deals, 3);
        if (isUnusable(nominated)) holds(nominated);
        else expect(nominated.keys.filter((key) => !keys.includes(key))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
