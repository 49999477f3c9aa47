import type { Detection } from '../detection';
import { addressIn, detection, line, person, textOf, unique } from '../people';
import type { Site } from '../site';
import { firstShown, shown } from '../visible';

/** Peek card and open event (relied on); the labels of title and time are English. */
const SURFACE = '[data-app-section="CalendarItemPeek"], [data-app-section="Form_Content"]';
const TITLE = '[aria-label="Title"], [role="heading"]';
const TIME = '[aria-label="Time"]';
/** People are buttons that open their card; only the English label is known (relied on). */
const CARD = /^Opens card for (.+)$/;
const ITEM = /\/item\/([^/?]+)/;

function detect(document: Document, url: URL): Detection | null {
  const surface = firstShown(document, SURFACE);
  const named = surface?.querySelector(TITLE);
  // The open event holds its title in an input.
  const title = line((named as HTMLInputElement | null)?.value ?? named?.textContent, 500);
  if (!surface || title === null) return null;
  const people = unique(
    shown(surface, 'button[aria-label], [role="button"][aria-label]').map((button) => {
      const named = CARD.exec(line(button.getAttribute('aria-label')) ?? '')?.[1];
      const email = addressIn(named) ?? addressIn(button.getAttribute('title'));
      return named === undefined ? null : person('guest', named, email);
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
  return detection({ site, kind, pageId, people, title, ...trust });
}

/** Outlook on the web: the peek card and the open event. */
export const outlook: Site = {
  site: 'outlook',
  hosts: [
    'outlook.office.com',
    'outlook.office365.com',
    'outlook.cloud.microsoft',
    'outlook.live.com',
  ],
  path: /^\/calendar(\/|$)/,
  kind: 'meeting',
  detect,
};
