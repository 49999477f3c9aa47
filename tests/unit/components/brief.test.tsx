// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { BriefView } from '../../../components/brief/BriefView';
import { nobodyYet, priya } from '../../fixtures/briefs/priya';
import { allById, byId, click, draw, loaded } from './render';

const text = (testId: string) => byId(testId).textContent;

describe('the ledger', () => {
  it('opens on demand and adds up to the score on the screen', async () => {
    draw(<BriefView brief={priya} partial={false} />);
    expect(allById('ledger')).toHaveLength(0);
    click(byId('ledger-toggle'));
    await loaded('ledger');
    const points = allById('ledger-entry').map(({ dataset }) => Number(dataset.points));
    expect(points).toEqual([20, -8, 30, -6]);
    expect(points.reduce((sum, one) => sum + one, 0)).toBe(Number(text('score')));
    expect(text('ledger-sum')).toBe(text('score'));
  });

  it('shows additions and deductions with their sign, words, date and source', async () => {
    draw(<BriefView brief={priya} partial={false} />);
    click(byId('ledger-toggle'));
    await loaded('ledger');
    const blocked = allById('ledger-entry')[1];
    expect(blocked?.textContent).toContain('−8');
    expect(blocked?.textContent).toContain('Budget blocked');
    expect(blocked?.querySelector('time')?.dateTime).toBe('2026-03-02T10:00:00.000Z');
    const open = blocked?.querySelector('button');
    if (!open) throw new Error('The entry has no source to open.');
    click(open);
    expect(blocked?.querySelector('blockquote')?.textContent).toContain('frozen until Q3');
    const silence = allById('ledger-entry')[3];
    expect(silence?.querySelector('button')).toBeNull();
  });

  it('keeps the words that were opened below their own entry when a newer brief has others', async () => {
    const [first, blocked, ...others] = priya.ledger;
    if (!first || !blocked) throw new Error('The fixture has no ledger.');
    draw(<BriefView brief={priya} partial={false} />);
    click(byId('ledger-toggle'));
    await loaded('ledger');
    const openTo = () =>
      allById('ledger-entry').flatMap((entry) => {
        const words = entry.querySelector('blockquote');
        return words ? [[entry.dataset.points, words.textContent]] : [];
      });
    const toggle = allById('ledger-entry')[1]?.querySelector('button');
    if (toggle) click(toggle);
    const opened = openTo();
    expect(opened).toHaveLength(1);
    const entry = { ...blocked, points: 8, text: 'Need confirmed', rule: 'need_confirmed' };
    // Alike twice, as a rule may count twice for one log.
    const ledger = [first, entry, entry, blocked, ...others];
    draw(<BriefView brief={{ ...priya, reader: 'groq', ledger }} partial={false} />);
    expect(allById('ledger-entry')).toHaveLength(ledger.length);
    expect(openTo()).toEqual(opened);
  });
});

describe('a claim', () => {
  const toggleOf = (testId: string) => {
    const found = byId(testId).querySelector<HTMLElement>('[data-testid="source-toggle"]');
    if (!found) throw new Error(`No source in ${testId}.`);
    return found;
  };

  it('shows the logged words in place, with the quote marked in its memory', () => {
    draw(<BriefView brief={priya} partial={false} />);
    const toggle = toggleOf('risk');
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    click(toggle);
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    const source = byId('source');
    expect(source.querySelector('blockquote')?.textContent).toBe(priya.timeline[0]?.summary);
    expect(source.querySelector('mark')?.textContent).toBe(priya.risk?.evidence[0]?.quote);
    expect(source.querySelector('time')?.dateTime).toBe('2026-05-08T09:30:00.000Z');
    click(toggle);
    expect(allById('source')).toHaveLength(0);
  });

  it('renders what was logged as text: HTML in it stays words', () => {
    draw(<BriefView brief={priya} partial={false} />);
    click(toggleOf('risk'));
    expect(byId('brief').textContent).toContain('<b>data migration</b>');
    expect(document.querySelector('b')).toBeNull();
  });

  it('shows the quote alone where its memory is not among the ones at hand', () => {
    draw(<BriefView brief={{ ...priya, timeline: [] }} partial={false} />);
    click(toggleOf('risk'));
    expect(byId('source').querySelector('blockquote')?.textContent).toBe(
      priya.risk?.evidence[0]?.quote,
    );
  });

  it('takes two quotes from one log for one source, and marks both', () => {
    const [memory] = priya.timeline;
    if (!memory) throw new Error('Priya has no history');
    const words = memory.summary.split(' ');
    const quotes = [words.slice(0, 2).join(' '), words.slice(-2).join(' ')];
    const evidence = quotes.map((quote) => ({ memoryId: memory.id, quote, at: memory.at }));
    const risk = { text: 'It could stall.', evidence };
    draw(<BriefView brief={{ ...priya, risk }} partial={false} />);
    expect(toggleOf('risk').textContent).not.toContain('sources');
    click(toggleOf('risk'));
    const marks = [...byId('source').querySelectorAll('mark')].map(
      ({ textContent }) => textContent,
    );
    expect(marks).toEqual(quotes);
    expect(allById('source')).toHaveLength(1);
  });

  it('has no source to open where it rests on none', () => {
    draw(<BriefView brief={nobodyYet} partial={false} />);
    expect(byId('recommended-action').textContent).toContain('Understand their priorities');
    expect(byId('recommended-action').querySelector('button')).toBeNull();
  });
});

