import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { fail } from '../say';

/** The id that the manifest states, and the host that this profile gives it, which is random else. */
const extensionId = 'salesmemory@salesmemory.example';
const host = '5a1e5a1e-0000-4000-8000-000000000001';

const patienceMs = 20_000;

function findFirefox(): string {
  const names = ['firefox-esr', 'firefox', 'firefox-developer-edition'];
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const files = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const found = files.find((file) => fs.existsSync(file));
  if (!found) fail('No Firefox was found.', 'On Debian: apt-get install firefox-esr');
  return found;
}

/**
 * Opens one of the extension's pages. Firefox moves it into the process of extensions while it
 * loads, and says of the tab's first document that it failed.
 */
async function openPage(browser: Browser, file: string): Promise<Page> {
  const blank = await browser.newPage();
  const address = `moz-extension://${host}/${file}`;
  blank.goto(address, { timeout: patienceMs }).catch(() => undefined);
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(100)) {
    for (const page of await browser.pages()) {
      const at = await Promise.race([
        page.evaluate(() => location.href).catch(() => ''),
        sleep(1_000).then(() => ''),
      ]);
      if (at.startsWith(address)) return page;
    }
  }
  fail(`Firefox didn't open ${file}.`);
}

async function holds(page: Page, what: string, test: () => boolean): Promise<void> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(100)) {
    if (await page.evaluate(test).catch(() => false)) return;
  }
  const shown = await page.evaluate(() => document.body.textContent?.slice(0, 400));
  fail(`In Firefox, ${what}: no.`, `Shown: ${shown}`);
}

/**
 * The packed extension in a real Firefox: the sidebar draws, the popup takes a log and keeps it, the
 * options draw.
 *
 * @param archive the packed build
 * @returns the browser's name and version
 * @throws (through `fail`) with what doesn't hold
 */
export async function tryInFirefox(archive: string): Promise<string> {
  const profile = await mkdtemp(path.join(tmpdir(), 'salesmemory-firefox-'));
  const folder = path.join(profile, 'extension');
  const unpacked = spawnSync('python3', ['-m', 'zipfile', '-e', archive, folder]);
  if (unpacked.status !== 0) fail(`${archive} could not be unpacked.`);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: true,
    env: { ...process.env, HOME: profile },
    // Pages of extensions are otherwise closed to automation.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: host }),
    },
  });
  try {
    await browser.installExtension(folder);
    const sidebar = await openPage(browser, 'sidepanel.html');
    await holds(sidebar, 'the sidebar draws', () =>
      Boolean(document.querySelector('[data-testid="empty-state"]')),
    );
    const options = await openPage(browser, 'options.html');
    await holds(options, 'the options draw', () => Boolean(document.querySelector('main h1')));
    const popup = await openPage(browser, 'popup.html');
    await holds(popup, 'the popup draws', () =>
      Boolean(document.querySelector('[data-testid="log-text"]')),
    );
    for (const [field, text] of [
      ['log-prospect-name', 'Ada Lovelace'],
      ['log-text', 'She asked for the numbers of last year.'],
    ] as const) {
      await popup.click(`[data-testid="${field}"]`);
      await popup.keyboard.type(text);
    }
    await popup.click('[data-testid="log-save"]');
    await holds(popup, 'a log is kept', () =>
      Boolean(document.querySelector('[data-testid="log-state"][data-state]')),
    );
    return await browser.version();
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
}
