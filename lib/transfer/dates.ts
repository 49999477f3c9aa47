/** Which comes first in "03/04/2026". */
export type DateOrder = 'month first' | 'day first';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A day without a time is taken for its noon, so that no time zone moves it to another day. */
const noon = { hour: 12, minute: 0, second: 0 };

interface Clock {
  hour: number;
  minute: number;
  second: number;
}

function readClock(text: string): Clock | null {
  const found = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap])?\.?m?\.?$/i.exec(text.trim());
  if (!found) return null;
  const [, hours = '', minute = '', second = '0', half] = found;
  let hour = Number(hours);
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const clock = { hour, minute: Number(minute), second: Number(second) };
  return clock.hour < 24 && clock.minute < 60 && clock.second < 60 ? clock : null;
}

/** @returns a moment in the time zone of the computer; null where there is no such day. */
function moment(year: number, month: number, day: number, clock: Clock): Date | null {
  const full = year < 100 ? 2000 + year : year;
  const date = new Date(full, month - 1, day, clock.hour, clock.minute, clock.second);
  const exists = date.getFullYear() === full && date.getMonth() === month - 1;
  return exists && date.getDate() === day ? date : null;
}

/** Year, month and day as written, and what follows them. */
type Parts = { year: number; month: number; day: number; rest: string };

function readDay(text: string, order: DateOrder): Parts | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(.*)$/s.exec(text);
  if (iso) {
    return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), rest: iso[4] ?? '' };
  }
  const figures = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(.*)$/s.exec(text);
  if (figures) {
    const [first, second] = [Number(figures[1]), Number(figures[3])];
    // Dots are written where the day comes first.
    const dayFirst = figures[2] === '.' || order === 'day first';
    return {
      year: Number(figures[4]),
      month: dayFirst ? second : first,
      day: dayFirst ? first : second,
      rest: figures[5] ?? '',
    };
  }
  const worded =
    /^(?:(\d{1,2})[\s-]+)?([a-z]{3,9})\.?[\s-]+(?:(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+)?(\d{4})(.*)$/is.exec(
      text.replace(/^[a-z]+day,?\s+/i, ''),
    );
  if (!worded) return null;
  const month = months.indexOf((worded[2] ?? '').slice(0, 3).toLowerCase()) + 1;
  const day = Number(worded[1] ?? worded[3]);
  return month > 0 && day > 0
    ? { year: Number(worded[4]), month, day, rest: worded[5] ?? '' }
    : null;
}

/**
 * Reads a date as exports write it: ISO 8601, figures, an English month, or milliseconds since 1970.
 * In: the date, the time where it has a column of its own, and which of two figures is the month.
 *
 * @returns null where it is no date; without a time zone, the computer's holds
 */
export function readDate(date: string, time: string, order: DateOrder): Date | null {
  const text = date.trim();
  if (/^\d{13}$/.test(text)) return new Date(Number(text));
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(text)) {
    const exact = new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
    return Number.isNaN(exact.getTime()) ? null : exact;
  }
  const day = readDay(text, order);
  if (!day) return null;
  const written = day.rest.replace(/^[T,\s]+(at\s+)?/i, '').trim() || time.trim();
  const clock = written === '' ? noon : readClock(written);
  return clock && moment(day.year, day.month, day.day, clock);
}

/**
 * @returns what all dates of a column together say about the order of day and month; null where
 * each could be read either way.
 */
export function dateOrderOf(dates: string[]): DateOrder | null {
  let order: DateOrder | null = null;
  for (const date of dates) {
    const figures = /^\s*(\d{1,2})[-/](\d{1,2})[-/]\d{2,4}/.exec(date);
    if (!figures) continue;
    if (Number(figures[1]) > 12) return 'day first';
    if (Number(figures[2]) > 12) order = 'month first';
  }
  return order;
}

/** @returns whether a date could be read with the day or with the month first. */
export function isUnclear(date: string): boolean {
  const figures = /^\s*(\d{1,2})[-/](\d{1,2})[-/]\d{2,4}/.exec(date);
  if (!figures) return false;
  const [first, second] = [Number(figures[1]), Number(figures[2])];
  return first <= 12 && second <= 12 && first !== second;
}
