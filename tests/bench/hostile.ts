import fc from 'fast-check';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/browser';
import { pages } from '../fixtures/hostile/generate';
import { hostileFrame, hostilePages } from '../fixtures/hostile/pages';
import { detectorsScript, type PageDetectors } from './support/detectors';
import { lookAtRecipe } from './support/fuzz-pages';
import type { BenchResult } from './support/result';
import { table } from './support/table';

/** Longer than this, and a page is slower for the rep than it was (ms). */
const budgetMs = 50;

/** Pages at random that are looked at, and what they are drawn from. */
const randomPages = { numRuns: 40, seed: 11 };

/** What each detector made of each hostile page, in a real browser. */
export async function lookAtHostilePages() {
  const script = await detectorsScript();
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const results: {
      page: string;
      site: string;
      ms: number;
      error: string | null;
      found: unknown;
    }[] = [];
    for (const [name, make] of Object.entries(hostilePages)) {
      const page = await browser.newPage();
      // The detectors are there first, as a content script's code is.
      await page.goto('about:blank');
      await page.evaluate(script);
      await page.evaluate(hostileFrame);
      await page.evaluate(make);
      const looks = await page.evaluate(() =>
        (globalThis as unknown as { detectors: PageDetectors }).detectors.look(),
      );
      results.push(...looks.map((look) => ({ page: name, ...look })));
      await page.close();
    }
    return results;
  } finally {
    await browser.close();
  }
}

/** What each detector made of pages at random, in a real browser. */
async function lookAtRandomPages() {
  const script = await detectorsScript();
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const results = [];
    for (const recipe of fc.sample(pages(30_000), randomPages)) {
      const { nodes, looks } = await lookAtRecipe(browser, script, recipe);
      results.push(...looks.map(({ site, ms, error }) => ({ nodes, site, ms, error })));
    }
    return results;
  } finally {
    await browser.close();
  }
}

/** How long the detectors take on pages that are made to stop them. */
export default async function measure(): Promise<BenchResult> {
  const results = await lookAtHostilePages();
  const rows = Object.keys(hostilePages).map((page) => {
    const here = results.filter((one) => one.page === page);
    const slowest = here.reduce((a, b) => (b.ms > a.ms ? b : a));
    const errors = here.filter(({ error }) => error !== null);
    return [
      page,
      `${slowest.ms.toFixed(1)} ms (${slowest.site})`,
      here.filter(({ ms }) => ms > budgetMs).length,
      errors.map(({ site, error }) => `${site}: ${error}`).join('; ') || 'none',
    ];
  });
  const random = await lookAtRandomPages();
  const worst = random.reduce((a, b) => (b.ms > a.ms ? b : a));
  const failed = random.filter(({ error }) => error !== null).length;
  const over = random.filter(({ ms }) => ms > budgetMs).length;
  const markdown = [
    '### Detectors on hostile pages',
    '',
    `Every detector on every page, in real Chromium, best of three looks; the budget is ${budgetMs} ms.`,
    '',
    table(['page', 'slowest detector', 'over budget', 'errors'], rows),
    '',
    `${randomPages.numRuns} pages at random (seed ${randomPages.seed}), ${random.length} looks: the slowest ${worst.ms.toFixed(1)} ms (${worst.site}, ${worst.nodes} nodes); ${over} over budget, ${failed} with an error.`,
  ].join('\n');
  return { markdown, json: { written: results.map(({ found: _, ...rest }) => rest), random } };
}
