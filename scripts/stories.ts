import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { type Story, type StoryName, stories } from '../tests/stories/story-list';
import { findBrowser } from './browser';
import { repository } from './home';

export type Scheme = 'light' | 'dark';

/** Chrome answers this address from the built files: no port is opened, and it counts as secure. */
const origin = 'http://localhost';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** The width that the popup asks Chrome for, in CSS pixels. */
const popupWidth = 380;

/** Every state of every page in a browser, drawn by the real components. */
export interface StoryStage {
  /**
   * Opens a story and brings it into its state.
   *
   * @param width of the window, in CSS pixels
   */
  show(name: StoryName, look: { scheme: Scheme; width: number; height?: number }): Promise<Page>;
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

/** Hands built files to the page; everything else, the network too, is refused. */
async function serve(page: Page, folder: string): Promise<void> {
  await page.route('**', async (route) => {
    const url = new URL(route.request().url());
    const file = path.join(folder, url.pathname === '/' ? 'index.html' : url.pathname);
    const inside = url.origin === origin && file.startsWith(folder + path.sep);
    const body = inside ? await readFile(file).catch(() => null) : null;
    if (!body) return route.abort();
    return route.fulfill({ body, contentType: types[path.extname(file)] ?? 'image/png' });
  });
}

async function bring(page: Page, story: Story): Promise<void> {
  // What is loaded when it is looked at is waited for.
  if (story.shows) await page.locator(`[data-testid="${story.shows}"]`).first().waitFor();
  for (const id of story.clicks ?? []) {
    // Views that aren't shown stay in the page.
    await page.locator(`[data-testid="${id}"]`).filter({ visible: true }).first().click();
  }
  if (story.types) await page.keyboard.type(story.types);
  if (story.brings) await page.locator(`[data-testid="${story.brings}"]`).first().waitFor();
  if (story.keys) {
    // The plain field that stands in for a combobox until that is loaded shows its list, but no key moves in it.
    await page.locator('[role="combobox"][aria-expanded="true"]').waitFor();
  }
  for (const key of story.keys ?? []) await page.keyboard.press(key);
  // Searches wait for the rep to stop typing, answers for a promise.
  await page.waitForTimeout(60);
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
async function blocksFor(page: Page): Promise<void> {
  const font = await readFile(path.join(repository, 'tests', 'stories', 'blocks.woff2'));
  const url = `data:font/woff2;base64,${font.toString('base64')}`;
  await page.addStyleTag({
    content: `@font-face { font-family: Blocks; src: url(${url}); }
              * { font-family: Blocks !important; font-weight: 400 !important; }
              progress:indeterminate { visibility: hidden; }`,
  });
  await page.evaluate(() => document.fonts.load('12px Blocks'));
}

/** Builds the stories and opens a browser for them. `blocks` draws bars in place of letters. */
export async function openStories({ blocks = false } = {}): Promise<StoryStage> {
  const folder = await buildStories();
  const browser: Browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--force-color-profile=srgb'],
  });
  const context = await browser.newContext({
    deviceScaleFactor: blocks ? 1 : 2,
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await serve(page, folder);
  return {
    show: async (name, { scheme, width, height = 800 }) => {
      await page.emulateMedia({ colorScheme: scheme });
      const least = stories[name].page === 'popup' ? popupWidth : 0;
      await page.setViewportSize({ width: Math.max(width, least), height });
      await page.goto(`${origin}/?story=${name}`);
      await page.locator('#root > *').first().waitFor();
      if (blocks) await blocksFor(page);
      await bring(page, stories[name]);
      return page;
    },
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
