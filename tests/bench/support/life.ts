import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { allowReloads, extensionIdOf, launch } from '../../../scripts/browser';
import { type AnswerOf, askFrom, type DataOf, leftInOutbox, type MessageName } from './messages';
import { collectUncaught } from './uncaught';

/** What Chrome calls no window. */
const chromeHasNone = -1;

/**
 * A rep's browser over days: the extension in a folder of its own, so that a next version can take
 * its place, and a profile that outlives the browser.
 */
export class Life {
  private context: BrowserContext | null = null;
  private own: Page | null = null;
  private site: Page | null = null;
  private version = 0;
  /** Made of the folder's path, so that it outlives versions and browsers. */
  private id = '';
  readonly uncaught: string[] = [];

  private constructor(
    private readonly folder: string,
    private readonly siteUrl: string,
  ) {}

  /** @param extension the folder of the built extension. @param siteUrl the page that is worked on */
  static async begin(extension: string, siteUrl: string): Promise<Life> {
    const folder = await mkdtemp(path.join(tmpdir(), 'salesmemory-life-'));
    await cp(extension, path.join(folder, 'extension'), { recursive: true });
    return new Life(folder, siteUrl);
  }

  async open(): Promise<void> {
    const extension = path.join(this.folder, 'extension');
    const profile = path.join(this.folder, 'profile');
    this.context = await launch({ extension, profile, headless: true });
    await collectUncaught(this.context, this.uncaught);
    this.id = await extensionIdOf(this.context);
    await allowReloads(this.context);
    await this.openPages();
  }

  private async openPages(): Promise<void> {
    if (!this.context) throw new Error('no browser');
    const own = await this.context.newPage();
    this.own = own;
    // An extension that is just being replaced has no pages yet.
    for (let tries = 0; tries < 40; tries += 1) {
      const there = await own.goto(`chrome-extension://${this.id}/popup.html`).catch(() => null);
      if (there) break;
      await sleep(250);
    }
    this.site ??= await this.context.newPage();
    await this.site.goto(this.siteUrl);
    await this.site.bringToFront();
  }

  /** Stores what an earlier version would have left. */
  async seed(stored: Record<string, unknown>): Promise<void> {
    await this.own?.evaluate((value) => chrome.storage.local.set(value), stored);
  }

  /** Logs that the browser has still to do with. */
  left(): Promise<number> {
    return leftInOutbox(this.own);
  }

  /** Sends a message as a page of the extension does. @throws where no answer comes back */
  ask<Name extends MessageName>(type: Name, data: DataOf<Name>): Promise<AnswerOf<Name>> {
    return askFrom(this.own, type, data);
  }

  /** Opens the meeting of a title on the calendar. @returns who the extension says it is with */
  async openInvite(title: string): Promise<string | null> {
    if (!this.site || !this.own) throw new Error('no page');
    await this.site.keyboard.press('Escape');
    await this.site
      .getByRole('button')
      .filter({ hasText: title })
      .first()
      .click({ timeout: 5_000 });
    const window = await this.own.evaluate(async () => (await chrome.windows.getCurrent()).id);
    for (let tries = 0; tries < 40; tries += 1) {
      const said = await this.ask('pageContext', window ?? chromeHasNone);
      // The guests come after the title.
      const [guest] = said.detection?.title === title ? said.prospects : [];
      if (guest) return guest.email ?? null;
      await sleep(150);
    }
    return null;
  }

  async killWorker(): Promise<void> {
    const session = await this.context?.browser()?.newBrowserCDPSession();
    if (!session) return;
    const { targetInfos } = await session.send('Target.getTargets');
    for (const { type, targetId } of targetInfos) {
      if (type === 'service_worker') await session.send('Target.closeTarget', { targetId });
    }
    await session.detach().catch(() => undefined);
  }

  /** Moves the clock of the worker as it runs, and of the pages, by so many milliseconds. */
  async moveClock(ms: number): Promise<void> {
    const shift = (by: number) => {
      const { now } = Date;
      Date.now = () => now() + by;
    };
    await this.own?.evaluate(shift, ms);
    await this.context?.serviceWorkers()[0]?.evaluate(shift, ms);
  }

  async restart(): Promise<void> {
    await this.close();
    await this.open();
  }

  /** Puts the next version in the place of this one, while the browser runs. */
  async update(): Promise<void> {
    const file = path.join(this.folder, 'extension', 'manifest.json');
    const manifest = JSON.parse(await readFile(file, 'utf8'));
    this.version += 1;
    manifest.version = `0.9.${this.version}`;
    await writeFile(file, JSON.stringify(manifest));
    // The page goes with its version, before it could answer.
    const reload = this.own?.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    await Promise.race([reload, sleep(500)]);
    await this.own?.close().catch(() => undefined);
    await this.openPages();
  }

  async close(): Promise<void> {
    await this.context?.close();
    this.context = null;
    this.own = null;
    this.site = null;
  }

  async end(): Promise<void> {
    await this.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}
