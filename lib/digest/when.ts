/** When the rep wants to be reminded, in the rep's own time. */
export interface ReminderTime {
  /** 0 is Sunday, as `Date.getDay` counts. */
  weekday: number;
  /** 0 to 23. */
  hour: number;
}

/**
 * @returns the next moment of a weekday and an hour after `now` (ms since 1970), in local time: across
 * a change of the clocks it stays the hour that was chosen.
 */
export function nextReminder({ weekday, hour }: ReminderTime, now: Date): number {
  const next = new Date(now);
  next.setHours(hour, 0, 0, 0);
  next.setDate(next.getDate() + ((weekday - next.getDay() + 7) % 7));
  if (next <= now) {
    next.setDate(next.getDate() + 7);
    next.setHours(hour, 0, 0, 0);
  }
  return next.getTime();
}
