import type { Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extensionIdOf, type SidePanel, serviceWorkerOf, sidePanelOf } from '../../scripts/browser';
import { openStage, type Stage, until } from './harness';

const part = (id: string) => `[data-testid="${id}"]`;

const lucas = { name: 'Lucas Moreau', email: 'lucas.moreau@decathlon.example' };
const priya = { name: 'Priya Sharma', email: 'priya.sharma@rentokil.example' };

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage?.close();
});

/** Opens a page of the extension in a tab, which is what the popup is tested in too. */
async function openPage(file: string): Promise<Page> {
  const context = stage.demo.page.context();
  const page = await context.newPage();
  await page.goto(`chrome-extension://${await extensionIdOf(context)}/${file}`);
  return page;
}

const worker = (): Promise<Worker> => serviceWorkerOf(stage.demo.page.context());

/** The side panel, open from the first invite on. */
let panel: SidePanel;

/** Calls the extension's own listeners of an event, as the browser does. */
async function dispatch(event: string, ...args: unknown[]): Promise<void> {
  await (await worker()).evaluate(
    ({ path, given }) => {
      type Dispatching = { dispatch(...values: unknown[]): void };
      const [api = '', name = ''] = path.split('.');
      const apis = chrome as unknown as Record<string, Record<string, Dispatching>>;
      apis[api]?.[name]?.dispatch(...given);
    },
    { path: event, given: args },
  );
}

describe('before any panel is open', () => {
  it('whoever is picked in the popup is whom the panel opens about', async () => {
    const popup = await openPage('popup.html');
    const james = popup.getByTestId('recent-prospect').filter({ hasText: 'James Okafor' });
    await james.waitFor();
    // The real popup is no tab: the tab in front is the same before and after it.
    await stage.demo.page.bringToFront();
    await james.click();
    const opened = await sidePanelOf(stage.demo.page.context());
    await opened.waitFor(part('prospect-name'), { text: 'James Okafor' });
    await opened.close();
  });

  it('every command has its keys: the browser gives none that are its own', async () => {
    const commands = await (await worker()).evaluate(() => chrome.commands.getAll());
    const keys = commands.map(({ name, shortcut }) => [name, shortcut]);
    expect(Object.fromEntries(keys)).toEqual({
      _execute_action: 'Alt+Shift+L',
      'open-brief': 'Alt+Shift+M',
    });
  });

  it('the command opens the panel of the window it was pressed in, at once', async () => {
    // No test can press keys that the browser itself listens to: its listener is called, and what it
    // would open is noted.
    const noted = await (await worker()).evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true });
      const open = chrome.sidePanel.open;
      const windows: unknown[] = [];
      chrome.sidePanel.open = async (options: object) => void windows.push(options);
      const onCommand = chrome.commands.onCommand as unknown as {
        dispatch(command: string, pressedIn: unknown): void;
      };
      onCommand.dispatch('open-brief', tab);
      // Read before anything is awaited: a moment later it would be no gesture any more.
      const atOnce = [...windows];
      chrome.sidePanel.open = open;
      return { atOnce, windowId: tab?.windowId };
    });
    expect(noted.windowId).toBeTypeOf('number');
    expect(noted.atOnce).toEqual([{ windowId: noted.windowId }]);
  });

  it('the address bar opens the chosen one in the tab, where the browser lets no panel open', async () => {
    const page = await stage.demo.page.context().newPage();
    await page.bringToFront();
    await dispatch('omnibox.onInputEntered', `${lucas.name} <${lucas.email}>`, 'currentTab');
    await page.waitForURL('**/sidepanel.html');
    await page.getByTestId('prospect-name').filter({ hasText: lucas.name }).waitFor();
    await page.close();
    await stage.demo.page.bringToFront();
  });
});

