import { googleCalendarHosts } from '../calendars';
import type { DetectedPerson, Detection } from '../detection';
import { addressIn, detection, line, person, textOf, unique } from '../people';
import type { Site } from '../site';
import { firstShown, isShown, shown } from '../visible';

/** Popover of an event (seen July 2026). Grid chips carry the id too, and are buttons. */
const EVENT = '#xDetDlg[data-eventid], [role="dialog"] [data-eventid]:not([role="button"])';
/** Title, and the summary above the guests ("4 guests"), in the popover (seen July 2026). */
const TITLE = '#rAECCd, [role="heading"]';
const SUMMARY = '#xDetDlgAtt';
/** When (seen July 2026): the title, then day, "⋅" and times as pieces of their own. */
const WHEN = '#xDetDlgWhen';
/** A guest's row (seen July 2026). `data-hovercard-id` also marks the calendar's own row: never used. */
const GUEST = '[role="tree"] [role="treeitem"][data-email]';
/** Mark of the organizer's row (seen July 2026). */
const ORGANIZER = 'xDtlDlgOrg';
/** Edit page of an existing event (relied on by extensions); its list of suggestions is a listbox. */
const EDIT = '[data-is-create="false"]';
const EDIT_GUEST = '[role="tree"] [data-email], [role="list"] [data-email]';
const EDIT_PATH = /\/eventedit\/([\w-]+)/;
/**
 * Day and hours of the edit page (relied on): inputs, of which those of a day carry it as "20261124";
 * where the rep may only read, the ids end otherwise (relied on for the days, assumed for the hours).
 */
const EDIT_WHEN = ['StDa', 'StTi', 'EnTi', 'EnDa'].map((part) => `#x${part}In, #x${part}Ro`);
/** As many elements as are looked at: of when a meeting is, and around the controls for it. */
const MOST_OF_WHEN = 200;
const MOST_AROUND = 5_000;
/** What a zone's name holds beside hours, in any language. */
const ZONE = /GMT|UTC/;
/** A link to an event, as in invitations (assumed): its page names the guests as the edit page does. */
const LINK_PATH = /^\/calendar\/(?:u\/\d+\/)?(?:r\/)?event/;
/** Who is signed in (relied on); else the account button, whose label holds the address in any language. */
const ACCOUNT = 'meta[name="og-profile-acct"]';
const ACCOUNT_BUTTON = '[role="banner"] a[aria-label*="@"], header a[aria-label*="@"]';

function selfOf(document: Document): string | null {
  return (
    addressIn(document.querySelector(ACCOUNT)?.getAttribute('content')) ??
    addressIn(document.querySelector(ACCOUNT_BUTTON)?.getAttribute('aria-label'))
  );
}

/**
 * Reads a guest's name. The row's label holds the name and translated words around it, so the name
 * is the first text of the row that the label holds too.
 */
function nameOf(row: Element): string | null {
  const label = line(row.getAttribute('aria-label'), 1000);
  const texts = [...row.querySelectorAll('span')]
    .filter((span) => span.closest('[aria-hidden="true"], [hidden]') === null)
    .map((span) => textOf(span))
    .filter((text) => text !== null);
  return texts.find((text) => label?.includes(text)) ?? texts[0] ?? null;
}

function guest(row: Element, self: string | null): DetectedPerson | null {
  const email = addressIn(row.getAttribute('data-email'));
  if (email === null) return null;
  const organizer = row.id === ORGANIZER || row.querySelector(`#${ORGANIZER}`) !== null;
  return person(organizer ? 'organizer' : 'guest', nameOf(row), email, self);
}

/** Reads the first number of "4 guests", in Latin or Arabic digits; null where there is none. */
function countIn(text: string | null): number | null {
  const digits = /[0-9٠-٩۰-۹]+/.exec(text ?? '')?.[0];
  // All three sets of digits begin at a code point that ends in 0.
  const latin = digits?.replace(/./g, (digit) => String(digit.charCodeAt(0) & 15));
  return latin === undefined ? null : Number(latin);
}

/** Finds the elements in a part that hold no others, among as many as are looked at. */
const leavesOf = (part: Element, most: number) =>
  [...part.querySelectorAll('*')].slice(0, most).filter((one) => one.childElementCount === 0);

/** The date stands before a dot, the times after it. */
function whenOf(dialog: Element): Detection['shown'] {
  const when = firstShown(dialog, WHEN);
  const pieces = when ? leavesOf(when, MOST_OF_WHEN).map((piece) => textOf(piece) ?? '') : [];
  const dot = pieces.findIndex((piece) => /^[⋅·]$/.test(piece));
  const [date, times] = [pieces[dot - 1], pieces[dot + 1]];
  if (date === undefined || times === undefined) return undefined;
  return { pieces: [date, times], language: dialog.ownerDocument.documentElement.lang };
}

