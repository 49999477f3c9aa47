import { useId } from 'react';
import type { Reminder } from '../../lib/digest/run';
import { locale, t } from '../../lib/i18n';

export interface ReminderFormProps {
  reminder: Reminder;
  /** Whether the browser may notify; null where that isn't known yet. */
  notifies: boolean | null;
  onReminder: (reminder: Reminder) => void;
  onNotify: () => void;
}

/** A Sunday: the days after it have the numbers that `Date.getDay` gives. */
const sunday = new Date(2026, 0, 4);

function dayName(weekday: number): string {
  const day = new Date(sunday);
  day.setDate(sunday.getDate() + weekday);
  return new Intl.DateTimeFormat(locale(), { weekday: 'long' }).format(day);
}

function hourName(hour: number): string {
  const format = new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' });
  return format.format(new Date(2026, 0, 4, hour));
}

/** Weekdays as most calendars of reps begin: on Monday. */
const weekdays = [1, 2, 3, 4, 5, 6, 0];
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Whether and when to be reminded; a notification only where the browser allows it. */
export function ReminderForm({ reminder, notifies, onReminder, onNotify }: ReminderFormProps) {
  const id = useId();
  return (
    <section className="reminder" data-testid="week-reminder">
      <label className="check">
        <input
          type="checkbox"
          data-testid="reminder-on"
          checked={reminder.on}
          onChange={(event) => onReminder({ ...reminder, on: event.target.checked })}
        />
        {t('week_remind')}
      </label>
      {reminder.on && (
        <>
          <div className="reminder-when">
            <label htmlFor={`${id}day`}>{t('week_remind_day')}</label>
            <select
              id={`${id}day`}
              data-testid="reminder-day"
              value={reminder.weekday}
              onChange={(event) => onReminder({ ...reminder, weekday: Number(event.target.value) })}
            >
              {weekdays.map((weekday) => (
                <option key={weekday} value={weekday}>
                  {dayName(weekday)}
                </option>
              ))}
            </select>
            <label htmlFor={`${id}hour`}>{t('week_remind_hour')}</label>
            <select
              id={`${id}hour`}
              data-testid="reminder-hour"
              value={reminder.hour}
              onChange={(event) => onReminder({ ...reminder, hour: Number(event.target.value) })}
            >
              {hours.map((hour) => (
                <option key={hour} value={hour}>
                  {hourName(hour)}
                </option>
              ))}
            </select>
          </div>
          {notifies === true && <p className="quiet">{t('week_notified')}</p>}
          {notifies === false && (
            <button type="button" className="link" data-testid="reminder-notify" onClick={onNotify}>
              {t('week_notify')}
            </button>
          )}
        </>
      )}
    </section>
  );
}
