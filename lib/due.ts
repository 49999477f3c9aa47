import { samePerson } from './identity/key';
import type { Prospect } from './identity/prospect';

/** A meeting whose invite the rep opened, and whom of it nothing was logged about yet. */
export interface DueMeeting {
  /** The page's own id of it. */
  id: string;
  title: string | null;
  /** ISO 8601. */
  startsAt: string | null;
  endsAt: string;
  people: Prospect[];
}

/** How long after its end a meeting still asks for a log, in milliseconds. */
const asksFor = 8 * 3_600_000;

/** Meetings kept at once: a busy day's. */
const most = 30;

/**
 * Adds a meeting, or renews it where it is known. One that was over before the rep opened it asks
 * for nothing: it is being looked up, not held.
 *
 * @param now in milliseconds
 */
export function seen(
  meetings: readonly DueMeeting[],
  meeting: DueMeeting,
  now: number,
): DueMeeting[] {
  const others = meetings.filter(({ id, endsAt }) => id !== meeting.id && !isOver(endsAt, now));
  if (Date.parse(meeting.endsAt) <= now) return [...meetings];
  // Whoever stood on it may have been left over from the event that was open before.
  return meeting.people.length === 0 ? others : [meeting, ...others].slice(0, most);
}

const isOver = (endsAt: string, now: number) => now - Date.parse(endsAt) >= asksFor;

/** @returns the meetings that ended a while ago and still ask for a log, the newest first. */
export function due(meetings: readonly DueMeeting[], now: number): DueMeeting[] {
  return meetings
    .filter(({ endsAt }) => Date.parse(endsAt) <= now && !isOver(endsAt, now))
    .sort((a, b) => Date.parse(b.endsAt) - Date.parse(a.endsAt));
}

/**
 * @returns when what is due changes next by itself, in milliseconds: a meeting ends, or asks no more;
 * null where none will.
 */
export function nextChange(meetings: readonly DueMeeting[], now: number): number | null {
  const changes = meetings
    .map(({ endsAt }) => Date.parse(endsAt))
    .flatMap((end) => [end, end + asksFor])
    .filter((moment) => moment > now);
  return changes.length === 0 ? null : Math.min(...changes);
}

/**
 * A call with somebody was logged: of the meetings that had begun by then, they are no longer asked
 * about, and a meeting of which nobody is left asks for nothing.
 *
 * @param at when the call was (ISO 8601)
 */
export function logged(
  meetings: readonly DueMeeting[],
  prospect: Prospect,
  at: string,
): DueMeeting[] {
  return meetings
    .map((meeting) => {
      const begun = meeting.startsAt === null || Date.parse(meeting.startsAt) <= Date.parse(at);
      if (!begun) return meeting;
      const people = meeting.people.filter((person) => !samePerson(person, prospect));
      return { ...meeting, people };
    })
    .filter(({ people }) => people.length > 0);
}

/** The rep wants no log of a meeting. */
export function dismissed(meetings: readonly DueMeeting[], id: string): DueMeeting[] {
  return meetings.filter((meeting) => meeting.id !== id);
}
