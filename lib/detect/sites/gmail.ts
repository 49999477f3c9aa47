import type { Detection } from '../detection';
import { addressIn, detection, person, textOf, unique } from '../people';
import type { Site } from '../site';
import { firstShown, shown } from '../visible';

/** Subject, senders and everybody named in the heads of messages (relied on for years). */
const SUBJECT = 'h2.hP';
const SENDER = 'span.gD[email]';
const PERSON = '[email][data-hovercard-id]';
/**
 * Rows of the list of threads name people too, messages hold what others wrote, and a mail that is being
 * written, beside the thread or under it, has recipients of its own (assumed).
 */
const ELSEWHERE = 'tr.zA, [role="grid"], .a3s, form, [role="dialog"]';
const ACCOUNT = '[role="banner"] a[aria-label*="@"], header a[aria-label*="@"]';
const THREAD = /#.+\/([\w-]{16,})$/;

/** The account button holds the rep's address in any language; so does the end of the title. */
function selfOf(document: Document): string | null {
  const button = document.querySelector(ACCOUNT)?.getAttribute('aria-label');
  return addressIn(button) ?? addressIn(document.title.split(' - ').slice(1).at(-2));
}

function detect(document: Document, url: URL): Detection | null {
  const pageId = THREAD.exec(url.hash)?.[1];
  const subject = firstShown(document, SUBJECT);
  if (pageId === undefined || subject === null) return null;
  const self = selfOf(document);
  // Beside the thread stand chats, with people who have nothing to do with it.
  const thread = subject.closest('[role="main"]') ?? document;
  const everybody = shown(thread, `${SENDER}, ${PERSON}`).filter(
    (element) => element.closest(ELSEWHERE) === null,
  );
  const senders = everybody.filter((element) => element.matches(SENDER));
  const of = (element: Element) => {
    const email = addressIn(element.getAttribute('email'));
    const name = element.getAttribute('name') ?? textOf(element);
    // A recipient's name is "me", in some language, where it is the rep.
    const known = email === self && !senders.includes(element) ? null : name;
    return email && person(senders.includes(element) ? 'sender' : 'recipient', known, email, self);
  };
  const others = everybody.filter((element) => !senders.includes(element));
  const people = unique([...senders, ...others].map((element) => of(element) || null));
  if (people.length === 0) return null;
  return detection({
    site: gmail.site,
    kind: 'thread',
    pageId,
    people,
    title: textOf(subject, 500),
    confidence: 'high',
    reason: 'addresses in the heads of the messages',
  });
}

/** Gmail: an open thread. */
export const gmail: Site = {
  site: 'gmail',
  hosts: ['mail.google.com'],
  path: /^\/mail\//,
  kind: 'thread',
  needs: [SUBJECT, SENDER],
  reads: `${SUBJECT}, ${SENDER}, ${PERSON}`,
  expects: (_, url) => THREAD.test(url.hash),
  detect,
};
