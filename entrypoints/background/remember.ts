import { browser } from 'wxt/browser';
import { t } from '../../lib/i18n';
import type { Prospect } from '../../lib/identity/prospect';
import { prospectSchema } from '../../lib/identity/prospect';
import { prospectsOf } from '../../lib/identity/rules';
import { newId } from '../../lib/memory/id';
import { noteOf, passageOf, type Remembering, rememberKey } from '../../lib/remember';
import { answer } from './door';
import { saveLog } from './logs';
import { withMemory } from './memory';
import { pageOf } from './pages';
import { openPanel } from './panel';
import { settingsRead } from './settings';

const menuId = 'remember';

async function keep(state: Remembering): Promise<void> {
  await browser.storage.session.set({ [rememberKey]: state });
}

type Asking = Extract<Remembering, { state: 'asking' }>;

async function save(asking: Asking, prospect: Prospect): Promise<void> {
  const { passage, attempt } = asking;
  const saved = await saveLog({
    ...attempt,
    prospect,
    summary: noteOf(passage),
    outcome: 'none',
    type: 'note',
    url: passage.url,
  });
  // A passage that could not be kept stays to be tried again.
  if (saved.ok) await keep({ state: 'done', id: saved.id, name: prospect.name });
  else await keep(asking);
}

/**
 * @returns who somebody on a page is, where that is certain: an address, or a name that the rep said whom
 * it means, or that nobody else has. Null where it is for the rep to say, as where memory is away.
 */
async function certain(named: Prospect, pageId: string): Promise<Prospect | null> {
  if (named.email) return named;
  const who = await withMemory((memory) => memory.whoIs(named, pageId));
  return who.ok && (who.decided || who.namesakes.length === 0) ? who.person : null;
}

/** Saves at once where the page is about one person for certain; else the panel asks about whom. */
async function remember(asking: Asking, tabId: number | undefined): Promise<void> {
  const detection =
    tabId === undefined ? null : await pageOf({ id: tabId, url: asking.passage.url });
  const people = detection ? prospectsOf(detection, await settingsRead()) : [];
  const [only, ...others] = people;
  const sure =
    detection && only && others.length === 0 ? await certain(only, detection.pageId) : null;
  if (sure) await save(asking, sure);
  else await keep(asking);
}

async function waitingPassage(): Promise<Asking | null> {
  const stored = (await browser.storage.session.get(rememberKey))[rememberKey];
  const state = stored as Remembering | undefined;
  return state?.state === 'asking' ? state : null;
}

/** "Remember this" on a selection of any page, and the panel's answer about whom it is. */
export function answerRemember(): void {
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({
      id: menuId,
      title: t('menu_remember'),
      contexts: ['selection'],
    });
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== menuId || !tab) return;
    // Before any await: the click on the menu is the gesture.
    void openPanel(tab.windowId);
    const passage = passageOf(info.selectionText ?? '', tab.title ?? '', info.pageUrl ?? '');
    const attempt = { id: newId(), at: new Date().toISOString() };
    if (passage) void remember({ state: 'asking', passage, attempt }, tab.id);
  });
  answer('rememberAbout', 'page', prospectSchema, async ({ data }) => {
    const asking = await waitingPassage();
    if (asking) await save(asking, data);
  });
}
