import { scopeOf } from '../ask/scope';
import type { Prospect } from '../identity/prospect';
import type { ShownEvent } from './grid';
import { isTime, timesOf } from './times';

/** A meeting of today or tomorrow. */
export interface Meeting {
  /** The page's own id. */
  id: string;
  /** As the grid packs it. */
  day: number;
  title: string;
  /** ISO 8601. */
  startsAt: string;
  endsAt: string | null;
}

/** Whom an event is with, as its popover once showed. */
export interface SeenEvent {
  id: string;
  people: Prospect[];
}

/** A meeting with whom it is, as far as that is known. */
export interface UpNext extends Meeting {
  people: Prospect[];
  /** Its guests were seen, or its title names somebody known: a guess. */
  how: 'seen' | 'title' | null;
}

/** People that a title may name before it names nobody in particular. */
const mostByTitle = 3;
/** How long a meeting without an end is taken to last (ms). */
const usualMs = 3_600_000;

function momentOf(day: number, { hour, minute }: { hour: number; minute: number }): Date {
  return new Date((day >> 9) + 1970, ((day >> 5) & 15) - 1, day & 31, hour, minute);
}

/** @returns the text that says title and time in one sentence, for screen readers. */
const sentenceIn = (texts: readonly string[]) =>
  texts.find((text) =>
    texts.some(
      (other) => other !== text && !isTime(other) && text.includes(other.replace(/[,،、]$/, '')),
    ),
  );

/** @returns the title that an event shows among its texts; empty where it shows none. */
export function titleIn(texts: readonly string[]): string {
  const sentence = sentenceIn(texts);
  const title = texts.find((text) => text !== sentence && !isTime(text));
  return title?.replace(/\s*[,،、]$/, '') ?? '';
}

/**
 * Reads an event of the grid. One of its texts is the time, one the title, and one, for screen
 * readers, says both in a sentence.
 *
 * @returns null for all-day events and for what shows no time that can be read
 */
export function meetingOf({ id, day, texts }: ShownEvent): Meeting | null {
  const sentence = sentenceIn(texts);
  const said = texts.filter((text) => text !== sentence);
  // The sentence has "am" and "pm" with both times.
  const times =
    (sentence === undefined ? null : timesOf(sentence.split(/[,،、]/)[0] ?? '')) ??
    said.filter(isTime).map(timesOf)[0] ??
    null;
  const title = titleIn(texts);
  if (times === null || title === '') return null;
  const start = momentOf(day, times.start);
  const end = times.end && momentOf(day, times.end);
  // Past midnight.
  if (end && end <= start) end.setDate(end.getDate() + 1);
  return { id, day, title, startsAt: start.toISOString(), endsAt: end?.toISOString() ?? null };
}

/**
 * Takes in what the grid shows now: its events as they are now, those of a shown day that are gone
 * no more, those of days that aren't shown as before.
 */
export function merged(before: readonly Meeting[], shown: readonly ShownEvent[]): Meeting[] {
  const days = new Set(shown.map(({ day }) => day));
  const ids = new Set(shown.map(({ id }) => id));
  const kept = before.filter(({ id, day }) => !days.has(day) && !ids.has(id));
  return [...kept, ...shown.map(meetingOf).filter((one) => one !== null)];
}

/** @returns an event's id without the day of its repetition: the same for a whole series. */
function seriesOf(id: string): string {
  try {
    const [event = '', calendar = ''] = atob(id.replace(/-/g, '+').replace(/_/g, '/')).split(' ');
    return `${event.replace(/_\d{8}(T\d{6}Z)?$/, '')} ${calendar}`;
  } catch {
    return id;
  }
}

/** @returns an event whose guests were seen: the very one, or another of its series. */
export function seenOf(id: string, seen: readonly SeenEvent[]): SeenEvent | undefined {
  return seen.find((one) => one.id === id) ?? seen.find((one) => seriesOf(one.id) === seriesOf(id));
}

/** Events whose guests are remembered: some weeks of a busy rep. */
const mostSeen = 200;
/** Guests that are remembered of one. */
const mostGuests = 20;

/**
 * Takes in whom an event that was opened is with. That may be nobody: whoever was read on it before was
 * left over from the event before it.
 */
export function withGuests(
  seen: readonly SeenEvent[],
  id: string,
  people: readonly Prospect[],
): SeenEvent[] {
  const others = seen.filter((one) => one.id !== id);
  return [{ id, people: people.slice(0, mostGuests) }, ...others].slice(0, mostSeen);
}

/** @returns whom a title names, where that is somebody in particular. */
export function namedIn(title: string, known: readonly Prospect[]): Prospect[] {
  const { people } = scopeOf(title, known);
  return people.length <= mostByTitle ? people : [];
}

/** Finds whom a meeting is with: as seen when it, or another of its series, was opened; or by title. */
export function withPeople(
  meeting: Meeting,
  seen: readonly SeenEvent[],
  known: readonly Prospect[],
): UpNext {
  const there = seenOf(meeting.id, seen);
  if (there) return { ...meeting, people: there.people, how: 'seen' };
  const people = namedIn(meeting.title, known);
  return { ...meeting, people, how: people.length > 0 ? 'title' : null };
}

const endOf = ({ startsAt, endsAt }: Meeting) =>
  endsAt === null ? Date.parse(startsAt) + usualMs : Date.parse(endsAt);

/** @returns meetings that aren't over, the next first. `now` in milliseconds. */
export function toCome<M extends Meeting>(meetings: readonly M[], now: number): M[] {
  return meetings
    .filter((one) => endOf(one) > now)
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}

/**
 * Which meetings are to be told of now, and when the next one is.
 *
 * @param noticed ids of meetings that were told of: each is told of once
 * @param minutes how long before a meeting
 * @param now in milliseconds
 */
export function noticesAt(
  meetings: readonly UpNext[],
  noticed: readonly string[],
  minutes: number,
  now: number,
): { due: UpNext[]; next: number | null } {
  const waiting = meetings.filter(
    ({ id, people, startsAt }) =>
      people.length > 0 && !noticed.includes(id) && Date.parse(startsAt) > now,
  );
  const at = ({ startsAt }: UpNext) => Date.parse(startsAt) - minutes * 60_000;
  const later = waiting.map(at).filter((moment) => moment > now);
  return {
    due: waiting.filter((one) => at(one) <= now),
    next: later.length === 0 ? null : Math.min(...later),
  };
}

/** Where the background keeps the meetings in the session's storage; pages look whether it changed. */
export const upNextKey = 'up-next';
