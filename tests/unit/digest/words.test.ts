import { describe, expect, it } from 'vitest';
import { composeDigest } from '../../../lib/digest/compose';
import { gather } from '../../../lib/digest/gather';
import { digestAsMarkdown, mailLink, statementOf } from '../../../lib/digest/markdown';
import type { DealCard } from '../../../lib/digest/types';
import { nextReminder } from '../../../lib/digest/when';
import { writtenDeals } from '../../fixtures/deals';
import { historyOf, judgedAt } from '../../fixtures/deals/deal';
import { manyCards, now, sampleCards } from './deals';

describe('the digest as Markdown', () => {
  const markdown = digestAsMarkdown(composeDigest(sampleCards(), { now }));

  it('names James among those that need attention, with what to do and where it is from', () => {
    const attention = markdown.slice(markdown.indexOf('🔴'), markdown.indexOf('🟡'));
    expect(attention).toMatch(
      /\*\*James Okafor, Paysend\*\* \(22 Warming up · declining · 7 days since contact/,
    );
    expect(attention).toMatch(/Do: Call James with a cost comparison/);
    expect(attention).toMatch(/From: .*“James says a competitor offers/);
  });

  it('says by whom it was compared', () => {
    expect(markdown).toMatch(/8 deals, compared by rules \(basic reader\)\./);
  });

  it('makes nothing of signs that people typed', () => {
    const [card] = sampleCards() as [DealCard];
    const prospect = { name: '**Bold** | [x](http://e.example)\n# Head', company: '<img>' };
    const text = digestAsMarkdown(composeDigest([{ ...card, prospect }], { now }));
    expect(text).not.toMatch(/^# Head/m);
    expect(text).toContain('\\*\\*Bold\\*\\* \\| \\[x\\]');
  });

  it('of nobody says so', () => {
    expect(digestAsMarkdown(composeDigest([], { now }))).toMatch(/No prospects are remembered yet/);
  });
});

describe('the statement', () => {
  it('tells calls, tokens, and what was mended', () => {
    const digest = composeDigest(sampleCards(), { now });
    const mended = { missing: 2, doubled: 1, invented: 0, unreadable: 0, moved: 1, reworded: 0 };
    const cost = {
      model: 'm',
      calls: 3,
      byRules: 1,
      promptTokens: 9_000,
      completionTokens: 500,
      ms: 4_200,
    };
    expect(statementOf({ ...digest, reader: 'groq', mended, cost })).toEqual([
      '8 deals, compared by m in 3 calls, 9,500 tokens, 4.2 s.',
      'Mended: 2 left out by it, placed by rules; 1 named twice; 1 moved by a hard rule; 1 batches nominated by rules.',
    ]);
  });
});

describe('the mail to oneself', () => {
  it('holds the most pressing deals, fits a link, and says how many more there are', () => {
    const link = mailLink(composeDigest(manyCards(400), { now }), 'rep@own.example');
    expect(link.length).toBeLessThanOrEqual(2_000);
    const body = new URL(link).searchParams.get('body') ?? '';
    expect(body).toMatch(/^🔴/);
    expect(body).toMatch(/… \d+ more in SalesMemory\.$/);
  });

  it('can’t be made to send to somebody else', () => {
    const [card] = sampleCards() as [DealCard];
    const prospect = { name: 'X&bcc=evil@e.example' };
    const link = mailLink(
      composeDigest([{ ...card, prospect, bucket: 'attention' }], { now }),
      'rep@own.example',
    );
    expect(new URL(link).searchParams.get('bcc')).toBeNull();
  });
});

describe('the next reminder', () => {
  const at = (text: string) => new Date(text);
  it.each([
    ['later today', 3, 9, '2026-11-25T08:00:00', '2026-11-25T09:00:00'],
    ['this very moment means next week', 3, 9, '2026-11-25T09:00:00', '2026-12-02T09:00:00'],
    ['earlier today means next week', 3, 9, '2026-11-25T10:00:00', '2026-12-02T09:00:00'],
    ['a day of next week', 1, 7, '2026-11-25T10:00:00', '2026-11-30T07:00:00'],
    ['over the end of the year', 5, 0, '2026-12-30T12:00:00', '2027-01-01T00:00:00'],
  ])('%s', (_, weekday, hour, from, next) => {
    expect(new Date(nextReminder({ weekday, hour }, at(from)))).toEqual(at(next));
  });
});

describe('gathering', () => {
  const prospects = Array.from({ length: 120 }, (_, index) => ({ name: `P ${index}` }));
  const [deal] = writtenDeals;
  if (!deal) throw new Error('no deal');

  it('never holds more than a few histories, and hands every card over once, in order', async () => {
    let held = 0;
    let most = 0;
    const names: string[] = [];
    await gather(prospects, {
      now: judgedAt,
      signal: new AbortController().signal,
      historyOf: async () => {
        held += 1;
        most = Math.max(most, held);
        await new Promise((resolve) => setTimeout(resolve, 0));
        held -= 1;
        return historyOf(deal);
      },
      onCards: (cards) => void names.push(...cards.map(({ prospect }) => prospect.name)),
    });
    expect(most).toBeLessThanOrEqual(4);
    expect(names).toEqual(prospects.map(({ name }) => name));
  });

  it('asks for fifty histories in one question where memory takes it', async () => {
    const asked: number[] = [];
    const found: number[] = [];
    await gather(prospects, {
      now: judgedAt,
      signal: new AbortController().signal,
      historyOf: () => Promise.reject(new Error('one by one')),
      historiesOf: async (some) => {
        asked.push(some.length);
        // Nobody is known of every second one.
        return some.map((_, index) => (index % 2 === 0 ? historyOf(deal) : []));
      },
      onCards: (cards) => void found.push(...cards.map(({ interactions }) => interactions)),
    });
    expect(asked).toEqual([50, 50, 20]);
    const logs = historyOf(deal).length;
    expect(found).toEqual(prospects.map((_, index) => (index % 2 === 0 ? logs : 0)));
  });

  it('stops when the rep stops it, and hands nothing over after that', async () => {
    const stop = new AbortController();
    let seen = 0;
    const gathering = gather(prospects, {
      now: judgedAt,
      signal: stop.signal,
      historyOf: async () => {
        seen += 1;
        if (seen === 60) stop.abort();
        return [];
      },
      onCards: () => {
        if (stop.signal.aborted) throw new Error('handed over after the end');
      },
    });
    await expect(gathering).rejects.toThrow(/aborted/);
    expect(seen).toBeLessThan(70);
  });

  it('fails as memory fails', async () => {
    const broken = new Error('memory is away');
    await expect(
      gather(prospects, {
        now: judgedAt,
        signal: new AbortController().signal,
        historyOf: async () => {
          throw broken;
        },
        onCards: () => undefined,
      }),
    ).rejects.toBe(broken);
  });
});
