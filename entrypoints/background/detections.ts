import { browser } from 'wxt/browser';
import { z } from 'zod';
import { detectionSchema } from '../../lib/detect/detection';
import { prospectsOf } from '../../lib/identity/rules';
import type { ChipView, PageContext } from '../../lib/messages';
import { announce } from './announce';
import { chipOf } from './briefs';
import { answer } from './door';
import { meetingSeen } from './due';
import { activeTab, pageOf, rememberPage } from './pages';
import { openPanel, panelIsOpen } from './panel';
import { settingsNow, settingsRead } from './settings';

/** What the content scripts say, and what the panel asks about the page in front. */
export function answerPages(): void {
  answer('detected', 'content', detectionSchema.nullable(), ({ data: detection, sender }) => {
    const tab = sender.tab;
    if (tab?.id === undefined) return null;
    const settings = settingsNow();
    const people = detection ? prospectsOf(detection, settings) : [];
    const meeting = detection?.kind === 'meeting' && people.length > 0;
    // Before any await: the rep's click on the invite is the gesture that Chrome asks for.
    const opening = meeting && settings.autoOpen ? openPanel(tab.windowId) : null;
    return (async (): Promise<ChipView | null> => {
      await rememberPage(tab.id as number, detection);
      void meetingSeen(detection, people);
      announce('page');
      const { chip } = await settingsRead();
      const open = (await opening) || (await panelIsOpen(tab.windowId));
      return chip && !open ? chipOf(people) : null;
    })();
  });

  answer('openPanel', 'content', z.undefined(), ({ sender }) => {
    if (sender.tab) void openPanel(sender.tab.windowId);
  });

  answer('pageContext', 'page', z.number().int(), async ({ data }): Promise<PageContext> => {
    const tabId = await activeTab(data);
    const detection = tabId === null ? null : await pageOf(tabId);
    const settings = await settingsRead();
    return { tabId, detection, prospects: detection ? prospectsOf(detection, settings) : [] };
  });

  browser.tabs.onActivated.addListener(() => announce('page'));
  browser.tabs.onRemoved.addListener((tabId) => void rememberPage(tabId, null));
}
