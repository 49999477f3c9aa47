import { beforeEach, expect, it } from 'vitest';
import { forgetSpeaker, isLate } from '../../../entrypoints/background/late';

const calendar = 'https://calendar.example/event';
const mail = 'https://mail.example/thread';

/** A word of a document at an address, heard while its tab is on another one. */
const word = (documentId: string | undefined, url: string, on: string | undefined = url) => ({
  url,
  documentId,
  tab: { id: 1, url: on },
});

beforeEach(() => forgetSpeaker(1));

it('the last word of a page that was left is late once the next page has spoken', () => {
  expect(isLate(word('a', calendar))).toBe(false);
  expect(isLate(word('b', mail))).toBe(false);
  expect(isLate(word('a', calendar, mail))).toBe(true);
});

it('it is not while nobody has spoken since: nobody is on the page any more', () => {
  isLate(word('a', calendar));
  expect(isLate(word('a', calendar, mail))).toBe(false);
});

it('it is not where a worker that was just woken heard nothing before', () => {
  expect(isLate(word('a', calendar, mail))).toBe(false);
});

it('a page that the rep comes back to is heard again', () => {
  isLate(word('a', calendar));
  isLate(word('b', mail));
  expect(isLate(word('a', calendar))).toBe(false);
  expect(isLate(word('b', mail, calendar))).toBe(true);
});

it('one page that goes on to another address is no other page', () => {
  isLate(word('a', calendar));
  expect(isLate(word('a', calendar, `${calendar}/2`))).toBe(false);
});

it('where the browser tells no addresses or documents, every word counts', () => {
  isLate({ url: mail, documentId: 'b', tab: { id: 1 } });
  expect(isLate({ url: calendar, documentId: 'a', tab: { id: 1 } })).toBe(false);
  isLate(word(undefined, mail));
  expect(isLate(word(undefined, calendar, mail))).toBe(false);
});