describe('by keyboard alone', () => {
  /** Presses Tab until an element has the focus. */
  async function tabTo(id: string): Promise<void> {
    const focused = () =>
      panel.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? '');
    for (let presses = 0; presses < 60; presses += 1) {
      if ((await focused()) === id) return;
      await panel.press('Tab');
    }
    throw new Error(`Tab never comes to ${id}.`);
  }

  it('a call is logged in the popup: whom, what, the outcome, saved', async () => {
    const popup = await openPage('popup.html');
    await expect
      .poll(() => popup.evaluate(() => document.activeElement?.getAttribute('data-testid')))
      .toBe('log-text');
    await popup.keyboard.press('Shift+Tab');
    await popup.keyboard.press('Shift+Tab');
    await popup.keyboard.type('Luc');
    await popup.getByRole('option', { name: lucas.name }).waitFor();
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('Enter');
    await expect.poll(() => popup.getByTestId('log-prospect-email').inputValue()).toBe(lucas.email);
    await popup.keyboard.press('Tab');
    await popup.keyboard.press('Tab');
    await popup.keyboard.type('He is worried about the price of 4 more seats.');
    await popup.keyboard.press('Alt+4');
    await popup.keyboard.press('Control+Enter');
    await popup.locator(`${part('log-state')}[data-state="for_good"]`).waitFor();
    const stored = (await stage.memory.historyOf(lucas)).at(-1);
    expect(stored).toMatchObject({
      summary: 'He is worried about the price of 4 more seats.',
      outcome: 'objection',
    });
    await popup.close();
  });

  it('what was typed in the popup is there again after it was closed', async () => {
    const popup = await openPage('popup.html');
    await popup.getByTestId('log-text').fill('Half a sentence about the');
    await popup.keyboard.press('Alt+6');
    const kept = async () =>
      (await worker()).evaluate(async () => (await chrome.storage.session.get('draft')).draft);
    await until(kept, (draft) => (draft as { outcome?: string } | undefined)?.outcome === 'demo');
    await popup.close();
    const again = await openPage('popup.html');
    await expect
      .poll(() => again.getByTestId('log-text').inputValue())
      .toBe('Half a sentence about the');
    expect(await again.getByTestId('outcome-demo').isChecked()).toBe(true);
    await again.getByTestId('log-text').fill('');
    await until(kept, (draft) => (draft as { summary?: string } | undefined)?.summary === '');
    await again.close();
  });

  it('the reasons of a score and the words behind a claim open in the panel', async () => {
    ({ panel } = await stage.demo.openInvite('Rentokil'));
    await tabTo('ledger-toggle');
    await panel.press('Enter');
    await panel.waitFor(part('ledger-entry'));
    await tabTo('source-toggle');
    await panel.press('Enter');
    await panel.waitFor(part('source'));
  });

  it('a call is logged in the panel', async () => {
    await tabTo('quick-log-toggle');
    await panel.press('Enter');
    await panel.waitFor(part('log-text'));
    const focused = await panel.evaluate(() => document.activeElement?.getAttribute('data-testid'));
    expect(focused).toBe('log-text');
  });
});

describe('a meeting that ended', () => {
  const badge = async () => (await worker()).evaluate(() => chrome.action.getBadgeText({}));

  /** A meeting with Lucas that ended so long ago (ms), which nobody logged. @returns its end. */
  async function ended(ago: number): Promise<number> {
    const end = Date.now() - ago;
    await (await worker()).evaluate(
      async ({ endsAt, person }) => {
        const meeting = { id: 'm1', title: 'Wrap-up', startsAt: null, endsAt, people: [person] };
        await chrome.storage.session.set({ meetings: [meeting] });
        const onAlarm = chrome.alarms.onAlarm as unknown as { dispatch(alarm: object): void };
        onAlarm.dispatch({ name: 'meeting-ends' });
      },
      { endsAt: new Date(end).toISOString(), person: lucas },
    );
    return end;
  }
  const hour = 3_600_000;

  it('asks on the icon for eight hours, and then leaves it to what else there is', async () => {
    const end = await ended(hour);
    await until(badge, (text) => text === '1');
    const alarm = await (await worker()).evaluate(() => chrome.alarms.get('meeting-ends'));
    expect(alarm?.scheduledTime).toBe(end + 8 * hour);
    await (await worker()).evaluate(() => chrome.storage.session.set({ 'digest:due': true }));
    await ended(8 * hour);
    await until(badge, (text) => text === '7d');
    await (await worker()).evaluate(() => chrome.storage.session.remove('digest:due'));
  });

  it('asks on the icon for its log, is offered in the popup, and asks no more once logged', async () => {
    await ended(60_000);
    await until(badge, (text) => text === '1');
    const popup = await openPage('popup.html');
    // The page in front is about nobody: the log is about the meeting that just ended.
    await expect.poll(() => popup.getByTestId('log-prospect-name').inputValue()).toBe(lucas.name);
    await popup.getByTestId('log-text').fill('Wrap-up went well. He will call on Monday.');
    await popup.keyboard.press('Control+Enter');
    await popup.locator(`${part('log-state')}[data-state="for_good"]`).waitFor();
    await until(badge, (text) => text === '');
    await popup.close();
  });
});

