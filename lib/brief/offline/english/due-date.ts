const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** In full, or the first letters. */
const monthNames = months
  .map((name) => `${name}|${name.slice(0, 4)}|${name.slice(0, 3)}`)
  .join('|');
const weekdayNames = weekdays
  .slice(1, 6)
  .map((name) => `${name}|${name.slice(0, 3)}`)
  .join('|');

const inDays = /\b(?:in|within) (?:the next )?(\d{1,3}|two|three|four|six|a|one) (day|week)s?\b/;
const dayAndMonth = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${monthNames})\\b|\\b(${monthNames})\\b\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b`,
);
const weekday = new RegExp(`\\b(${weekdayNames})\\b`);
const counts: Record<string, number> = { a: 1, one: 1, two: 2, three: 3, four: 4, six: 6 };

/** A day and month that passed no longer ago are this year's; else they are to come. */
const recentDays = 60;

/**
 * The date that words name, seen from the day they were written.
 *
 * @returns an ISO 8601 moment at the end of that day (UTC), which may have passed, or null where they
 * name none.
 */
export function dueDate(words: string, writtenAt: string): string | null {
  const text = words.toLowerCase();
  const from = new Date(writtenAt);
  const day = (year: number, month: number, date: number) =>
    new Date(Date.UTC(year, month, date, 23, 59, 59)).toISOString();
  const shifted = (days: number) =>
    day(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate() + days);
  const friday = (5 - from.getUTCDay() + 7) % 7;

  const [, dateBefore, monthAfter, monthBefore, dateAfter] = dayAndMonth.exec(text) ?? [];
  const date = Number(dateBefore ?? dateAfter);
  const named = monthAfter ?? monthBefore;
  if (named !== undefined && date >= 1 && date <= 31) {
    const month = months.findIndex((name) => name.startsWith(named.slice(0, 3)));
    const year = from.getUTCFullYear();
    const same = day(year, month, date);
    return same >= shifted(-recentDays) ? same : day(year + 1, month, date);
  }
  if (/\btomorrow\b/.test(text)) return shifted(1);
  const [, count, unit] = inDays.exec(text) ?? [];
  if (count !== undefined) {
    return shifted((counts[count] ?? Number(count)) * (unit === 'week' ? 7 : 1));
  }
  const [, dayName] = weekday.exec(text) ?? [];
  if (dayName !== undefined) {
    const index = weekdays.findIndex((name) => name.startsWith(dayName.slice(0, 3)));
    return shifted((index - from.getUTCDay() + 7) % 7 || 7);
  }
  if (/\b(today|end of (the )?day|eod)\b/.test(text)) return shifted(0);
  if (/\bnext week\b/.test(text)) return shifted(7 + friday);
  if (/\b(this week|end of (the|this) week)\b/.test(text)) return shifted(friday);
  if (/\bnext month\b/.test(text)) return day(from.getUTCFullYear(), from.getUTCMonth() + 2, 0);
  if (/\bend of (the|this) month\b/.test(text)) {
    return day(from.getUTCFullYear(), from.getUTCMonth() + 1, 0);
  }
  return null;
}
