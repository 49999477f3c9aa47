import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { allowReloads, extensionIdOf } from '../../scripts/browser';
import { type DetectBrowser, openDetectBrowser, said } from '../../scripts/detect-page';
import { extensionFolder } from '../../scripts/extension';
import { fixtureFolders, fixtureNow, fixturesOf } from '../unit/detect/load';
import { until } from './harness';
import { type Recorder, startRecorder } from './recorder';

const fixtures = fixtureFolders().flatMap(fixturesOf);
const fixture = (name: string) => {
  const found = fixtures.find((one) => one.name === name);
  if (!found) throw new Error(`no fixture ${name}`);
  return found;
};

/** Pages that show dates without their year can be told for a year around the day they show. */
const yearsOn = Math.abs(new Date().getFullYear() - fixtureNow.getFullYear()) > 1;

/** Sites that the extension doesn't know by itself: the rep switches them on. */
const switchedOn = [
  ...new Set(
    fixtures
      .filter(({ name }) => name.startsWith('crm/') || name.startsWith('odoo/'))
      .map(({ url }) => `${url.protocol}//${url.hostname}/*`),
  ),
].filter((pattern) => !pattern.includes('odoo.com'));

interface Said {
  pageId: string;
  people: { name: string | null; email: string | null }[];
}

describe('saved pages at their real addresses, in a real browser', () => {
  let browser: DetectBrowser;
  let requests: Recorder;
  let page: Page | undefined;

  beforeAll(async () => {
    // The browser prepares connections even for pages that are answered here.
    requests = await startRecorder(fixtures.map(({ url }) => url.origin));
    browser = await openDetectBrowser({
      proxy: requests.url,
      extension: extensionFolder('production'),
      alsoOn: switchedOn,
    });
  });
  afterEach(async () => {
    await page?.close();
    page = undefined;
  });
  afterAll(async () => {
    await browser?.close();
    await requests?.close();
  });

  it.each(fixtures)('$name', async ({ url, html, expected }) => {
    // Where nobody is to be found, waiting longer proves little; where somebody is, it costs nothing.
    const firstWordMs = expected === null ? 1_000 : 8_000;
    const found = await browser.detect(url.href, html, { firstWordMs, quietMs: 200 });
    const untold = yearsOn && expected && { startsAt: null, endsAt: null };
    expect(found).toEqual(untold ? { ...expected, ...untold } : expected);
  });

  describe('as the page changes', () => {
    const heard = async () => (await said(await browser.worker())) as Said | null;
    const names = async () => (await heard())?.people.map(({ email }) => email) ?? null;

    const panels = async () =>
      (await browser.worker()).evaluate(
        async () =>
          (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] as never })).length,
      );

    /** An open panel says what a chip would. */
    const closePanels = async () => {
      await (await browser.worker()).evaluate(async () => {
        for (const { id } of await chrome.windows.getAll()) {
          await chrome.sidePanel.close({ windowId: id as number }).catch(() => undefined);
        }
      });
      await until(panels, (open) => open === 0);
    };

    const open = async (name: string) => {
      await (await browser.worker()).evaluate(() => chrome.storage.session.clear());
      const { url, html } = fixture(name);
      page = await browser.open(url.href, html);
      return page;
    };

    it('the popover is read anew when it is used anew, as guests arrive, and until it closes', async () => {
      const tab = await open('google-calendar/popover-de');
      await until(names, (found) => found?.length === 3);
      await tab.evaluate(() => {
        const event = document.querySelector('#xDetDlg') as HTMLElement;
        event.dataset.eventid = btoa('another rep@salesmemory.example');
        event.querySelector('#rAECCd')?.replaceChildren('Zweites Treffen');
        event.querySelector('[role="tree"]')?.replaceChildren();
      });
      await until(heard, (found) => found?.people.length === 0);
      await tab.evaluate(() => {
        const row = document.createElement('div');
        row.setAttribute('role', 'treeitem');
        row.setAttribute('data-email', 'late@guest.example');
        document.querySelector('#xDetDlg [role="tree"]')?.append(row);
      });
      await until(names, (found) => found?.join() === 'late@guest.example');
      await tab.evaluate(() => {
        const dialogs = document.querySelectorAll<HTMLElement>('[role="dialog"]');
        for (const dialog of dialogs) dialog.style.display = 'none';
      });
      await until(names, (found) => found === null);
    });

    it('a chip that was dragged stands where it was put, on each page of that site', async () => {
      await closePanels();
      await open('hubspot/contact');
      const place = async () => {
        const box = await page?.evaluate(() => ({
          width: document.documentElement.clientWidth,
          height: document.documentElement.clientHeight,
        }));
        if (!box) throw new Error('no page');
        return box;
      };
      const isChipAt = (x: number, y: number) =>
        page?.evaluate(
          ([left, top]) =>
            document.elementFromPoint(left as number, top as number)?.parentElement ===
              document.documentElement &&
            document.elementFromPoint(left as number, top as number)?.localName === 'div',
          [x, y],
        ) ?? Promise.resolve(false);
      const { width, height } = await place();
      await until(
        () => isChipAt(width - 90, height - 30),
        (there) => there,
      );
      await page?.mouse.move(width - 110, height - 30);
      await page?.mouse.down();
      await page?.mouse.move(width - 210, height - 130, { steps: 4 });
      await page?.mouse.up();
      const places = async () =>
        (await browser.worker()).evaluate(
          async () => (await chrome.storage.local.get('chipPlaces')).chipPlaces,
        );
      const kept = await until(places, (found) => found !== undefined);
      expect(kept).toEqual({ 'app-eu1.hubspot.com': { right: 176, bottom: 116 } });
      await page?.close();
      await open('hubspot/deal');
      await until(
        () => isChipAt(width - 190, height - 130),
        (there) => there,
      );
    });

    it('a record that names nobody is said to be unreadable, without a word of it', async () => {
      await open('hubspot/loading');
      const unread = async () =>
        (await browser.worker()).evaluate(async () => {
          const kept = await chrome.storage.session.get(null);
          const key = Object.keys(kept).find((one) => one.startsWith('unread:'));
          return key ? (kept[key] as { unread: object }).unread : null;
        });
      const problem = await until(unread, (found) => found !== null);
      expect(problem).toMatchObject({
        site: 'hubspot',
        address: '*.hubspot.com/contacts/*/record/*/*',
      });
      expect(JSON.stringify(problem)).toContain('highlightTitle');
      await page?.evaluate(() => {
        const name = document.createElement('span');
        name.dataset.seleniumTest = 'highlightTitle';
        name.textContent = 'Ann Late';
        document.body.append(name);
      });
      await until(unread, (found) => found === null);
      expect((await heard())?.people[0]?.name).toBe('Ann Late');
    });

    it('an update of the extension reaches the open tab, and the old script stops quietly', async () => {
      const tab = await open('hubspot/contact');
      await until(heard, (found) => found !== null);
      const errors: string[] = [];
      tab.on('pageerror', (error) => errors.push(error.message));
      tab.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
      await allowReloads(browser.context);
      const gone = browser.context.waitForEvent('serviceworker');
      await (await browser.worker()).evaluate(() => chrome.runtime.reload()).catch(() => undefined);
      const worker = await gone;
      const found = () => said(worker) as Promise<Said | null>;
      await until(found, (one) => one !== null);
      await tab.evaluate(() => {
        for (const name of document.querySelectorAll('[data-selenium-test="highlightTitle"]'))
          name.textContent = 'Somebody New';
      });
      await until(found, (one) => one?.people[0]?.name === 'Somebody New');
      expect(errors).toEqual([]);
    });

    it('a click on an invite opens no panel where the rep doesn’t want that', async () => {
      const set = async (autoOpen: boolean) =>
        (await browser.worker()).evaluate(
          (value) => chrome.storage.local.set({ settings: { autoOpen: value } }),
          autoOpen,
        );
      await set(false);
      const tab = await open('google-calendar/popover-de');
      await tab.evaluate(() => {
        const dialog = document.querySelector('#xDetDlg')?.parentElement as HTMLElement;
        dialog.style.display = 'none';
        const event = document.createElement('button');
        event.id = 'event';
        event.textContent = 'Demo';
        event.addEventListener('click', () => {
          dialog.style.display = '';
        });
        document.body.prepend(event);
      });
      await until(names, (found) => found === null);
      await tab.click('#event');
      await tab.locator('#xDetDlgWhen + div').waitFor();
      expect(await panels()).toBe(0);
    });

    it('the chip stands in the event, and a press on it is none of the page’s business', async () => {
      await closePanels();
      const tab = await open('google-calendar/popover-de');
      const chip = tab.locator('#xDetDlgWhen + div');
      await chip.waitFor();
      await tab.evaluate(() => {
        const page = window as unknown as { presses: number };
        page.presses = 0;
        for (const type of ['pointerdown', 'mousedown', 'click'])
          document.addEventListener(type, () => {
            page.presses += 1;
          });
      });
      await chip.click();
      expect(await tab.evaluate(() => (window as unknown as { presses: number }).presses)).toBe(0);
      await until(panels, (open) => open === 1);
    });
  });
});

