const dayMs = 86_400_000;

/** @returns whole days from one moment to another (ISO 8601), negative where it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** @returns the moment so many days later (ISO 8601). */
export function addDays(at: string, days: number): string {
  return new Date(Date.parse(at) + days * dayMs).toISOString();
}

/**
 * @returns a date as people write it, in UTC ("12 May"), with the year where it isn't that of `now`.
 * @param locale BCP 47
 */
export function humanDate(at: string, now?: string, locale = 'en-GB'): string {
  const sameYear = now === undefined || at.slice(0, 4) === now.slice(0, 4);
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(new Date(at));
}

/** @returns the latest moment of some dated things (ISO 8601, UTC), or null where there are none. */
export function latestOf(dated: { at: string }[]): string | null {
  return (
    dated
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? null
  );
}

/** @returns the earliest moment of some dated things (ISO 8601, UTC), or null where there are none. */
export function earliestOf(dated: { at: string }[]): string | null {
  return dated.map(({ at }) => at).sort()[0] ?? null;
}