/**
 * Day and hours are controls of their own. An event that ends on another day, or lasts whole days,
 * has none; nor has one beside whose hours a zone is named: they are that zone's.
 */
function editedWhen(document: Document): Detection['shown'] {
  const parts = EDIT_WHEN.map((part) => firstShown(document, part));
  const [day, from, to, end] = parts;
  if (!day || !from || !to || !end) return undefined;
  let around: Element = day;
  while (!around.contains(to) && around.parentElement) around = around.parentElement;
  // Lists of zones to choose from stay in the page, hidden.
  const zoned = leavesOf(around, MOST_AROUND).some(
    (one) => ZONE.test(textOf(one) ?? '') && isShown(one),
  );
  const date = day.getAttribute('data-date');
  if (zoned || !date || date !== end.getAttribute('data-date')) return undefined;
  const [starts, ends] = [from, to].map((one) => (one as HTMLInputElement).value ?? textOf(one));
  const pieces = [date, `${starts} – ${ends}`].map((piece) => piece.slice(0, 300));
  return { pieces, language: document.documentElement.lang };
}

function meeting(
  pageId: string,
  title: string | null,
  people: DetectedPerson[],
  expected: number | null = null,
  when?: Detection['shown'],
): Detection {
  const shared = {
    site: googleCalendar.site,
    kind: 'meeting',
    pageId,
    title,
    people,
    ...(when && { shown: when }),
  } as const;
  if (people.length === 0)
    return detection({ ...shared, confidence: 'low', reason: 'no guests on the event' });
  if (expected !== null && expected > people.length)
    return detection({
      ...shared,
      confidence: 'medium',
      reason: `guest list is folded: ${people.length} of ${expected} shown`,
    });
  return detection({ ...shared, confidence: 'high', reason: 'addresses in the guest list' });
}

function popover(document: Document): Detection | null {
  const event = firstShown(document, EVENT);
  const pageId = event?.getAttribute('data-eventid');
  if (event === null || !pageId) return null;
  const dialog = event.closest('[role="dialog"]') ?? event;
  const self = selfOf(document);
  // A row is taken whether or not it is scrolled into view; one that is hidden is a leftover.
  const people = unique(shown(dialog, GUEST).map((row) => guest(row, self)));
  const expected = countIn(textOf(dialog.querySelector(SUMMARY)));
  const title = textOf(dialog.querySelector(TITLE), 500);
  return meeting(pageId, title, people, expected, whenOf(dialog));
}

function editPage(document: Document, url: URL): Detection | null {
  const linked = LINK_PATH.test(url.pathname) ? url.searchParams.get('eid') : null;
  const pageId = EDIT_PATH.exec(url.pathname)?.[1] ?? linked;
  const form = firstShown(document, linked === null ? EDIT : `${EDIT}, [role="main"]`);
  if (!pageId || form === null) return null;
  const self = selfOf(document);
  const input = [...form.querySelectorAll<HTMLInputElement>('input[type="text"]')].find(isShown);
  const title = input?.value ?? textOf(firstShown(form, TITLE));
  // The mark may sit on a part of the page beside the guests, so these are looked for on all of it.
  const people = unique(
    shown(document, EDIT_GUEST)
      .filter((row) => row.closest('[role="listbox"], [role="option"]') === null)
      .map((row) => guest(row, self)),
  );
  return meeting(pageId, line(title, 500), people, null, whenOf(form) ?? editedWhen(document));
}

/** Google Calendar: the popover of an event, which is used anew for each, and the edit page. */
export const googleCalendar: Site = {
  site: 'google-calendar',
  hosts: googleCalendarHosts,
  path: /^\/calendar(\/|$)|^\/$/,
  kind: 'meeting',
  needs: [EVENT, GUEST],
  reads: `[role="dialog"], [role="tree"], [role="list"], [role="banner"], [data-is-create], [role="heading"], ${WHEN}, ${EDIT_WHEN}`,
  // Other dialogs come and go; a link to an event, or a dialog with an event's title, is an event.
  expects: (document, url) =>
    EDIT_PATH.test(url.pathname) ||
    url.searchParams.has('eid') ||
    firstShown(document, '#xDetDlg, #rAECCd') !== null,
  anchor: (document) => firstShown(document, EVENT)?.querySelector(WHEN) ?? null,
  detect: (document, url) => popover(document) ?? editPage(document, url),
};
