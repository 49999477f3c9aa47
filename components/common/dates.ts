import { locale, t, tn } from '../../lib/i18n';

const dayMs = 86_400_000;

/** Made when first needed: the texts' language isn't known before. */
let relativeWords: Intl.RelativeTimeFormat | null = null;

function relative(value: number, unit: Intl.RelativeTimeFormatUnit): string {
  if (relativeWords?.resolvedOptions().locale !== locale()) {
    relativeWords = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  }
  return relativeWords.format(value, unit);
}

/** Midnight of a moment's day where the rep is, so that "yesterday" is what the calendar says. */
function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** @returns calendar days from `now` to a moment: negative in the past, 0 today. */
function calendarDays(at: Date, now: Date): number {
  return Math.round((startOfDay(at) - startOfDay(now)) / dayMs);
}

/**
 * @returns a moment (ISO 8601) as people say it: "today", "yesterday", "12 days ago", "in 3 weeks";
 * the text itself where it isn't a date.
 */
export function agoWords(at: string, now: Date): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  const days = calendarDays(date, now);
  const far = Math.abs(days);
  if (far < 21) return relative(days, 'day');
  if (far < 60) return relative(Math.round(days / 7), 'week');
  if (far < 700) return relative(Math.round(days / 30.44), 'month');
  return relative(Math.round(days / 365.25), 'year');
}

/** @returns how old something is, to the minute ("just now", "5 min ago", "3 hours ago"). */
export function ageWords(at: string, now: Date): string {
  const minutes = Math.round((now.getTime() - new Date(at).getTime()) / 60_000);
  if (!(minutes >= 0)) return agoWords(at, now);
  if (minutes < 1) return t('age_now');
  if (minutes < 60) return t('age_minutes', minutes);
  if (minutes < 24 * 60) return relative(-Math.round(minutes / 60), 'hour');
  return agoWords(at, now);
}

/** @returns the exact date and time where the rep is ("Tue 12 May 2026, 14:30"). */
export function exactWords(at: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  const day = new Intl.DateTimeFormat(locale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(date);
  return `${day}, ${clock(date)}`;
}

function clock(date: Date): string {
  return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(date);
}

/** From so many minutes on a countdown is told in whole hours. */
const wholeHours = 6 * 60;

/**
 * @returns when a meeting is, with a countdown today and tomorrow ("today 14:30, in 25 min",
 * "tomorrow 10:00, in 21 h"), and that it runs.
 */
export function meetingWords(startsAt: string, endsAt: string | null, now: Date): string {
  const start = new Date(startsAt);
  if (Number.isNaN(start.getTime())) return '';
  const minutes = Math.ceil((start.getTime() - now.getTime()) / 60_000);
  const when = `${agoWords(startsAt, now)} ${clock(start)}`;
  if (minutes > 0) return calendarDays(start, now) > 1 ? when : countedDown(when, minutes);
  const end = endsAt === null ? null : new Date(endsAt);
  return end !== null && end > now ? t('meeting_now', when) : when;
}

function countedDown(when: string, minutes: number): string {
  if (minutes < 60) return t('meeting_in_minutes', when, minutes);
  if (minutes >= wholeHours) return t('meeting_in_hours', when, Math.round(minutes / 60));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (rest === 0) return t('meeting_in_hours', when, hours);
  return t('meeting_in_hours_minutes', when, hours, rest);
}

/** @returns how long a history is ("one day", "48 days", "5 months"). */
export function spanWords(days: number): string {
  if (days <= 1) return t('span_day');
  if (days < 90) return t('span_days', days);
  if (days < 700) return t('span_months', Math.round(days / 30.44));
  return tn('span_years', Math.round(days / 365.25));
}
