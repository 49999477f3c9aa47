import { browser } from 'wxt/browser';
import { z } from 'zod';
import type { Brief } from '../../lib/brief/types';
import { detectionSchema } from '../../lib/detect/detection';
import { patternOf, unreadSchema } from '../../lib/detect/health';
import { withTimes } from '../../lib/detect/when';
import type { Prospect } from '../../lib/identity/prospect';
import { prospectsOf } from '../../lib/identity/rules';
import { type ChipView, type PageContext, sendMessage } from '../../lib/messages';
import { siteOf } from '../../lib/sender';
import { announce } from './announce';
import { briefAtHand, chipOf } from './briefs';
import { chipPlaceOn } from './chip-places';
import { inWords } from './chip-words';
import { answer, isOnCalendar } from './door';
import { meetingSeen } from './due';
import { builtInHosts } from './hosts';
import { forgetSpeaker, heard } from './late';
import { activeTab, rememberPage, rememberUnread, seenOn } from './pages';
import { closePanel, openPanel, pageIsIn, panelIsOpen } from './panel';
import { pageShows } from './prefetch';
import { settingsNow, settingsRead } from './settings';
import { guestsSeen } from './upnext';

/** Which tab was brought to the front of a window last, since the worker was started. */
const inFront = new Map<number, number>();

/** @returns whether no other tab came to the front since a tab said that it was there. */
const isInFront = (windowId: number, tabId: number) => (inFront.get(windowId) ?? tabId) === tabId;

/** @returns the basic brief of the first of some people, where it is at hand and no model's is wanted. */
async function briefFor([first]: readonly Prospect[]): Promise<Brief | null> {
  const { model } = await settingsRead();
  return first && model.use === 'basic' ? briefAtHand(first) : null;
}

/** Tells the pages of a window what its tab in front is about, sparing them the question. */
async function tellPages(windowId: number, context: PageContext): Promise<void> {
  const shown = { ...context, brief: await briefFor(context.prospects) };
  // Nobody listening is no failure.
  await sendMessage('pageShown', { windowId, context: shown }).catch(() => undefined);
}

/** What the content scripts say, and what the panel asks about the page in front. */
export function answerPages(): void {
  answer('detected', 'content', detectionSchema.nullable(), ({ data, sender }) => {
    const detection = data && withTimes(data, new Date());
    const tab = sender.tab;
    if (tab?.id === undefined || !heard(sender)) return null;
    const settings = settingsNow();
    const people = detection ? prospectsOf(detection, settings) : [];
    const meeting = detection?.kind === 'meeting' && people.length > 0;
    const before = meeting ? panelIsOpen(tab.windowId) : null;
    // Before any await: the rep's click on the invite is the gesture that Chrome asks for.
    const opening = meeting && settings.autoOpen ? openPanel(tab.windowId) : null;
    return (async (): Promise<ChipView | null> => {
      const tabId = tab.id as number;
      pageShows(tabId, detection);
      // A worker that was just woken learns only now who is the rep.
      const read = await settingsRead();
      const prospects = detection ? prospectsOf(detection, read) : [];
      const origin = siteOf(sender);
      const remembered = rememberPage(tabId, detection && { detection, prospects, origin });
      // Before it is stored: whoever asks meanwhile asks the storage after it.
      const told = detection !== null && tab.active && isInFront(tab.windowId, tabId);
      if (told) void tellPages(tab.windowId, { tabId, detection, prospects, unread: null });
      await remembered;
      if (detection) await rememberUnread(tabId, null);
      void meetingSeen(detection, prospects);
      // Ids are the calendar's: no other page says whom its meetings are with.
      if (isOnCalendar(sender)) void guestsSeen(detection, prospects);
      if (!told) announce('page');
      const { chip, autoOpen } = read;
      // A worker that was just woken opens it before it knows that the rep doesn't want that.
      const unwanted = (await opening) === true && !autoOpen && !(await before);
      const closed = unwanted && (await closePanel(tab.windowId));
      const open = !closed && ((await opening) || (await panelIsOpen(tab.windowId)));
      const view = chip && !open ? await chipOf(prospects) : null;
      const place = view ? await chipPlaceOn(sender.url) : undefined;
      return view && { ...inWords(view), ...(place && { place }) };
    })();
  });

  answer('unread', 'content', unreadSchema.nullable(), async ({ data, sender }) => {
    if (sender.tab?.id === undefined) return;
    const address = patternOf(new URL(sender.url ?? 'about:blank'), builtInHosts());
    const unread = data && { ...data, address };
    await rememberUnread(sender.tab.id, unread && { unread, origin: siteOf(sender) });
    announce('page');
  });

  answer('openPanel', 'content', z.undefined(), ({ sender }) => {
    if (sender.tab) void openPanel(sender.tab.windowId);
  });

  answer(
    'pageContext',
    'page',
    z.number().int(),
    async ({ data, sender }): Promise<PageContext> => {
      if (sender.documentId) void pageIsIn(sender.documentId, data);
      const tab = await activeTab(data);
      if (tab === null) return { tabId: null, detection: null, prospects: [], unread: null };
      const tabId = tab.id;
      const [{ detection, unread }, settings] = await Promise.all([seenOn(tab), settingsRead()]);
      const prospects = detection ? prospectsOf(detection, settings) : [];
      return { tabId, detection, prospects, unread, brief: await briefFor(prospects) };
    },
  );

  browser.tabs.onActivated.addListener(({ tabId, windowId }) => {
    inFront.set(windowId, tabId);
    announce('page');
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    forgetSpeaker(tabId);
    pageShows(tabId, null);
    void rememberPage(tabId, null);
    void rememberUnread(tabId, null);
  });
}
