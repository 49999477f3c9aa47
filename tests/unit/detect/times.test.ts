import { describe, expect, it } from 'vitest';
import { timesIn } from '../../../lib/detect/times';

const now = new Date(2026, 10, 23, 12);
const at = (...parts: [number, number, number, number, number]) =>
  new Date(parts[0], parts[1] - 1, ...(parts.slice(2) as [number, number, number])).toISOString();

describe('timesIn', () => {
  it.each([
    ['en', 'Tuesday, November 24', '3:00 – 3:30pm', 15, 0, 15, 30],
    ['en', 'Tuesday, November 24, 2026', '11:30am – 12:30pm', 11, 30, 12, 30],
    ['en', 'Tuesday, November 24', '3 – 4pm', 15, 0, 16, 0],
    ['en-GB', 'Tuesday, 24 November', '15:00 – 15:30', 15, 0, 15, 30],
    ['en', 'Tue 11/24/2026', '10:00 AM - 10:30 AM', 10, 0, 10, 30],
    ['de', 'Dienstag, 24. November', '15:00–15:30', 15, 0, 15, 30],
    ['de', 'Di 24.11.2026', '9:00 – 9:45 Uhr', 9, 0, 9, 45],
    ['ja', '11月24日（火曜日）', '15:00～15:30', 15, 0, 15, 30],
    ['ja', '2026年11月24日（火）', '午後3:00～3:30', 15, 0, 15, 30],
    ['ar', 'الثلاثاء، 24 نوفمبر', '3:00 – 3:30م', 15, 0, 15, 30],
    ['ar', 'الثلاثاء، ٢٤ نوفمبر', '٩:٠٠ – ٩:٣٠ص', 9, 0, 9, 30],
    ['fr', 'Mardi 24 novembre', '15:00 – 15:30', 15, 0, 15, 30],
    ['es', 'Martes, 24 de noviembre', '3:00 – 3:30pm', 15, 0, 15, 30],
    ['pl', 'wtorek, 24 listopada', '15:00 – 15:30', 15, 0, 15, 30],
    ['ko', '11월 24일 (화요일)', '오후 3:00~3:30', 15, 0, 15, 30],
    ['zh-CN', '11月24日（星期二）', '下午3:00 – 3:30', 15, 0, 15, 30],
    ['en', '20261124', '3:00pm – 3:30pm', 15, 0, 15, 30],
    ['ar', '20261124', '٣:٠٠ م – ٣:٣٠ م', 15, 0, 15, 30],
    ['pt-BR', 'Terça-feira, 24 de novembro', '15:00 – 15:30', 15, 0, 15, 30],
  ])('%s: %s, %s', (language, date, times, hour, minute, endHour, endMinute) => {
    expect(timesIn(date, times, language, now)).toEqual({
      startsAt: at(2026, 11, 24, hour, minute),
      endsAt: at(2026, 11, 24, endHour, endMinute),
    });
  });

  it('takes the year in which the weekday agrees', () => {
    const { startsAt } = timesIn('Monday, January 4', '9:00 – 9:30am', 'en', now);
    expect(startsAt).toBe(at(2027, 1, 4, 9, 0));
  });

  it.each([
    ['a weekday that no year agrees with', 'en', 'Friday, November 24, 2026', '3:00 – 3:30pm'],
    ['no weekday', 'en', 'November 24', '3:00 – 3:30pm'],
    ['no end', 'en', 'Tuesday, November 24', '3:00pm'],
    ['an end on another day', 'en', 'Tuesday, November 24', '11:00pm – 1:00am'],
    ['another zone', 'en', 'Tuesday, November 24', '3:00 – 3:30pm (GMT+2)'],
    ['a zone by its name', 'en', 'Tuesday, November 24', '3:00 – 3:30pm Eastern Time'],
    ['two dates', 'en', 'Tuesday, November 24 – Wednesday, November 25', '3:00 – 3:30pm'],
    ['an unknown language', 'tlh-x', 'Tuesday, November 24', '3:00 – 3:30pm'],
    ['no language at all', '', 'Tuesday, November 24', '3:00 – 3:30pm'],
    ['no such time', 'en', 'Tuesday, November 24', '13:00 – 13:30pm'],
    ['a packed day that there is not', 'en', '20260230', '3:00 – 3:30pm'],
    ['a number that only looks packed', 'en', '99999999', '3:00 – 3:30pm'],
    ['all day', 'en', 'Tuesday, November 24', ''],
    ['words of another language', 'de', 'Tuesday, November 24', '3:00 – 3:30pm'],
  ])('claims nothing for %s', (_, language, date, times) => {
    expect(timesIn(date, times, language, now)).toEqual({ startsAt: null, endsAt: null });
  });
});