describe('the course', () => {
  const readOut = (course: typeof priya.course) => {
    draw(<BriefView brief={{ ...priya, course }} partial={false} />);
    return document.querySelector('.course')?.getAttribute('aria-label')?.match(/\d+/g);
  };

  it('is read out in full where it is short, and in a few steps up to now where it is long', () => {
    const at = priya.generatedAt;
    const scores = (count: number) => Array.from({ length: count }, (_, i) => ({ at, score: i }));
    expect(readOut(scores(5))).toEqual(['0', '1', '2', '3', '4']);
    const long = readOut(scores(200));
    expect(long?.length).toBeLessThan(12);
    expect(long?.at(-1)).toBe('199');
  });
});

describe('the brief', () => {
  it('tells dates as people say them and the exact one on hover', () => {
    draw(<BriefView brief={priya} partial={false} />);
    const first = byId('timeline-item').querySelector('time');
    expect(first?.textContent).toBe('12 days ago');
    expect(first?.dateTime).toBe('2026-05-08T09:30:00.000Z');
    expect(first?.title).toContain('8 May 2026');
  });

  it('says how often an objection came up, what is overdue, and that it rests on little', () => {
    draw(<BriefView brief={priya} partial={false} />);
    expect(text('objections')).toContain('came up 3 times, first 3 months ago');
    expect(text('promises')).toContain('Overdue');
    expect(text('confidence')).toBe('Low confidence: only 2 interactions');
    expect(text('momentum')).toContain('Improving');
    expect(text('dropped')).toContain('1 claim left out');
  });

  it('does not draw parts that have nothing to say', () => {
    draw(<BriefView brief={priya} partial={false} />);
    expect(allById('competitors')).toHaveLength(0);
    expect(allById('tone')).toHaveLength(0);
    expect(allById('budget')).toHaveLength(1);
  });

  it('gives a new prospect advice and no score', () => {
    draw(<BriefView brief={nobodyYet} partial={false} />);
    expect(allById('score')).toHaveLength(0);
    expect(text('no-history')).toContain('Nothing is remembered yet');
  });

  it('gives a part of the history neither score nor advice, but what was said', () => {
    draw(<BriefView brief={priya} partial />);
    for (const id of ['score', 'label', 'recommended-action', 'risk', 'warnings']) {
      expect(allById(id)).toHaveLength(0);
    }
    expect(allById('timeline-item')).toHaveLength(2);
    expect(text('covered')).toContain('ROI calculator');
  });

  it('folds a long history and shows all of it on demand', () => {
    const [one] = priya.timeline;
    if (!one) throw new Error('The fixture has no memories.');
    const many = Array.from({ length: 40 }, (_, i) => ({ ...one, id: `n${i}` }));
    draw(<BriefView brief={{ ...priya, timeline: many }} partial={false} />);
    expect(allById('timeline-item')).toHaveLength(6);
    const more = byId('timeline').querySelector<HTMLElement>(':scope > button');
    if (!more) throw new Error('No way to see more.');
    click(more);
    expect(allById('timeline-item')).toHaveLength(36);
    expect(more.textContent).toBe('4 earlier');
  });
});
