import { browser } from 'wxt/browser';
import { z } from 'zod';
import { detectionSchema } from '../../lib/detect/detection';
import { patternOf, unreadSchema } from '../../lib/detect/health';
import { withTimes } from '../../lib/detect/when';
import { prospectsOf } from '../../lib/identity/rules';
import type { ChipView, PageContext } from '../../lib/messages';
import { announce } from './announce';
import { chipOf } from './briefs';
import { chipPlaceOn } from './chip-places';
import { inWords } from './chip-words';
import { answer } from './door';
import { meetingSeen } from './due';
import { builtInHosts } from './hosts';
import { activeTab, pageOf, rememberPage, rememberUnread, unreadOf } from './pages';
import { closePanel, openPanel, panelIsOpen } from './panel';
import { pageShows } from './prefetch';
import { settingsNow, settingsRead } from './settings';
import { guestsSeen } from './upnext';

/** What the content scripts say, and what the panel asks about the page in front. */
export function answerPages(): void {
  answer('detected', 'content', detectionSchema.nullable(), ({ data, sender }) => {
    const detection = data && withTimes(data, new Date());
    const tab = sender.tab;
    if (tab?.id === undefined) return null;
    const settings = settingsNow();
    const people = detection ? prospectsOf(detection, settings) : [];
    const meeting = detection?.kind === 'meeting' && people.length > 0;
    const before = meeting ? panelIsOpen(tab.windowId) : null;
    // Before any await: the rep's click on the invite is the gesture that Chrome asks for.
    const opening = meeting && settings.autoOpen ? openPanel(tab.windowId) : null;
    return (async (): Promise<ChipView | null> => {
      pageShows(tab.id as number, detection);
      await rememberPage(tab.id as number, detection);
      if (detection) await rememberUnread(tab.id as number, null);
      void meetingSeen(detection, people);
      void guestsSeen(detection, people);
      announce('page');
      const { chip, autoOpen } = await settingsRead();
      // A worker that was just woken opens it before it knows that the rep doesn't want that.
      const unwanted = (await opening) === true && !autoOpen && !(await before);
      const closed = unwanted && (await closePanel(tab.windowId));
      const open = !closed && ((await opening) || (await panelIsOpen(tab.windowId)));
      const view = chip && !open ? await chipOf(people) : null;
      const place = view ? await chipPlaceOn(sender.url) : undefined;
      return view && { ...inWords(view), ...(place && { place }) };
    })();
  });

  answer('unread', 'content', unreadSchema.nullable(), async ({ data, sender }) => {
    if (sender.tab?.id === undefined) return;
    const address = patternOf(new URL(sender.url ?? 'about:blank'), builtInHosts());
    await rememberUnread(sender.tab.id, data && { ...data, address });
    announce('page');
  });

  answer('openPanel', 'content', z.undefined(), ({ sender }) => {
    if (sender.tab) void openPanel(sender.tab.windowId);
  });

  answer('pageContext', 'page', z.number().int(), async ({ data }): Promise<PageContext> => {
    const tabId = await activeTab(data);
    const detection = tabId === null ? null : await pageOf(tabId);
    const settings = await settingsRead();
    const prospects = detection ? prospectsOf(detection, settings) : [];
    return { tabId, detection, prospects, unread: tabId === null ? null : await unreadOf(tabId) };
  });

  browser.tabs.onActivated.addListener(() => announce('page'));
  browser.tabs.onRemoved.addListener((tabId) => {
    pageShows(tabId, null);
    void rememberPage(tabId, null);
    void rememberUnread(tabId, null);
  });
}