describe('a site that the rep switches on', () => {
  const { url, html, expected } = fixture('odoo/contact-own-host');
  const pattern = `${url.protocol}//${url.hostname}/*`;
  let home: string;
  let browser: DetectBrowser;

  beforeAll(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'salesmemory-sites-'));
  });
  beforeEach(async () => {
    browser = await openDetectBrowser({
      extension: extensionFolder('production'),
      allowed: [pattern],
      home,
    });
  });
  afterEach(async () => {
    await browser?.close();
  });
  afterAll(async () => {
    await rm(home, { recursive: true, force: true });
  });

  const options = async () => {
    const page = await browser.context.newPage();
    await page.goto(`chrome-extension://${await extensionIdOf(browser.context)}/options.html`);
    return page;
  };
  const found = async () => said(await browser.worker());

  it('is read from then on, also in the tab that is open', async () => {
    const tab = await browser.open(url.href, html);
    const page = await options();
    expect(await found()).toBeNull();
    await page.evaluate(
      (data) => chrome.runtime.sendMessage({ type: 'useSite', data, timestamp: Date.now() }),
      pattern,
    );
    await until(found, (one) => one !== null);
    expect(await found()).toEqual(expected);
    await tab.close();
  });

  it('is read after a restart, until the rep takes it back', async () => {
    const worker = await browser.worker();
    // The steps of a first run come before the list of sites.
    await worker.evaluate(() => chrome.storage.local.set({ settings: { firstRunDone: true } }));
    expect(await browser.detect(url.href, html, { firstWordMs: 10_000 })).toEqual(expected);
    const tab = await browser.open(url.href, html);
    await until(found, (one) => one !== null);
    const page = await options();
    await page.getByText(url.hostname, { exact: true }).waitFor();
    await page.getByTestId('site-leave').click();
    await until(found, (one) => one === null);
    await tab.close();
    expect(await browser.detect(url.href, html)).toBeNull();
  });
});
