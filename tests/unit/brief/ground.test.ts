import { describe, expect, it, test } from 'vitest';
import { ground } from '../../../lib/brief/ground';
import { type ModelReading, modelBrief } from '../../../lib/brief/model-brief';
import { readSignals } from '../../../lib/brief/offline/read';
import type { Brief } from '../../../lib/brief/types';
import type { Interaction } from '../../../lib/interaction';
import { honestHistory, honestSignals, target } from '../../fixtures/attacks';
import { writtenDeals } from '../../fixtures/deals';
import { historyOf } from '../../fixtures/deals/deal';

const now = '2026-04-14T08:00:00.000Z';
const input = { prospect: target, history: honestHistory, now };
const honest = { signals: honestSignals, risk: null, action: null };

const read = (text: string, more: Partial<ModelReading> = {}, over = {}) =>
  modelBrief({ ...input, ...over }, text, { reader: 'groq', ...more });
const briefOf = (answer: object, more: Partial<ModelReading> = {}, over = {}): Brief => {
  const brief = read(JSON.stringify(answer), more, over);
  if ('invalid' in brief) throw new Error(brief.invalid);
  return brief;
};

describe('an answer of no use', () => {
  it.each([
    ['', /empty/],
    ['   \n', /empty/],
    ['I can’t do that.', /no complete JSON/],
    [JSON.stringify(honest).slice(0, 200), /no complete JSON/],
    ['```json\n{"signals": [\n```', /no complete JSON/],
    ['null', /no JSON object/],
    ['42', /no JSON object/],
    ['[]', /no JSON object/],
    ['"signals"', /no JSON object/],
    ['{}', /no list called "signals"/],
    ['{"signals": "many"}', /no list called "signals"/],
    ['{"signals": {"0": {}}}', /no list called "signals"/],
    ['{"signals": [1, null, "x", {"kind": 3}]}', /No entry of "signals"/],
    ['{"signals": []}', /"signals" is empty/],
    [
      JSON.stringify({ signals: [{ ...honestSignals[0], quote: 'made up' }] }),
      /None of its quotes/,
    ],
    [`{"signals": [${'['.repeat(60_000)}`, /no complete JSON/],
    [`${'['.repeat(90_000)}${']'.repeat(90_000)}`, /no JSON object|no complete JSON/],
    [JSON.stringify({ ...honest, more: 'x'.repeat(10_000_000) }), /longer than/],
  ])('%.40s', (text, why) => {
    expect(read(text)).toEqual({ invalid: expect.stringMatching(why) });
  });
});

describe('an answer that can be used', () => {
  const plain = briefOf(honest);

  it.each([
    ['in a code fence', `\`\`\`json\n${JSON.stringify(honest)}\n\`\`\``],
    ['with words around it', `Here you are:\n${JSON.stringify(honest)}\nAnything else?`],
    ['with extra fields', JSON.stringify({ ...honest, score: 100, label: 'Closing', x: [[]] })],
    [
      'with extra fields in its signals',
      JSON.stringify({
        ...honest,
        signals: honestSignals.map((s) => ({ ...s, points: 50, polarity: 'positive', at: now })),
      }),
    ],
    ['without risk and action', JSON.stringify({ signals: honestSignals })],
  ])('%s gives the same brief', (_, text) => {
    expect(read(text)).toEqual(plain);
  });

  it('counts entries of the wrong shape, and keeps the others', () => {
    const brief = briefOf({
      signals: [...honestSignals, 7, { kind: 'engaged' }],
      risk: 'text',
      action: { text: 5 },
    });
    expect({ ...brief, dropped: plain.dropped }).toEqual(plain);
    expect(brief.dropped).toEqual({ count: 4, reasons: { malformed: 4 } });
  });

  it('says which reader it was and what it took', () => {
    const cost = { model: 'm', ms: 900, promptTokens: 10, completionTokens: 5 };
    expect(briefOf(honest, { reader: 'chrome', cost })).toMatchObject({ reader: 'chrome', cost });
    expect(plain).not.toHaveProperty('cost');
  });

  it('takes date and polarity from the log and the rubric, never from the answer', () => {
    for (const signal of plain.signals) {
      const log = honestHistory.find(({ id }) => id === signal.memoryId);
      expect(signal.at).toBe(log?.at);
      expect(log?.summary).toContain(signal.quote);
    }
  });

  it('brings its own risk and advice where they rest on logs', () => {
    const brief = briefOf({
      ...honest,
      risk: { text: 'Lena finds the price too high.', memory_ids: ['h3'] },
      action: { text: 'Send Lena a cost comparison.', memory_ids: ['h3', 'h3'] },
    });
    expect(brief.risk).toEqual({
      text: 'Lena finds the price too high.',
      evidence: [
        {
          memoryId: 'h3',
          quote: 'Lena says the price is too high.',
          at: '2026-04-10T10:00:00.000Z',
        },
      ],
    });
    expect(brief.recommended_action.text).toBe('Send Lena a cost comparison.');
    expect(brief.recommended_action.evidence).toHaveLength(1);
  });

  it('may name the day of a log that it cites, and no other day', () => {
    const risk = (text: string) =>
      briefOf({ ...honest, risk: { text, memory_ids: ['h3'] } }).risk?.text;
    const said = 'On 10 April Lena found the price too high.';
    expect(risk(said)).toBe(said);
    expect(risk('On 11 April Lena found the price too high.')).not.toContain('11 April');
    expect(risk('Lena wants 10 more seats.')).not.toContain('seats');
  });

  it('counts each reason for leaving something out', () => {
    const [first] = honestSignals;
    if (!first) throw new Error('no signal');
    const brief = briefOf({
      signals: [
        ...honestSignals,
        { ...first, memory_id: 'nowhere' },
        { ...first, quote: 'Lena is concerned about insecurity.' },
        { ...first, kind: 'panic' },
        { ...first, topic: 'weather' },
        { ...first, date: '2026-03-03' },
      ],
      risk: { text: 'Lena wants 50% off.', memory_ids: ['h3'] },
      action: { text: 'Call her.', memory_ids: [] },
    });
    expect(brief.dropped).toEqual({
      count: 7,
      reasons: {
        no_such_memory: 1,
        not_in_memory: 1,
        unknown_kind: 1,
        unknown_topic: 1,
        wrong_date: 1,
        name_or_number_not_in_source: 1,
        no_source: 1,
      },
    });
    expect(brief.score).toBe(plain.score);
  });
});