describe('the address bar', () => {
  it('offers prospects by name and opens the one that is chosen', async () => {
    // The page in front is the invite again: a panel follows it, and would leave whom it was asked for.
    await stage.demo.page.bringToFront();
    await panel.waitFor(part('prospect-name'), { text: priya.name });
    const offered = await (await worker()).evaluate(
      (text) =>
        new Promise<{ content: string; description: string }[]>((resolve) => {
          const onInput = chrome.omnibox.onInputChanged as unknown as {
            dispatch(text: string, suggest: (found: never[]) => void): void;
          };
          onInput.dispatch(text, resolve);
        }),
      'Sarah',
    );
    expect(offered.map(({ content }) => content).sort()).toHaveLength(2);
    const chosen = offered.find(({ content }) => content.includes('contoso'))?.content ?? '';
    await (await worker()).evaluate((text) => {
      const onEntered = chrome.omnibox.onInputEntered as unknown as {
        dispatch(text: string, disposition: string): void;
      };
      onEntered.dispatch(text, 'currentTab');
    }, chosen);
    // The open panel shows whom the rep asked for, whatever the page is about.
    await panel.waitFor(part('prospect-name'), { text: 'Sarah Chen' });
    await panel.waitFor('.who', { text: 'contoso' });
    // Where a panel is open, the rep's own tab is left alone.
    expect(stage.demo.page.url()).toMatch(/^http:/);
  });
});

describe('the options', () => {
  it('take the sample deals out of memory, and nothing else, and put them back', async () => {
    const own = {
      id: 'own-log',
      at: new Date().toISOString(),
      outcome: 'none',
      summary: 'My own words about Priya.',
      prospect: priya.name,
      email: priya.email,
      type: 'call_log',
    } as const;
    await stage.memory.storeMany([own]);
    const before = (await stage.memory.historyOf(priya)).length;
    const options = await openPage('options.html');
    await options.getByTestId('samples-remove').click();
    await options.locator(`${part('samples-said')}[data-kind="good"]`).waitFor();
    const left = await stage.memory.historyOf(priya);
    expect(left.map(({ id }) => id)).toEqual(['own-log']);
    await options.getByTestId('samples-load').click();
    await options.getByTestId('samples-said').filter({ hasText: 'stored' }).waitFor();
    expect(await stage.memory.historyOf(priya)).toHaveLength(before);
    await options.close();
  });

  it('a look that was chosen holds on every page, and diagnostics name no key', async () => {
    const options = await openPage('options.html');
    await options.emulateMedia({ colorScheme: 'light' });
    await options.getByTestId('theme-dark').click();
    const background = () =>
      options.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await expect.poll(background).toBe('rgb(22, 24, 29)');
    await options.getByTestId('diagnose').click();
    await options.getByTestId('diagnostics-open').click();
    const text = await options.getByTestId('diagnostics').textContent();
    expect(text).toContain('memory answers');
    expect(text).not.toContain(stage.hindsight.apiKey);
    await options.close();
  });
});

