import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseModel } from '../../../lib/models/choose';
import type { ModelRequest } from '../../../lib/models/port';
import { createRedaction, withRedaction } from '../../../lib/models/redact';
import { defaultModelSettings, request } from '../models/requests';

const hidden = (text: string) => createRedaction().hide(text);

describe('what a model elsewhere never sees', () => {
  it.each([
    ['Write to priya.sharma@rentokil.example.', 'Write to [address-1].'],
    ['Call +44 20 7946 0958 or (030) 1234-5678.', 'Call [number-1] or [number-2].'],
    ['0221 123456, again 0221 123456', '[number-1], again [number-1]'],
    ['On 2026-11-01 0221 123456 rang', 'On 2026-11-01 [number-1] rang'],
    ['Card 4111 1111 1111 1111', 'Card [number-1]'],
    ['IBAN DE89 3704 0044 0532 0130 00, net 30', 'IBAN [account-1], net 30'],
    ['Jürgen: jürgen@müller.example', 'Jürgen: [address-1]'],
  ])('%s', (text, expected) => {
    expect(hidden(text)).toBe(expected);
  });

  it.each([
    'The pilot starts 2026-12-01 at 10:00 for 20 reps.',
    'Until 01.12.2026, or 1/12/26.',
    'Budget 12 000 000 EUR, then 1.500.000, 45,000 and 99.5 %.',
    'FY 2025 - 2026, Q3',
    'id 0193c1d2-7b54-7d10-9f31-5a2b6c7d8e9f',
    'id 12345678-1234-4234-8234-123456789012',
    'at 2026-11-01T10:00:00.000Z',
    'Her handle is @priya; SLA 99.95; v1.2.3; 24/7',
  ])('stays: %s', (text) => {
    expect(hidden(text)).toBe(text);
  });

  it('puts every text back as it was', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.emailAddress(),
      fc.constantFrom('+44 20 7946 0958', '2026-11-01', 'DE89370400440532013000', ' ', '\n'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('').replace(/\[(?:address|number|account)-\d+\]/g, '');
        const redaction = createRedaction();
        expect(redaction.restore(redaction.hide(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('comes to an end on text made to take for ever', () => {
    for (const text of [
      'a@'.repeat(50_000),
      `${'a'.repeat(50_000)}@`,
      `a@${'b.'.repeat(50_000)}`,
      '1 '.repeat(50_000),
      '('.repeat(100_000),
      'AB12 '.repeat(20_000),
      '+1'.repeat(50_000),
    ]) {
      expect(() => hidden(text)).not.toThrow();
    }
  });
});

describe('a model with redaction', () => {
  it('is asked without them and answers with them, in a second round too', async () => {
    const asked: string[] = [];
    const model = withRedaction({
      name: 'groq',
      complete: async ({ messages }: ModelRequest) => {
        asked.push(JSON.stringify(messages));
        const quote = /\[address-1\] wants a call at \[number-\d\]/.exec(
          messages.at(-1)?.content ?? '',
        );
        return { text: JSON.stringify({ quote: quote?.[0] }), usage: null, ms: 1, model: 'm' };
      },
    });
    const content = 'ada@x.example wants a call at +44 20 7946 0958';
    const { text } = await model.complete(request({ messages: [{ role: 'user', content }] }));
    expect(JSON.parse(text)).toEqual({ quote: content });
    expect(asked[0]).not.toMatch(/ada@|7946/);
  });

  it('is every one that isn’t on the device or the memory server, once the rep wants it so', async () => {
    const around = { reflect: async () => null, tags: ['t'] };
    const sent: string[] = [];
    const server = globalThis.fetch;
    globalThis.fetch = async (_, init) => {
      sent.push(String(init?.body));
      return new Response('{}', { status: 500 });
    };
    try {
      for (const redact of [true, false]) {
        const model = chooseModel(
          {
            ...defaultModelSettings,
            use: 'openai_compatible',
            openaiBaseUrl: 'http://models.example/v1',
            openaiModel: 'm',
            redact,
          },
          around,
        );
        const messages = [{ role: 'user' as const, content: 'ada@x.example' }];
        await model?.complete(request({ messages })).catch(() => undefined);
      }
    } finally {
      globalThis.fetch = server;
    }
    expect(sent[0]).not.toContain('ada@x.example');
    expect(sent.at(-1)).toContain('ada@x.example');
  });
});