test('what the basic reader finds in the written deals holds against their logs', () => {
  const results = writtenDeals.flatMap((deal) => {
    const history = historyOf(deal);
    return readSignals(history).signals.map((signal) => {
      const { kind, topic, memoryId, at, quote } = signal;
      const written = { kind, topic, memory_id: memoryId, date: at.slice(0, 10), quote };
      return ground({ signals: [written], risk: null, action: null }, history, deal.prospect);
    });
  });
  expect(results.length).toBeGreaterThan(200);
  const dropped = results.filter(({ signals }) => signals.length === 0);
  expect(dropped.length / results.length).toBeLessThan(0.01);
});

describe('a due date', () => {
  const log = (summary: string): Interaction[] => [
    { ...(honestHistory[0] as Interaction), id: 'd', summary },
  ];
  const dueOf = (summary: string, due: string | null) =>
    briefOf(
      { signals: [{ kind: 'promise_ours', memory_id: 'd', quote: summary, due }] },
      {},
      { history: log(summary) },
    ).signals[0]?.dueAt;

  it('is what the words say, whatever the model reckoned', () => {
    expect(dueOf('I will send the plan tomorrow.', '2026-03-20')).toBe('2026-03-03T23:59:59.000Z');
    expect(dueOf('I will send the plan tomorrow.', null)).toBe('2026-03-03T23:59:59.000Z');
  });

  it('isn’t one where the words name none', () => {
    expect(dueOf('I will send the plan.', '2026-03-04')).toBeNull();
  });

  it('is the model’s in a language that code can’t read, where the words carry its number', () => {
    expect(dueOf('Ich schicke den Plan bis zum 12. März.', '2026-03-12')).toBe(
      '2026-03-12T23:59:59.000Z',
    );
    expect(dueOf('Ich schicke den Plan bis zum 12. März.', '2026-03-11')).toBeNull();
  });
});

describe('logs that the model wasn’t shown', () => {
  it('are read by the basic reader, so that the score rests on all of them', () => {
    const shown = honestSignals.filter(({ memory_id }) => memory_id !== 'h1');
    const brief = briefOf({ signals: shown }, { leftOut: ['h1'], shortened: 1 });
    const kinds = brief.signals.filter(({ memoryId }) => memoryId === 'h1').map(({ kind }) => kind);
    expect(kinds).toContain('objection');
    expect(kinds).toContain('budget_blocked');
    expect(brief.notes).toEqual([
      '1 log didn’t fit into what a model reads; the basic reader read them.',
      'The model read only the beginning of 1 log.',
    ]);
  });

  it('can’t be quoted by it', () => {
    const brief = briefOf(honest, { leftOut: ['h1'] });
    expect(brief.dropped.reasons.no_such_memory).toBe(2);
  });
});

describe('a history', () => {
  it('of nothing gives the generic brief', () => {
    const brief = briefOf({ signals: [], risk: null, action: null }, {}, { history: [] });
    expect(brief).toMatchObject({ score: 10, label: 'Cold', risk: null });
    expect(brief.recommended_action.text).toContain('priorities');
  });

  it('in the future can’t be quoted', () => {
    const early = { now: '2026-03-10T00:00:00.000Z' };
    const brief = briefOf(honest, {}, early);
    expect(brief.dropped.reasons.no_such_memory).toBe(3);
    expect(new Set(brief.signals.map(({ memoryId }) => memoryId))).toEqual(new Set(['h1']));
  });
});
