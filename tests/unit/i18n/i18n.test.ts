import { afterEach, describe, expect, it, vi } from 'vitest';
import { direction, locale, messagesOf, t, takeMessagesFrom, tn, tParts } from '../../../lib/i18n';
import { MemoryError } from '../../../lib/memory/errors';
import { ModelError } from '../../../lib/models/port';
import { planImport } from '../../../lib/transfer/plan';
import german from '../../../public/_locales/de/messages.json';
import english from '../../../public/_locales/en/messages.json';

afterEach(() => {
  takeMessagesFrom(messagesOf(english));
  vi.unstubAllGlobals();
});

describe('texts', () => {
  it('take what stands for their places', () => {
    expect(t('panel_back_to', 'Priya')).toBe('Back to Priya');
  });

  it('are the form that a number asks for', () => {
    expect([0, 1, 2].map((count) => tn('interactions', count))).toEqual([
      '0 interactions',
      '1 interaction',
      '2 interactions',
    ]);
  });

  it('come in pieces around what is more than words', () => {
    const date = { at: 'yesterday' };
    expect(tParts<string | object>('objection_times', 'twice', date)).toEqual([
      'came up ',
      'twice',
      ', first ',
      date,
      '',
    ]);
  });

  it('don’t take what people wrote for places of their own', () => {
    expect(t('objection_times', '$2', 'never')).toBe('came up $2, first never');
  });

  it('are in the language that was chosen, dates too', () => {
    takeMessagesFrom(messagesOf(german));
    expect(tn('interactions', 1)).toBe('1 Gespräch');
    expect(locale()).toBe('de');
    expect(direction()).toBe('ltr');
    takeMessagesFrom(messagesOf({ direction: { message: 'rtl' } }));
    expect(direction()).toBe('rtl');
  });

  it('of failures are in that language too, with what is known of them put in', () => {
    takeMessagesFrom(messagesOf(german));
    expect(new MemoryError('refused').message).toMatch(/^Das Gedächtnis lehnt den Schlüssel ab\./);
    const limited = new ModelError('groq', 'rate_limited', { retryAfterSeconds: 6.2 });
    expect(limited.message).toMatch(/Groq nimmt .* einfache Briefing .* in 7 Sekunden/);
    expect(limited.saying('order')).toContain('Die Reihenfolge nach Regeln gilt weiter.');
    const table = { headers: ['Name', 'Note', 'Date'], rows: [], encoding: 'utf-8' as const };
    const row = { row: 2, cells: ['Ann Lee', 'Wants a pilot.', ''] };
    const { problems } = planImport({ ...table, rows: [row] }, new Date('2026-05-12T09:00:00Z'));
    expect(problems.map(({ message }) => message)).toEqual(['hat kein Datum']);
  });

  it('come from the browser where nothing else was said', () => {
    takeMessagesFrom(null);
    vi.stubGlobal('chrome', { i18n: { getMessage: (key: string) => `<${key}>` } });
    expect(t('undo')).toBe('<undo>');
  });

  it('show their name where they are missing', () => {
    takeMessagesFrom(() => '');
    expect(t('undo')).toBe('undo');
  });
});
