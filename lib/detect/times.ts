import type { Detection } from './detection';

type Times = Pick<Detection, 'startsAt' | 'endsAt'>;
const NONE: Times = { startsAt: null, endsAt: null };

const FORMS = ['long', 'short'] as const;
/** Between two times, in any script. */
const DASH = /\s*[-–—−〜～~]\s*/;
/** Words that stand beside a time and say nothing more. */
const FILLER = /^(?:uhr|h|時|分|시|분|点)?$/;

/** Puts texts into one form: digits of any script as Latin ones, no invisible marks, lower case. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .trim();
}

/** Names of a kind in a language, each with what it stands for; the longest first. */
function names(language: string, dates: Date[], kind: 'month' | 'weekday'): [string, number][] {
  const found = new Map<string, number>();
  dates.forEach((date, index) => {
    // Some languages write a month otherwise beside a day.
    for (const form of FORMS)
      for (const day of kind === 'month' ? [undefined, 'numeric' as const] : [undefined]) {
        const format = new Intl.DateTimeFormat(language, { [kind]: form, day, timeZone: 'UTC' });
        const part = day ? format.formatToParts(date).find(({ type }) => type === kind)?.value : '';
        const name = plain(part || format.format(date)).replace(/\.$/, '');
        if (!/^\d*$/.test(name) && !(day && !part)) found.set(name, index);
      }
  });
  return [...found].sort(([a], [b]) => b.length - a.length);
}

const MONTHS = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 15)));
/** The 1st of November 2026 is a Sunday. */
const WEEK = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2026, 10, 1 + day)));

interface Day {
  year: number;
  /** From 1. */
  month: number;
  day: number;
}

/**
 * Reads the day of a date in words. It counts only where its weekday is shown too and agrees: a
 * year that isn't shown is the one, of three around `now`, in which it does.
 */
function dayIn(text: string, language: string, now: Date): Day | null {
  const packed = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (packed) {
    const [year = 0, month = 0, day = 0] = packed.slice(1).map(Number);
    const date = new Date(Date.UTC(year, month - 1, day));
    return date.getUTCMonth() === month - 1 ? { year, month, day } : null;
  }
  const month = names(language, MONTHS, 'month').find(([name]) => text.includes(name));
  const rest = month === undefined ? text : text.replace(month[0], ' ');
  // "24日" isn't a Sunday: what belongs to a number is no weekday.
  const words = rest.replace(/\d+\s?[年月日号]?/g, ' ');
  const weekday = names(language, WEEK, 'weekday').find(([name]) =>
    new RegExp(`(?<!\\p{L})${escaped(name)}(?!\\p{Ll})`, 'u').test(words),
  );
  const numbers = (rest.match(/\d+/g) ?? []).map(Number);
  const shown = numbers.filter((number) => number >= 1000);
  const small = numbers.filter((number) => number >= 1 && number <= 31);
  if (weekday === undefined || shown.length > 1) return null;
  const years = shown.length === 1 ? shown : [-1, 0, 1].map((step) => now.getFullYear() + step);
  // Without a month's name, two numbers are day and month in an order that the weekday must tell.
  const [first = 0, second = 0] = small;
  const pairs: [number, number][] =
    month === undefined
      ? [
          [first, second],
          [second, first],
        ]
      : [[first, month[1] + 1]];
  if (small.length !== (month === undefined ? 2 : 1)) return null;
  const fits = years.flatMap((year) =>
    pairs.map(([day, at]) => ({ year, month: at, day })).filter((one) => isDay(one, weekday[1])),
  );
  const different = new Set(fits.map((one) => JSON.stringify(one)));
  return different.size === 1 ? (fits[0] ?? null) : null;
}

function isDay({ year, month, day }: Day, weekday: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCDay() === weekday
  );
}

/** The language's words for the halves of a day, before noon first, and the Latin ones. */
function halves(language: string): [string[], string[]] {
  const of = (hour: number) => {
    const options = { hour: 'numeric', hour12: true, timeZone: 'UTC' } as const;
    const parts = new Intl.DateTimeFormat(language, options).formatToParts(
      new Date(Date.UTC(2026, 10, 1, hour)),
    );
    return plain(parts.find(({ type }) => type === 'dayPeriod')?.value ?? '');
  };
  const both = ([of(9), of(15)] as const).map((word, half) => [
    word,
    half === 0 ? 'am' : 'pm',
    half === 0 ? 'a.m.' : 'p.m.',
  ]);
  return both.map((words) => words.filter((word) => word !== '')) as [string[], string[]];
}

interface Time {
  hour: number;
  minute: number;
  /** 0 before noon, 1 after, null where the text says neither. */
  half: 0 | 1 | null;
}

function timeIn(text: string, words: [string[], string[]]): Time | null {
  const half = ([1, 0] as const).find((one) => words[one].some((word) => text.includes(word)));
  const bare = [...words[0], ...words[1]]
    .sort((a, b) => b.length - a.length)
    .reduce((left, word) => left.replace(word, ' '), text);
  const found = /^(\D*?)(\d{1,2})(?:[:.時h]\s?(\d{2}))?(\D*)$/.exec(bare.trim());
  if (!found) return null;
  const [, before = '', hour, minute = '0', after = ''] = found;
  // Any other word may be another time zone, another day or a repetition.
  if (!FILLER.test(before.trim()) || !FILLER.test(after.trim())) return null;
  return { hour: Number(hour), minute: Number(minute), half: half ?? null };
}

/** Minutes since midnight; null where there is no such time. */
function minutesOf({ hour, minute }: Time, half: 0 | 1 | null): number | null {
  if (minute > 59 || hour > (half === null ? 23 : 12) || (half !== null && hour === 0)) return null;
  return (half === null ? hour : (hour % 12) + 12 * half) * 60 + minute;
}

const instant = ({ year, month, day }: Day, minutes: number) =>
  new Date(year, month - 1, day, Math.floor(minutes / 60), minutes % 60).toISOString();

/**
 * Reads when a meeting starts and ends from the words that a calendar shows, in the page's language.
 *
 * Nothing is guessed: the weekday must agree with the date, both times must be there, the end after
 * the start, and no word left over that could be another zone. The zone is the browser's, which
 * calendars show times in unless they say so.
 *
 * @param date e.g. "Tuesday, November 24", or "20261124", as pages pack it beside what they show
 * @param times e.g. "3:00 – 3:30pm"
 * @param language of the page (BCP 47)
 * @param now the moment of the look
 * @returns ISO 8601 instants, or null for both
 */
export function timesIn(date: string, times: string, language: string, now: Date): Times {
  const locale = supported(language);
  const [from, to, ...more] = plain(times).split(DASH);
  if (locale === null || from === undefined || to === undefined || more.length > 0) return NONE;
  const words = halves(locale);
  const [first, last] = [timeIn(from, words), timeIn(to, words)];
  const day = first && last && dayIn(plain(date), locale, now);
  if (!first || !last || !day) return NONE;
  const start = minutesOf(first, first.half ?? last.half);
  const end = minutesOf(last, last.half ?? first.half);
  if (start === null || end === null || end <= start) return NONE;
  return { startsAt: instant(day, start), endsAt: instant(day, end) };
}

function supported(language: string): string | null {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language)[0] ?? null;
  } catch {
    // What a page calls its language need be none.
    return null;
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
