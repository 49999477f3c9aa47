import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/browser';
import { bundleForPage } from '../bench/support/bundle';
import { fixtureFolders, fixturesOf } from '../unit/detect/load';
import type { Observed } from './support/observed';

const named = fixtureFolders()
  .flatMap(fixturesOf)
  .filter(({ expected }) => (expected?.people.length ?? 0) > 0);

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  script = await bundleForPage('tests/e2e/support/observed.ts');
  browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  page = await browser.newPage();
  await page.route('**/*', (route) => route.abort());
});
afterAll(async () => {
  await browser?.close();
});

// Observers are as tight as the pages allow: this is what tells when one is too tight.
it.each(named)('on $name, nothing changes the reading unheard', async ({ html, url }) => {
  await page.setContent(html);
  await page.evaluate(script);
  const { mattered, unheard } = await page.evaluate(
    (address) => (globalThis as unknown as { observed(url: string): Observed }).observed(address),
    url.href,
  );
  expect(unheard).toEqual([]);
  expect(mattered).toBeGreaterThan(0);
});
