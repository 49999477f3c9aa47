import { outlookHosts } from '../calendars';
import type { Detection } from '../detection';
import { addressIn, detection, line, person, textOf, unique } from '../people';
import type { Site } from '../site';
import { firstShown, shown } from '../visible';

/** Peek card and open event (relied on); the labels of title and time are English. */
const SURFACE = '[data-app-section="CalendarItemPeek"], [data-app-section="Form_Content"]';
const TITLE = '[aria-label="Title"], [role="heading"]';
const TIME = '[aria-label="Time"]';
/** People are buttons that open their card; of the labels, only the English one is known (relied on). */
const CARD = /^Opens card for (.+)$/;
const BUTTON = 'button[aria-label], [role="button"][aria-label]';
/** "Calendar - NAME - Outlook": the rep's name, where only the word before it is translated. */
const TAB = /^.+? - (.+) - Outlook$/;
const ITEM = /\/item\/([^/?]+)/;

/**
 * Learns what a label says around a person: in any language, one whose button shows an address that
 * its label holds too. Everybody else's label is made in the same way, around what their button shows.
 */
function cardsOf(surface: Element): (label: string, text: string | null) => string | null {
  const frames = shown(surface, BUTTON).flatMap((button) => {
    const [label, text] = [line(button.getAttribute('aria-label')), textOf(button)];
    const [before, after] = label !== null && text !== null ? label.split(text) : [];
    const isAddress = text !== null && addressIn(text) === text.toLowerCase();
    return isAddress && before !== undefined && after !== undefined && before + after !== ''
      ? [{ before, after }]
      : [];
  });
  return (label, text) => {
    const english = CARD.exec(label)?.[1];
    const frame = frames.find(
      ({ before, after }) =>
        label.length > before.length + after.length &&
        label.startsWith(before) &&
        label.endsWith(after),
    );
    const named = frame && label.slice(frame.before.length, label.length - frame.after.length);
    return english ?? (named !== undefined && named === text ? named : null);
  };
}

function detect(document: Document, url: URL): Detection | null {
  const surface = firstShown(document, SURFACE);
  const named = surface?.querySelector(TITLE);
  // The open event holds its title in an input.
  const title = line((named as HTMLInputElement | null)?.value ?? textOf(named, 500), 500);
  if (!surface || title === null) return null;
  const nameIn = cardsOf(surface);
  const self = TAB.exec(document.title)?.[1];
  const people = unique(
    shown(surface, BUTTON).map((button) => {
      const named = nameIn(line(button.getAttribute('aria-label')) ?? '', textOf(button));
      const email = addressIn(named) ?? addressIn(button.getAttribute('title'));
      const found = named === null ? null : person('guest', named, email);
      return found && { ...found, self: email === null && named === self };
    }),
  );
  const { site, kind } = outlook;
  const when = textOf(surface.querySelector(TIME)) ?? '';
  const trust =
    people.length === 0
      ? ({ confidence: 'low', reason: 'no people readable on the event' } as const)
      : people.every(({ email }) => email !== null)
        ? ({ confidence: 'high', reason: 'addresses on the event' } as const)
        : ({
            confidence: 'medium',
            reason: 'names on the event, not all with an address',
          } as const);
  const pageId = ITEM.exec(url.pathname)?.[1] ?? `${title} ${when}`.trim();
  const language = document.documentElement.lang;
  const words = when === '' ? {} : { shown: { pieces: [when], language } };
  return detection({ site, kind, pageId, people, title, ...words, ...trust });
}

/** Outlook on the web: the peek card and the open event. */
export const outlook: Site = {
  site: 'outlook',
  hosts: outlookHosts,
  path: /^\/calendar(\/|$)/,
  kind: 'meeting',
  needs: [SURFACE, TITLE],
  reads: SURFACE,
  expects: (document, url) => ITEM.test(url.pathname) || firstShown(document, SURFACE) !== null,
  anchor: (document) => firstShown(document, SURFACE)?.querySelector(TIME) ?? null,
  detect,
};
