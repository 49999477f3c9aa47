import { beforeEach, expect, it } from 'vitest';
import { forgetSpeaker, heard } from '../../../entrypoints/background/late';

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
  expect(heard(word('a', calendar))).toBe(true);
  expect(heard(word('b', mail))).toBe(true);
  expect(heard(word('a', calendar, mail))).toBe(false);
});

it('it is not while nobody has spoken since: nobody is on the page any more', () => {
  heard(word('a', calendar));
  expect(heard(word('a', calendar, mail))).toBe(true);
});

it('it is not where a worker that was just woken heard nothing before', () => {
  expect(heard(word('a', calendar, mail))).toBe(true);
});

it('a page that the rep comes back to is heard again', () => {
  heard(word('a', calendar));
  heard(word('b', mail));
  expect(heard(word('a', calendar))).toBe(true);
  expect(heard(word('b', mail, calendar))).toBe(false);
});

it('one page that goes on to another address is no other page', () => {
  heard(word('a', calendar));
  expect(heard(word('a', calendar, `${calendar}/2`))).toBe(true);
});

it('where the browser tells no addresses or documents, every word counts', () => {
  heard({ url: mail, documentId: 'b', tab: { id: 1 } });
  expect(heard({ url: calendar, documentId: 'a', tab: { id: 1 } })).toBe(true);
  heard(word(undefined, mail));
  expect(heard(word(undefined, calendar, mail))).toBe(true);
});
