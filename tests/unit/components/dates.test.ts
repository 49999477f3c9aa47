import { describe, expect, it } from 'vitest';
import { agoWords, exactWords, meetingWords, spanWords } from '../../../components/common/dates';

/** A moment where the tests run, so that calendar days are the same in every time zone. */
const local = (day: number, hour: number, minute = 0, month = 5) =>
  new Date(2026, month - 1, day, hour, minute);
const at = (...when: Parameters<typeof local>) => local(...when).toISOString();

describe('dates as people say them', () => {
  const now = local(20, 8);

  it.each([
    [at(20, 1), 'today'],
    [at(19, 23, 50), 'yesterday'],
    [at(8, 9), '12 days ago'],
    [at(21, 0, 5), 'tomorrow'],
    [at(29, 9), 'in 9 days'],
    [at(20, 9, 0, 4), '4 weeks ago'],
    [at(20, 9, 0, 1), '4 months ago'],
    [new Date(2023, 4, 20).toISOString(), '3 years ago'],
  ])('%s is %s', (when, words) => {
    expect(agoWords(when, now)).toBe(words);
  });

  it('counts calendar days, not hours: ten minutes over midnight are yesterday', () => {
    expect(agoWords(at(19, 23, 55), local(20, 0, 5))).toBe('yesterday');
  });

  it('gives back what is no date instead of "Invalid Date"', () => {
    expect(agoWords('soon', now)).toBe('soon');
    expect(exactWords('soon')).toBe('soon');
    expect(meetingWords('soon', null, now)).toBe('');
  });

  it.each([
    [at(20, 8, 25), 'today 08:25, in 25 min'],
    [at(20, 9), 'today 09:00, in 1 h'],
    [at(20, 10, 5), 'today 10:05, in 2 h 5 min'],
    [at(20, 14), 'today 14:00, in 6 h'],
    [at(20, 14, 40), 'today 14:40, in 7 h'],
    [at(21, 10), 'tomorrow 10:00, in 26 h'],
    [at(22, 8), 'in 2 days 08:00'],
  ])('counts a meeting at %s down today and tomorrow: %s', (startsAt, words) => {
    expect(meetingWords(startsAt, null, now)).toBe(words);
  });

  it('counts every minute that has begun, and says when a meeting runs', () => {
    const soon = new Date(now.getTime() - 20_000);
    expect(meetingWords(at(20, 8), null, soon)).toBe('today 08:00, in 1 min');
    expect(meetingWords(at(20, 7, 50), at(20, 8, 30), now)).toBe('today 07:50, now');
    expect(meetingWords(at(20, 7), at(20, 7, 30), now)).toBe('today 07:00');
  });

  it('says how long a history is', () => {
    expect([0, 1, 48, 150, 800].map(spanWords)).toEqual([
      'one day',
      'one day',
      '48 days',
      '5 months',
      '2 years',
    ]);
  });
});
