import { expect, it } from 'vitest';
import { noticeOf } from '../../../entrypoints/background/notice-words';

const meeting = {
  id: 'a',
  day: 1,
  title: 'Lunch with Sarah',
  startsAt: '2026-07-08T10:00:00.000Z',
  endsAt: null,
  people: [{ name: 'Sarah Chen' }, { name: 'Tom Reed' }],
};

it('a notice names whom the meeting is with, where they were seen on it', () => {
  const { title, message } = noticeOf({ ...meeting, how: 'seen' }, 5);
  expect(title).toContain('Sarah Chen, Tom Reed');
  expect(message).toBe('Lunch with Sarah');
});

it('a notice about whom a title alone names says that, and announces nobody', () => {
  const { title, message } = noticeOf({ ...meeting, how: 'title' }, 5);
  expect(title).toContain('Lunch with Sarah');
  expect(title).not.toContain('Chen');
  expect(message).toContain('Sarah Chen, Tom Reed');
  expect(message).toContain('by the title');
});
