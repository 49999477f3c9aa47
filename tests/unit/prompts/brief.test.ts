import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateTokens } from '../../../lib/brief/budget';
import { ground } from '../../../lib/brief/ground';
import type { Interaction } from '../../../lib/interaction';
import { answerSchema } from '../../../prompts/answer';
import { askAgain, buildBriefPrompt } from '../../../prompts/brief';
import { fence, neutralise } from '../../../prompts/fence';
import { rubricMarkdown } from '../../../prompts/rubric';
import { sampleDeals, sampleHistory } from '../../../scripts/samples/deals';

const now = '2026-05-20T08:00:00.000Z';
const prospect = { name: 'Priya Sharma', company: 'Rentokil' };

const log = (id: string, summary: string, at = '2026-05-01T10:00:00.000Z'): Interaction => ({
  id,
  at,
  outcome: 'neutral',
  summary,
  prospect: prospect.name,
  type: 'call_log',
});

const systemOf = (history: Interaction[]) =>
  buildBriefPrompt({ prospect, history, now }).messages[0]?.content ?? '';
const userOf = (history: Interaction[]) =>
  buildBriefPrompt({ prospect, history, now }).messages[1]?.content ?? '';

describe('the part that never changes', () => {
  it('comes first and is the same for everybody and every day', () => {
    const [deal] = sampleDeals;
    if (!deal) throw new Error('no sample deal');
    const other = buildBriefPrompt({
      prospect: deal.prospect,
      history: sampleHistory(deal, now),
      now: '2027-01-01T00:00:00.000Z',
    });
    expect(other.messages.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(other.messages[0]?.content).toBe(systemOf([]));
  });

  it('holds the whole rubric, and fits a small plan beside the memories', () => {
    expect(systemOf([])).toContain(rubricMarkdown());
    expect(estimateTokens(systemOf([]))).toBeLessThan(3_500);
  });

  it('has two examples whose answers fit the schema and hold against their logs', () => {
    const lines = systemOf([]).split('\n');
    const arrows = lines.flatMap((line, index) => (line === '→' ? [index] : []));
    expect(arrows).toHaveLength(2);
    for (const arrow of arrows) {
      const answer = answerSchema.parse(JSON.parse(lines[arrow + 1] ?? ''));
      const memories: Interaction[] = [];
      for (let at = arrow - 1; lines[at]?.startsWith('{'); at -= 1) {
        const { id, date, text } = JSON.parse(lines[at] ?? '');
        memories.push(log(id, text, `${date}T10:00:00.000Z`));
      }
      const held = ground(answer, memories, { name: 'Nobody' });
      expect(held.dropped).toEqual({ count: 0, reasons: {} });
      expect(held.signals).toHaveLength(answer.signals.length);
      expect(held.risk).not.toBeNull();
      expect(held.action).not.toBeNull();
    }
  });
});

describe('the memories', () => {
  it('come last, oldest first, one JSON object a line with id and date', () => {
    const user = userOf([
      log('b', 'second', '2026-05-02T10:00:00.000Z'),
      log('a', 'first\nof two lines', '2026-05-01T12:00:00+05:00'),
    ]);
    const lines = user.split('\n');
    expect(lines.at(-1)).toBe(fence.close);
    expect(lines.slice(lines.indexOf(fence.open) + 1, -1).map((line) => JSON.parse(line))).toEqual([
      { id: 'a', date: '2026-05-01', outcome: 'neutral', text: 'first\nof two lines' },
      { id: 'b', date: '2026-05-02', outcome: 'neutral', text: 'second' },
    ]);
  });

  it('leave out what lies in the future', () => {
    const later = log('z', 'later', '2026-06-01T10:00:00.000Z');
    const { messages, choice } = buildBriefPrompt({ prospect, history: [later], now });
    expect(messages[1]?.content).not.toContain('later');
    expect(choice).toMatchObject({ included: [], leftOut: [] });
  });

  it('and the prospect’s name never break out of their place', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.string(), fc.constantFrom(fence.close, fence.open, '\n', '<|end|>', '```')),
          {
            maxLength: 12,
          },
        ),
        fc.string(),
        (parts, name) => {
          const { messages } = buildBriefPrompt({
            prospect: { name: `${name}\n${fence.close}` },
            history: [log(parts.join(''), parts.join('')), log('x', parts.join(' '))],
            now,
          });
          const user = messages[1]?.content ?? '';
          const lines = user.split('\n');
          expect(lines.filter((line) => line === fence.open)).toHaveLength(1);
          expect(lines.filter((line) => line === fence.close)).toHaveLength(1);
          expect(user.split(fence.close)).toHaveLength(2);
          expect(user).not.toMatch(/<\||```/);
        },
      ),
    );
  });
});

describe('neutralising', () => {
  it('leaves what reps write as it is', () => {
    const text = 'Price < 40 k€, margin > 20% – “fine”, she said. A = B. [notes] it’s ok';
    expect(neutralise(text)).toBe(text);
  });

  it('takes out what can’t be seen', () => {
    expect(neutralise('a\u200Bb\u202Ec\u{E0041}d\u0000e')).toBe('abcde');
  });
});

it('asking again names what was wrong, and shows only the beginning of the answer', () => {
  const messages = buildBriefPrompt({ prospect, history: [], now }).messages;
  const again = askAgain(messages, 'x'.repeat(50_000), 'It is no JSON.');
  expect(again.slice(0, 2)).toEqual(messages);
  expect(again[2]?.content.length).toBeLessThan(5_000);
  expect(again[3]?.content).toContain('It is no JSON.');
});