describe('a panel that opens', () => {
  interface FirstDraw {
    /** How many of the parts were on the screen before the panel's own code had run. */
    early: number;
    /** Of each, whether the panel's own code drew the same, and at the same place. */
    same: boolean[];
    still: boolean[];
  }

  const firstParts = ['.who', '.health', '.action', '.risk', '.log-drawer'];

  /** Looks at each frame, as a rep does: what a page holds before its styles are there is on no screen. */
  function noteFirstDraw(parts: string[]): void {
    const drawn: FirstDraw = { early: 0, same: [], still: [] };
    Object.assign(globalThis, { drawn });
    const found = (panel: string) =>
      parts.flatMap((part) => [...document.querySelectorAll(`${panel} ${part}`)]);
    const placeOf = (part: Element) => JSON.stringify(part.getBoundingClientRect());
    let early: Element[] = [];
    let places: string[] = [];
    const look = () => {
      const now = found('.panel[inert]');
      if (drawn.early === 0 && now.length > 0) {
        drawn.early = now.length;
        places = now.map(placeOf);
        early = now.map((part) => part.cloneNode(true) as Element);
      }
      const own = found('.panel:not([inert])');
      if (own.length === 0) return requestAnimationFrame(look);
      drawn.same = own.map((part, index) => part.isEqualNode(early[index] ?? null));
      drawn.still = own.map((part, index) => placeOf(part) === places[index]);
    };
    requestAnimationFrame(look);
  }

  /** Opens the panel's page in a tab, about somebody who was asked for. */
  async function openAbout(page: Page, prospect: typeof lucas): Promise<void> {
    // Left first, or the page that is there would take whoever is asked for.
    await page.goto('about:blank');
    await (await worker()).evaluate(
      (wanted) => chrome.storage.session.set({ wanted: { prospect: wanted, at: Date.now() } }),
      prospect,
    );
    const id = await extensionIdOf(page.context());
    await page.goto(`chrome-extension://${id}/sidepanel.html`);
  }

  it('draws the session’s last brief before anybody has answered it', async () => {
    // The side panel would take them too. The invite's tab stays behind this one, and opens none.
    const page = await stage.demo.page.context().newPage();
    await panel.close();
    await openAbout(page, lucas);
    // Whom it was asked for is taken once it is on the screen; left earlier, it would take the next one's.
    const name = page.getByTestId('prospect-name').filter({ hasText: lucas.name });
    await name.waitFor();
    const kept = async () =>
      (await worker()).evaluate(async () =>
        JSON.stringify(await chrome.storage.session.get('briefs')),
      );
    await until(kept, (briefs) => briefs.includes(lucas.email));
    await page.addInitScript(() => {
      if (!globalThis.chrome?.runtime) return;
      Object.assign(chrome.runtime, { sendMessage: () => new Promise(() => {}) });
    });
    await page.addInitScript(noteFirstDraw, firstParts);
    const open = async () => {
      await openAbout(page, lucas);
      await name.waitFor();
      await page.locator('.panel:not([inert])').getByTestId('recommended-action').waitFor();
      // It is there before the frame in which it is looked at.
      await page.waitForFunction(
        () => (globalThis as unknown as { drawn: FirstDraw }).drawn.same.length > 0,
      );
      return page.evaluate(() => (globalThis as unknown as { drawn: FirstDraw }).drawn);
    };
    // A busy machine may give no frame before the panel's own code runs: then there is nothing to compare.
    const { early, same, still } = await until(open, (drawn) => drawn.early > 0);
    // The head's script drew its top; the panel's own code drew the very same over it, in its place.
    expect(early).toBe(firstParts.length);
    expect(same).toEqual(firstParts.map(() => true));
    expect(still).toEqual(firstParts.map(() => true));
    // It isn't of this moment, and says so.
    await page.getByTestId('read-at').waitFor();
    await page.close();
  });

  it('starts all the same where what the session holds can’t be read at first', async () => {
    const page = await stage.demo.page.context().newPage();
    await page.addInitScript(() => {
      const session = globalThis.chrome?.storage?.session;
      if (!session) return;
      const real = session.get.bind(session);
      const unreadable = () => Promise.reject(new Error('unreadable'));
      Object.assign(session, { get: unreadable });
      // What the panel's own code asks for, once it is loaded, is there.
      new MutationObserver((_, observer) => {
        if (!document.querySelector('script[type="module"]')) return;
        observer.disconnect();
        Object.assign(session, { get: real });
      }).observe(document, { childList: true, subtree: true });
    });
    await openAbout(page, lucas);
    await page.locator('.panel:not([inert])').waitFor();
    await page.close();
  });
});
