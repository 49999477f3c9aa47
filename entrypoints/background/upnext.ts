import { browser } from 'wxt/browser';
import { z } from 'zod';
import type { Detection } from '../../lib/detect/detection';
import { type Prospect, prospectSchema } from '../../lib/identity/prospect';
import type { UpNextView } from '../../lib/messages';
import { noticeSchema, saveSettings, watchSettings } from '../../lib/settings';
import type { ShownEvent } from '../../lib/upnext/grid';
import {
  type Meeting,
  merged,
  namedIn,
  noticesAt,
  type SeenEvent,
  seenOf,
  titleIn,
  toCome,
  type UpNext,
  upNextKey,
  withGuests,
  withPeople,
} from '../../lib/upnext/meetings';
import { want } from '../pages/wanted';
import { answer } from './door';
import { everybodyKnown, everybodyLately } from './known';
import { noticeOf } from './notice-words';
import { settingsRead } from './settings';

const alarm = 'meeting-begins';
const noticePrefix = 'meeting:';
/** Notices that are remembered, so that each is given once. */
const mostNoticed = 200;
/** Meetings, and people of each, whose briefs are read before anybody asks. */
const mostNext = 3;

const shownSchema = z
  .array(
    z.object({
      id: z.string().min(1).max(500),
      day: z.int().positive(),
      texts: z.array(z.string().max(200)).max(8),
    }),
  )
  .max(80);

const meetingSchema = z.object({
  id: z.string(),
  day: z.number(),
  title: z.string(),
  startsAt: z.string(),
  endsAt: z.string().nullable(),
});
const storedSchema = z.object({
  meetings: z.array(meetingSchema).catch([]),
  seen: z.array(z.object({ id: z.string(), people: z.array(prospectSchema) })).catch([]),
  noticed: z.array(z.string()).catch([]),
});
/** What is known of the next days, for this session of the browser. */
interface Stored {
  meetings: Meeting[];
  seen: SeenEvent[];
  noticed: string[];
}

async function stored(): Promise<Stored> {
  const kept = (await browser.storage.session.get(upNextKey))[upNextKey];
  return storedSchema.parse(kept ?? { meetings: [], seen: [], noticed: [] });
}

/** One change at a time: the grid and an invite may come at the same moment. */
let last: Promise<void> = Promise.resolve();

function change(how: (before: Stored) => Stored): Promise<void> {
  last = last
    .catch(() => undefined)
    .then(async () => {
      const before = await stored();
      const after = how(before);
      if (JSON.stringify(after) === JSON.stringify(before)) return;
      await browser.storage.session.set({ [upNextKey]: after });
      for (const listener of listeners) listener();
    });
  return last;
}

/** @param exact whether somebody who was logged a moment ago must be among them */
async function knownPeople(exact: boolean): Promise<Prospect[]> {
  const known = await (exact ? everybodyKnown() : everybodyLately()).catch(() => []);
  return known.map(({ prospect }) => prospect);
}

/** @returns some meetings with whom they are. Without memory, as far as guests were seen. */
async function withTheirPeople(
  meetings: readonly Meeting[],
  seen: readonly SeenEvent[],
  exact: boolean,
): Promise<UpNext[]> {
  const unseen = meetings.some(({ id }) => !seenOf(id, seen));
  const people = unseen ? await knownPeople(exact) : [];
  return meetings.map((meeting) => withPeople(meeting, seen, people));
}

/** @returns the meetings to come, with whom they are. */
async function upNext(): Promise<UpNext[]> {
  const { meetings, seen } = await stored();
  return withTheirPeople(toCome(meetings, Date.now()), seen, true);
}

/** @returns the people of the meetings that begin next. */
export async function nextPeople(): Promise<Prospect[]> {
  const { meetings, seen } = await stored();
  const next = toCome(meetings, Date.now()).slice(0, mostNext);
  return (await withTheirPeople(next, seen, false)).flatMap(({ people }) =>
    people.slice(0, mostNext),
  );
}

/** @returns whom an event of the grid is with, as far as that is known. */
export async function peopleOfEvent({ id, texts }: Omit<ShownEvent, 'day'>): Promise<Prospect[]> {
  const there = seenOf(id, (await stored()).seen);
  if (there) return there.people;
  const title = titleIn(texts);
  return title === '' ? [] : namedIn(title, await knownPeople(false));
}

const listeners: (() => void)[] = [];

/** Calls back when other meetings are next, or it became known whom they are with. */
export function onMeetings(listener: () => void): void {
  listeners.push(listener);
}

async function tell(meeting: UpNext): Promise<void> {
  const { id, startsAt } = meeting;
  const minutes = Math.max(1, Math.round((Date.parse(startsAt) - Date.now()) / 60_000));
  // There only with the permission, and unknown to the polyfill until the next start.
  await chrome.notifications?.create(`${noticePrefix}${id}`.slice(0, 500), {
    type: 'basic',
    iconUrl: chrome.runtime.getURL('/icon/128.png' as never),
    ...noticeOf(meeting, minutes),
  });
}

let telling: Promise<void> = Promise.resolve();

/** Tells of what begins soon, and sets the alarm to the next: moved when a meeting moves. */
function notice(): Promise<void> {
  telling = telling
    .catch(() => undefined)
    .then(async () => {
      const { on, minutes } = (await settingsRead()).notice;
      if (!on) {
        await browser.alarms.clear(alarm);
        return;
      }
      const meetings = await upNext();
      const { noticed } = await stored();
      const { due, next } = noticesAt(meetings, noticed, minutes, Date.now());
      // Before it is told: a worker that ends in between tells of it once at most.
      await change((kept) => ({
        ...kept,
        noticed: [...kept.noticed, ...due.map(({ id }) => id)].slice(-mostNoticed),
      }));
      for (const one of due) await tell(one);
      if (next === null) await browser.alarms.clear(alarm);
      else await browser.alarms.create(alarm, { when: next });
    });
  return telling;
}

/** The rep opened an invite: from now on it is known whom the event, and its series, is with. */
export async function guestsSeen(detection: Detection | null, people: Prospect[]): Promise<void> {
  if (detection?.kind !== 'meeting') return;
  await change((kept) => ({ ...kept, seen: withGuests(kept.seen, detection.pageId, people) }));
  await notice();
}

function listenToNotices(): void {
  chrome.notifications?.onClicked.addListener((id) => {
    if (!id.startsWith(noticePrefix)) return;
    void chrome.notifications.clear(id);
    void (async () => {
      const meeting = (await upNext()).find(
        (one) => `${noticePrefix}${one.id}`.slice(0, 500) === id,
      );
      const [prospect] = meeting?.people ?? [];
      if (!prospect) return;
      await want(prospect);
      await browser.tabs.create({ url: browser.runtime.getURL('/sidepanel.html') });
    })();
  });
}

/** Today's and tomorrow's meetings as an open calendar shows them, and a notice before each. */
export function answerUpNext(): void {
  answer('gridSeen', 'calendar', shownSchema, async ({ data }) => {
    await change((kept) => ({ ...kept, meetings: merged(kept.meetings, data) }));
    await notice();
  });
  answer('upNext', 'page', z.undefined(), async (): Promise<UpNextView> => {
    return { meetings: await upNext(), notice: (await settingsRead()).notice };
  });
  answer('setNotice', 'page', noticeSchema, ({ data }) => saveSettings({ notice: data }));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) void notice();
  });
  watchSettings(() => void notice());
  listenToNotices();
  browser.permissions.onAdded.addListener(({ permissions }) => {
    if (permissions?.includes('notifications')) listenToNotices();
  });
}
