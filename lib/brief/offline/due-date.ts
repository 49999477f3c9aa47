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

/**
 * The date that words name, seen from the day they were written.
 *
 * @returns an ISO 8601 moment at the end of that day (UTC), or null where they name none.
 */
export function dueDate(words: string, writtenAt: string): string | null {
  const text = words.toLowerCase();
  const from = new Date(writtenAt);
  const day = (year: number, month: number, date: number) =>
    new Date(Date.UTC(year, month, date, 23, 59, 59)).toISOString();
  const shifted = (days: number) =>
    day(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate() + days);

  if (/\btomorrow\b/.test(text)) return shifted(1);
  if (/\b(today|end of (the )?day|eod)\b/.test(text)) return shifted(0);
  const inDays = text.match(/\b(?:in|within) (?:the next )?(\d{1,3}|two|three|a) (day|week)s?\b/);
  if (inDays?.[1] && inDays[2]) {
    const count = { a: 1, two: 2, three: 3 }[inDays[1]] ?? Number(inDays[1]);
    return shifted(count * (inDays[2] === 'week' ? 7 : 1));
  }
  const named = text.match(
    new RegExp(
      `\\b(?:(\\d{1,2})(?:st|nd|rd|th)? (?:of )?)?(${months.join('|')})\\b(?: (\\d{1,2})\\b)?`,
    ),
  );
  if (named?.[2] && (named[1] ?? named[3])) {
    const month = months.indexOf(named[2]);
    const date = Number(named[1] ?? named[3]);
    const year = from.getUTCFullYear();
    const same = day(year, month, date);
    return same >= writtenAt.slice(0, 10) ? same : day(year + 1, month, date);
  }
  const weekday = text.match(new RegExp(`\\b(next )?(${weekdays.slice(1, 6).join('|')})\\b`));
  if (weekday?.[2]) {
    const ahead = (weekdays.indexOf(weekday[2]) - from.getUTCDay() + 7) % 7 || 7;
    return shifted(ahead);
  }
  if (/\bnext week\b/.test(text)) return shifted(7 + ((5 - from.getUTCDay() + 7) % 7));
  if (/\b(this week|end of (the|this) week)\b/.test(text))
    return shifted((5 - from.getUTCDay() + 7) % 7);
  if (/\bnext month\b/.test(text)) return day(from.getUTCFullYear(), from.getUTCMonth() + 2, 0);
  if (/\bend of (the|this) month\b/.test(text))
    return day(from.getUTCFullYear(), from.getUTCMonth() + 1, 0);
  return null;
}
