import { afterEach, describe, expect, it, vi } from 'vitest';
import { locale, messagesOf, t, takeMessagesFrom, tn, tParts } from '../../../lib/i18n';
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
