import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../../scripts/browser';

/** A browser of its own, that shows written pages at real addresses. */
export interface PlainBrowser {
  open(url: string, html: string): Promise<Page>;
  close(): Promise<void>;
}

/**
 * Starts a browser with one extension, or with none: the same page at the same address in both shows
 * what the extension adds, and nothing else. @param extension the folder of an unpacked one
 */
export async function openPlainBrowser(extension: string | null): Promise<PlainBrowser> {
  const profile = await mkdtemp(path.join(tmpdir(), 'salesmemory-plain-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findBrowser(),
    headless: false,
    chromiumSandbox: false,
    args: [
      '--headless=new',
      '--disable-gpu',
      ...(extension
        ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]
        : []),
    ],
  });
  const close = async () => {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  };
  try {
    if (extension && context.serviceWorkers().length === 0) {
      await context.waitForEvent('serviceworker', { timeout: 15_000 });
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    open: async (url, html) => {
      const page = await context.newPage();
      await page.route(/^https?:/, (route) =>
        route.request().isNavigationRequest()
          ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
          : route.abort(),
      );
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return page;
    },
    close,
  };
}
