import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page, Worker } from 'playwright-core';
import { type TabPages, tabPagesKey } from '../entrypoints/pages/tabPages';
import { anySiteScript } from '../lib/detect/any-site';
import { type Detection, detectionSchema } from '../lib/detect/detection';
import { launch, serviceWorkerOf } from './browser';

/** A browser with the extension that shows saved pages at their real addresses. */
export interface DetectBrowser {
  /**
   * Shows a page at an address and waits for what the content script says.
   *
   * @param patience how long to wait for its first word, and how long a silence ends it (ms)
   * @returns the last it said; null where it found nobody.
   */
  detect(url: string, html: string, patience?: Partial<Patience>): Promise<Detection | null>;
  /** Shows a page at an address, in a tab that stays. */
  open(url: string, html: string): Promise<Page>;
  context: BrowserContext;
  worker(): Promise<Worker>;
  close(): Promise<void>;
}

/** How long to wait for a page's script (ms). */
interface Patience {
  firstWordMs: number;
  quietMs: number;
}

const patient: Patience = { firstWordMs: 2_500, quietMs: 400 };

/**
 * The built extension with the script for any site switched on for more addresses, as the rep does
 * with a click in the popup; a browser without a screen has nobody to click.
 */
async function withSites(
  extension: string,
  folder: string,
  { alsoOn, allowed }: { alsoOn: string[]; allowed: string[] },
): Promise<string> {
  const copy = path.join(folder, 'extension');
  await cp(extension, copy, { recursive: true });
  const file = path.join(copy, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest.host_permissions = [...(manifest.host_permissions ?? []), ...alsoOn, ...allowed];
  if (alsoOn.length > 0) manifest.content_scripts.push({ matches: alsoOn, js: [anySiteScript] });
  await writeFile(file, JSON.stringify(manifest));
  return copy;
}

/** What a tab is about, as the background remembers it. */
export async function said(worker: Worker): Promise<unknown> {
  return worker.evaluate(async (key) => {
    const { [key]: pages = {} } = await chrome.storage.session.get<Record<string, TabPages>>(key);
    const [page] = Object.values(pages);
    return page?.detection ?? null;
  }, tabPagesKey);
}

async function settled(
  worker: Worker,
  { firstWordMs, quietMs }: Patience,
): Promise<Detection | null> {
  const until = Date.now() + firstWordMs;
  let last = JSON.stringify(await said(worker));
  while (last === 'null' && Date.now() < until) {
    await sleep(50);
    last = JSON.stringify(await said(worker));
  }
  for (let quiet = 0; quiet < quietMs; quiet += 50) {
    await sleep(50);
    const now = JSON.stringify(await said(worker));
    if (now !== last) quiet = 0;
    last = now;
  }
  return detectionSchema.nullable().parse(JSON.parse(last));
}

async function show(context: BrowserContext, url: string, html: string): Promise<Page> {
  const page = await context.newPage();
  await page.route('**/*', (route) => {
    const wanted = new URL(route.request().url());
    wanted.hash = '';
    const shown = new URL(url);
    shown.hash = '';
    // Nothing but the page itself exists: a saved page must not reach the real site.
    if (wanted.href !== shown.href) return route.abort();
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
  });
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  return page;
}

/**
 * Starts a browser for saved pages.
 *
 * @param options.extension the folder of the built extension
 * @param options.alsoOn match patterns of sites that the rep switched on
 * @param options.allowed match patterns of sites that the rep allowed, and nothing more
 * @param options.home a folder for the browser's profile that is kept; else it is thrown away
 */
export async function openDetectBrowser(options: {
  extension: string;
  alsoOn?: string[];
  allowed?: string[];
  home?: string;
  proxy?: string;
}): Promise<DetectBrowser> {
  const folder = options.home ?? (await mkdtemp(path.join(tmpdir(), 'salesmemory-detect-')));
  const { alsoOn = [], allowed = [] } = options;
  const extension =
    alsoOn.length + allowed.length === 0
      ? options.extension
      : await withSites(options.extension, folder, { alsoOn, allowed });
  const profile = path.join(folder, 'profile');
  const context = await launch({
    extension,
    profile,
    headless: true,
    ...(options.proxy ? { proxy: options.proxy } : {}),
  });
  const worker = await serviceWorkerOf(context);
  return {
    context,
    worker: () => serviceWorkerOf(context),
    open: (url, html) => show(context, url, html),
    detect: async (url, html, patience = {}) => {
      await worker.evaluate(() => chrome.storage.session.clear());
      const page = await show(context, url, html);
      try {
        return await settled(worker, { ...patient, ...patience });
      } finally {
        await page.close();
      }
    },
    close: async () => {
      await context.close();
      if (!options.home) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** @returns whether a content script of the built extension runs at an address by itself. */
export async function servedByBuild(extension: string, url: string): Promise<boolean> {
  const manifest = JSON.parse(await readFile(path.join(extension, 'manifest.json'), 'utf8'));
  const { hostname } = new URL(url);
  const matches = (manifest.content_scripts as { matches: string[] }[]).flatMap(
    (one) => one.matches,
  );
  return matches.some((pattern) => {
    const host = /^\w+:\/\/([^/]+)\//.exec(pattern)?.[1] ?? '';
    return host.startsWith('*.')
      ? hostname === host.slice(2) || hostname.endsWith(host.slice(1))
      : hostname === host;
  });
}
