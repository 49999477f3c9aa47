import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { extensionIdOf } from '../../scripts/browser';
import { type DetectBrowser, openDetectBrowser, said } from '../../scripts/detect-page';
import { extensionFolder } from '../../scripts/extension';
import { fixtureFolders, fixturesOf } from '../unit/detect/load';
import { until } from './harness';

/**
 * "Use on this site" in the built extension as it ships: what the rep wants is said by the popup's
 * message, and Chrome's question, which no automation can answer, is answered where Chrome keeps the
 * answer, in the profile of a browser that is closed.
 */
const fixture = fixtureFolders()
  .flatMap(fixturesOf)
  .find(({ name }) => name === 'crm/contact');
if (!fixture) throw new Error('no page of a CRM');
const { url, html, expected } = fixture;
const pattern = `${url.protocol}//${url.hostname}/*`;

let home: string;
let browser: DetectBrowser;

/** A browser that has only just been started is slow to its first page. */
const firstWordMs = 15_000;

const open = async () => {
  // Where a test is tried again, its browser still holds the profile.
  await browser?.close();
  browser = await openDetectBrowser({ extension: extensionFolder('production'), home });
};
const inWorker = async <T>(work: (pattern: string) => Promise<T>): Promise<T> =>
  (await browser.worker()).evaluate(work, pattern);
const held = () => inWorker((one) => chrome.permissions.contains({ origins: [one] }));
const registered = () =>
  inWorker(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches ?? []),
  );
const found = async () => said(await browser.worker());

/** Writes that the rep allowed the site into the profile of a browser that is closed. */
async function grant(id: string): Promise<void> {
  const file = path.join(home, 'profile', 'Default', 'Preferences');
  const preferences = JSON.parse(await readFile(file, 'utf8'));
  const own = preferences.extensions.settings[id];
  for (const kind of ['active_permissions', 'granted_permissions', 'runtime_granted_permissions']) {
    const there = own[kind] ?? { api: [], manifest_permissions: [], scriptable_host: [] };
    own[kind] = { ...there, explicit_host: [...(there.explicit_host ?? []), pattern] };
  }
  await writeFile(file, JSON.stringify(preferences));
}

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'salesmemory-grant-'));
  await open();
});
afterAll(async () => {
  await browser?.close();
  await rm(home, { recursive: true, force: true });
});

it('a site that the rep wants is read by nobody until the browser allows it', async () => {
  const id = await extensionIdOf(browser.context);
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${id}/popup.html`);
  await page.evaluate(
    (data) => chrome.runtime.sendMessage({ type: 'useSite', data, timestamp: Date.now() }),
    pattern,
  );
  expect(await held()).toBe(false);
  expect(await registered()).toEqual([]);
  expect(await browser.detect(url.href, html, { firstWordMs: 1_000 })).toBeNull();
  await browser.close();
  await grant(id);
});

it('once the browser allows it, the script is there by itself, on that site alone', async () => {
  await open();
  expect(await held()).toBe(true);
  await until(registered, (matches) => matches.length > 0);
  expect(await registered()).toEqual([pattern]);
  expect(await browser.detect(url.href, html, { firstWordMs })).toEqual(expected);
  const elsewhere = url.href.replace(url.hostname, `not-${url.hostname}`);
  expect(await browser.detect(elsewhere, html, { firstWordMs: 1_000 })).toBeNull();
});

it('where the browser takes it back, the script ends, in the tab that is open too', async () => {
  const tab = await browser.open(url.href, html);
  await until(found, (one) => one !== null);
  // As somebody does in the browser's own settings of the extension.
  expect(await inWorker((one) => chrome.permissions.remove({ origins: [one] }))).toBe(true);
  await until(registered, (matches) => matches.length === 0);
  await until(found, (one) => one === null);
  await tab.evaluate(() => document.body.append(document.createElement('h1')));
  await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  expect(await found()).toBeNull();
  await tab.close();
  expect(await held()).toBe(false);
  expect(await browser.detect(url.href, html, { firstWordMs: 1_000 })).toBeNull();
});
