// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { dayKey, readGrid } from '../../../lib/upnext/grid';
import {
  meetingOf,
  merged,
  noticesAt,
  toCome,
  withGuests,
  withPeople,
} from '../../../lib/upnext/meetings';
import { isTime, timesOf } from '../../../lib/upnext/times';

const day = dayKey(new Date(2026, 6, 8));
const at = (hour: number, minute = 0) => new Date(2026, 6, 8, hour, minute).toISOString();

it('a day is packed as the grid packs it', () => {
  expect(day).toBe(((2026 - 1970) << 9) | (7 << 5) | 8);
});

it.each([
  ['9am', 9, 0, null],
  ['9:30 – 10:15am', 9, 30, 10],
  ['10 – 11am', 10, 0, 11],
  ['11am – 1pm', 11, 0, 13],
  ['11 – 1pm', 11, 0, 13],
  ['12 – 1pm', 12, 0, 13],
  ['2:30pm', 14, 30, null],
  ['14:00 – 15:00', 14, 0, 15],
  ['14.30–15.00', 14, 30, 15],
  ['14:00 bis 15:00', 14, 0, 15],
  ['De 9h30 à 10h', 9, 30, 10],
  ['午後2時30分～午後3時', 14, 30, 15],
  ['오전 9:00', 9, 0, null],
  ['١٤:٠٠ – ١٥:٠٠', 14, 0, 15],
])('%s', (text, hour, minute, endHour) => {
  const read = timesOf(text);
  expect(read?.start).toEqual({ hour, minute });
  expect(read?.end?.hour ?? null).toBe(endHour);
});

it.each(['All day', 'Q3 review', 'Room 204', '2026/07/08', '7.8.2026', ''])(
  'no time: %s',
  (text) => {
    expect(timesOf(text)).toBeNull();
  },
);

it('tells a time from a title that holds one', () => {
  expect(isTime('9 – 10am')).toBe(true);
  expect(isTime('Launch at 9am with Priya')).toBe(false);
});

const chip = (id: string, key: number, inner: string) =>
  `<div role="gridcell" data-datekey="${key}"><div role="button" data-eventid="${id}">${inner}</div></div>`;

it('reads the grid of the days that are asked for, each event once', () => {
  document.body.innerHTML = [
    chip(
      'a',
      day,
      '<div>9am to 10am, Rentokil: pilot, Robin, No location, July 8, 2026</div><span>Rentokil: pilot</span><span>, </span><div>9 – 10am</div>',
    ),
    chip('a', day, '<span>again</span>'),
    chip('b', day + 1, '<span>Tomorrow</span><span>14:00</span>'),
    chip('c', day + 5, '<span>Later</span><span>14:00</span>'),
    '<div role="button" data-eventid="d">No day</div>',
    '<div data-eventid="e">The popover</div>',
  ].join('');
  const shown = readGrid(document, [day, day + 1]);
  expect(shown.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(meetingOf(shown[0] as (typeof shown)[0])).toEqual({
    id: 'a',
    day,
    title: 'Rentokil: pilot',
    startsAt: at(9),
    endsAt: at(10),
  });
});

it('an all-day event is no meeting', () => {
  expect(meetingOf({ id: 'a', day, texts: ['Holiday'] })).toBeNull();
});

it('a meeting past midnight ends the next day', () => {
  const meeting = meetingOf({ id: 'a', day, texts: ['Night shift', '23:00 – 01:00'] });
  expect(meeting?.endsAt).toBe(new Date(2026, 6, 9, 1).toISOString());
});

const event = (id: string, time: string, key = day) => ({ id, day: key, texts: ['Call', time] });

it('what moved is moved, what is gone from a shown day is gone, what isn’t shown stays', () => {
  const before = merged([], [event('a', '9:00'), event('b', '10:00'), event('t', '9:00', day + 1)]);
  const after = merged(before, [event('a', '11:00')]);
  expect(after.map(({ id, startsAt }) => [id, startsAt])).toEqual([
    ['t', new Date(2026, 6, 9, 9).toISOString()],
    ['a', at(11)],
  ]);
});

const priya = { name: 'Priya Sharma', email: 'priya@rentokil.example', company: 'Rentokil' };
const meeting = (id: string, title = 'Rentokil: pilot', hour = 9) => ({
  id,
  day,
  title,
  startsAt: at(hour),
  endsAt: at(hour + 1),
});
const encoded = (text: string) => btoa(text).replace(/=+$/, '');

it('whom it is with: seen on the event or on its series, else by the title, else unknown', () => {
  const tom = { name: 'Tom Reed', email: 'tom@reed.example' };
  const id = encoded('abc_20260708T090000Z rep@us.example');
  const other = encoded('abc_20260701T090000Z rep@us.example');
  const seen = [{ id: other, people: [tom] }];
  expect(withPeople(meeting(id), seen, [priya])).toMatchObject({ people: [tom], how: 'seen' });
  expect(withPeople(meeting('x'), seen, [priya])).toMatchObject({ people: [priya], how: 'title' });
  expect(withPeople(meeting('x', 'Standup'), seen, [priya])).toMatchObject({
    people: [],
    how: null,
  });
});

it('whom it is with is read anew each time it is opened, also where that is nobody', () => {
  const id = encoded('abc_20260708T090000Z rep@us.example');
  const series = encoded('abc_20260701T090000Z rep@us.example');
  const before = [{ id, people: [priya] }];
  const after = withGuests([...before, { id: series, people: [priya] }], id, []);
  expect(withPeople(meeting(id), after, [priya])).toMatchObject({ people: [], how: 'seen' });
  expect(withPeople(meeting(series), after, []).people).toEqual([priya]);
  expect(withGuests(before, id, [priya])).toEqual(before);
  const many = Array.from({ length: 500 }, (_, index) => ({ id: `${index}`, people: [] }));
  expect(withGuests(many, id, [priya])).toHaveLength(200);
});

it('what is over is not to come', () => {
  const now = Date.parse(at(9, 30));
  const list = [
    meeting('later', 'Call', 15),
    meeting('now', 'Call', 9),
    meeting('over', 'Call', 7),
  ];
  expect(toCome(list, now).map(({ id }) => id)).toEqual(['now', 'later']);
});

it('each meeting is told of once, at its time, and later where it moved', () => {
  const upNext = { ...meeting('a', 'Call', 12), people: [priya], how: 'seen' as const };
  const early = Date.parse(at(9));
  expect(noticesAt([upNext], [], 30, early)).toEqual({ due: [], next: Date.parse(at(11, 30)) });
  const moved = { ...upNext, startsAt: at(15), endsAt: at(16) };
  expect(noticesAt([moved], [], 30, early).next).toBe(Date.parse(at(14, 30)));
  const inTime = Date.parse(at(11, 30));
  expect(noticesAt([upNext], [], 30, inTime).due).toEqual([upNext]);
  expect(noticesAt([upNext], ['a'], 30, inTime)).toEqual({ due: [], next: null });
  // Begun, or with nobody known: nothing to tell.
  expect(noticesAt([upNext], [], 30, Date.parse(at(12))).due).toEqual([]);
  expect(noticesAt([{ ...upNext, people: [] }], [], 30, inTime).due).toEqual([]);
});
