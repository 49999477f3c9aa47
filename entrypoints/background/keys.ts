import { browser } from 'wxt/browser';
import { chosen, searchOf, suggestionOf } from '../../lib/address-bar';
import { t } from '../../lib/i18n';
import { want } from '../pages/wanted';
import { knownLike } from './known';
import { openPanel, panelIsOpen } from './panel';

/** Lines that the address bar has room for. */
const mostLines = 6;

async function search(words: string) {
  // In the address bar there is no room to say why memory can't be reached: it just offers nobody.
  const known = await knownLike(words, mostLines).catch(() => []);
  return known.map(({ prospect }) => prospect);
}

/** The window that is typed in, known before Enter: by then nothing may be awaited. */
let typedIn: number | null = null;

/** Where Chrome doesn't take Enter for a gesture, the panel's page opens in the tab. */
async function openInTab(): Promise<void> {
  const url = browser.runtime.getURL('/sidepanel.html');
  await browser.tabs.update({ url });
}

async function openWanted(text: string): Promise<void> {
  const found = await search(searchOf(text));
  const prospect = chosen(text, found);
  if (prospect) await want(prospect, typedIn ?? undefined);
}

/** The keys that open the brief, and the address bar that opens a prospect by name. */
export function answerKeys(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-brief' && tab) void openPanel(tab.windowId);
  });
  browser.omnibox.setDefaultSuggestion({ description: t('omnibox_hint') });
  browser.omnibox.onInputStarted.addListener(() => {
    void browser.windows.getLastFocused().then(({ id }) => {
      typedIn = id ?? null;
    });
  });
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    void search(text).then((found) => suggest(found.map(suggestionOf)));
  });
  browser.omnibox.onInputEntered.addListener((text) => {
    const opening = typedIn === null ? Promise.resolve(false) : openPanel(typedIn);
    void (async () => {
      await openWanted(text);
      if (await opening) return;
      const windowId = typedIn ?? (await browser.windows.getLastFocused()).id;
      if (windowId !== undefined && (await panelIsOpen(windowId))) return;
      await openInTab();
    })();
  });
}
