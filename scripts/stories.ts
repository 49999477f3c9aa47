import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { type Story, type StoryName, stories } from '../tests/stories/story-list';
import { findBrowser } from './browser';
import { repository } from './home';

export type Scheme = 'light' | 'dark';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** The width that the popup asks Chrome for, in CSS pixels. */
const popupWidth = 380;

/** How a story is looked at. */
export interface Look {
  scheme: Scheme;
  /** Of the window, in CSS pixels. */
  width: number;
  height?: number;
  /** Draws bars in place of letters, until `lettersBack`. */
  blocks?: boolean;
}

/** Every state of every page in a browser, drawn by the real components. */
export interface StoryStage {
  /**
   * Opens a story on a page that nobody works on, brings it into its state, and hands it on. As many
   * at once as there are pages; who comes later waits.
   */
  at<T>(name: StoryName, look: Look, work: (page: Page) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** @returns the folder that the stories are built into: one for each stage, since two may be open. */
async function buildStories(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'salesmemory-stories-'));
  await build({
    configFile: false,
    root: path.join(repository, 'tests', 'stories'),
    base: '/',
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, cssTarget: 'chrome123' },
  });
  return folder;
}

/** Hands out built files on a port of its own; a page that was opened before has its code at hand. */
async function serve(folder: string): Promise<{ origin: string; close: () => void }> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = path.join(folder, pathname === '/' ? 'index.html' : pathname);
    const body = file.startsWith(folder + path.sep) ? await readFile(file).catch(() => null) : null;
    if (!body) return response.writeHead(404).end();
    // Built files are named by what is in them.
    const age = pathname.startsWith('/assets/') ? 'max-age=3600, immutable' : 'no-store';
    const type = types[path.extname(file)] ?? 'image/png';
    response.writeHead(200, { 'content-type': type, 'cache-control': age }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * Waits until no plain field stands in for a combobox that is being loaded: it has a list of its own, in
 * which no key moves, and a press that begins in it ends in another.
 */
async function comboboxesLoaded(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('.combobox input:not([role="combobox"])') === null,
  );
}

async function bring(page: Page, story: Story): Promise<void> {
  // What is loaded when it is looked at is waited for.
  if (story.shows) await page.locator(`[data-testid="${story.shows}"]`).first().waitFor();
  for (const id of story.clicks ?? []) {
    await comboboxesLoaded(page);
    // Views that aren't shown stay in the page.
    await page.locator(`[data-testid="${id}"]`).filter({ visible: true }).first().click();
  }
  await comboboxesLoaded(page);
  if (story.types) await page.keyboard.type(story.types);
  if (story.brings) await page.locator(`[data-testid="${story.brings}"]`).first().waitFor();
  if (story.keys) await page.locator('[role="combobox"][aria-expanded="true"]').waitFor();
  for (const key of story.keys ?? []) await page.keyboard.press(key);
}

/** Searches wait for the rep to stop typing, answers for a promise: milliseconds that they take. */
const answeredMs = 60;

/** Waits until a story that was brought into its state shows it, where nothing says how it looks then. */
export async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(answeredMs);
}

/** @returns how high a window must be to show all of the page, in CSS pixels. */
export async function heightOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    // The panel fills its window and scrolls inside; the other pages are as high as they are.
    const body = document.querySelector('.panel-body');
    if (!body) return document.body.offsetHeight;
    return Math.max(720, innerHeight + body.scrollHeight - body.clientHeight);
  });
}

/**
 * Replaces every letter by one and the same bar, so that fonts and their drawing don't matter, and
 * takes away the bar of a progress without end, which the browser itself never lets stand still.
 */
async function blocksFor(page: Page, font: string): Promise<void> {
  const content = `@font-face { font-family: Blocks; src: url(${font}); }
                   * { font-family: Blocks !important; font-weight: 400 !important; }
                   progress:indeterminate { visibility: hidden; }`;
  await page.evaluate(async (rules) => {
    const style = document.createElement('style');
    style.id = 'blocks';
    style.textContent = rules;
    document.head.append(style);
    await document.fonts.load('12px Blocks');
  }, content);
}

/** Takes the bars of a look with `blocks` away again. */
export async function lettersBack(page: Page): Promise<void> {
  await page.evaluate(() => document.getElementById('blocks')?.remove());
}

/** @returns hands out the pages of a pool, each to one at a time, in the order they are asked for. */
function inTurns(pages: Page[]) {
  const free = [...pages];
  const waiting: ((page: Page) => void)[] = [];
  return async <T>(work: (page: Page) => Promise<T>): Promise<T> => {
    const page = free.pop() ?? (await new Promise<Page>((take) => waiting.push(take)));
    try {
      return await work(page);
    } finally {
      const next = waiting.shift();
      if (next) next(page);
      else free.push(page);
    }
  };
}

/**
 * Builds the stories and opens a browser for them.
 *
 * @param pixels of the screen for one of CSS
 * @param pages side by side, each with a story of its own
 */
export async function openStories({ pixels = 2, pages = 1 } = {}): Promise<StoryStage> {
  const folder = await buildStories();
  const { origin, close } = await serve(folder);
  const file = path.join(repository, 'tests', 'stories', 'blocks.woff2');
  const font = `data:font/woff2;base64,${(await readFile(file)).toString('base64')}`;
  const browser: Browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: [
      '--no-sandbox',
      '--force-color-profile=srgb',
      // Nothing but the stories is reached.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
    ],
  });
  const opened = await Promise.all(
    Array.from({ length: pages }, async () => {
      // Each in a window of its own: one behind another is drawn late or not at all.
      const context = await browser.newContext({
        deviceScaleFactor: pixels,
        locale: 'en-GB',
        timezoneId: 'UTC',
        reducedMotion: 'reduce',
      });
      return context.newPage();
    }),
  );
  const turn = inTurns(opened);
  return {
    at: (name, { scheme, width, height = 800, blocks = false }, work) =>
      turn(async (page) => {
        await page.emulateMedia({ colorScheme: scheme });
        const least = stories[name].page === 'popup' ? popupWidth : 0;
        await page.setViewportSize({ width: Math.max(width, least), height });
        await page.goto(`${origin}/?story=${name}`);
        await page.locator('#root > *').first().waitFor();
        if (blocks) await blocksFor(page, font);
        await bring(page, stories[name]);
        return work(page);
      }),
    close: async () => {
      await browser.close();
      close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
