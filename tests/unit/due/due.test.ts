import { describe, expect, it } from 'vitest';
import { type DueMeeting, dismissed, due, logged, nextChange, seen } from '../../../lib/due';

const at = (time: string) => Date.parse(`2026-05-20T${time}:00.000Z`);
const iso = (time: string) => new Date(at(time)).toISOString();

const priya = { name: 'Priya Sharma', email: 'priya@rentokil.example' };
const james = { name: 'James Okafor', email: 'james@paysend.example' };

const meeting = (id: string, start: string, end: string, people = [priya]): DueMeeting => ({
  id,
  title: id,
  startsAt: iso(start),
  endsAt: iso(end),
  people,
});

describe('meetings that ask for a log', () => {
  const kickOff = meeting('kick-off', '09:00', '09:30');

  it('do so from their end, for eight hours', () => {
    const known = seen([], kickOff, at('08:55'));
    expect(due(known, at('09:29'))).toEqual([]);
    expect(due(known, at('09:30'))).toEqual([kickOff]);
    expect(due(known, at('17:29'))).toEqual([kickOff]);
    expect(due(known, at('17:30'))).toEqual([]);
  });

  it('are one meeting however often its invite is opened, as it was last', () => {
    const moved = meeting('kick-off', '10:00', '10:30');
    const known = seen(seen([], kickOff, at('08:00')), moved, at('08:30'));
    expect(known).toEqual([moved]);
  });

  it('aren’t those that were over when they were looked up, or without a prospect', () => {
    expect(seen([], kickOff, at('09:31'))).toEqual([]);
    expect(seen([], { ...kickOff, people: [] }, at('08:00'))).toEqual([]);
    // Its guests were those of the event before, until its own were read.
    expect(seen([kickOff], { ...kickOff, people: [] }, at('08:00'))).toEqual([]);
  });

  it('wake the extension when the next one ends, and when one asks no more', () => {
    const later = meeting('later', '11:00', '12:00');
    const known = seen(seen([], later, at('08:00')), kickOff, at('08:00'));
    expect(nextChange(known, at('08:00'))).toBe(at('09:30'));
    expect(nextChange(known, at('09:30'))).toBe(at('12:00'));
    expect(nextChange(known, at('12:00'))).toBe(at('17:30'));
    expect(nextChange(known, at('17:30'))).toBe(at('20:00'));
    expect(nextChange(known, at('20:00'))).toBeNull();
  });

  it('ask no more about whom a call was logged', () => {
    const both = meeting('both', '09:00', '09:30', [priya, james]);
    const left = logged([both], priya, iso('09:31'));
    expect(left).toEqual([{ ...both, people: [james] }]);
    expect(logged(left, james, iso('09:32'))).toEqual([]);
  });

  it('are not answered by a log from before they began', () => {
    expect(logged([kickOff], priya, iso('08:00'))).toEqual([kickOff]);
  });

  it('ask no more once the rep says so', () => {
    expect(dismissed([kickOff], 'kick-off')).toEqual([]);
  });

  it('come newest first', () => {
    const later = meeting('later', '09:30', '10:00');
    expect(due([kickOff, later], at('11:00')).map(({ id }) => id)).toEqual(['later', 'kick-off']);
  });
});
