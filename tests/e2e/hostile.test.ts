import fc from 'fast-check';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { detectionSchema } from '../../lib/detect/detection';
import { findBrowser } from '../../scripts/browser';
import { lookAtHostilePages } from '../bench/hostile';
import { detectorsScript } from '../bench/support/detectors';
import { lookAtRecipe } from '../bench/support/fuzz-pages';
import { pages } from '../fixtures/hostile/generate';
import { hostilePages } from '../fixtures/hostile/pages';

/** Far above the bench's budget: the machine may be busy, and only a hang is a failure here. */
const patienceMs = 1_000;

it('detectors neither throw nor hang on pages made for that, in a real browser', async () => {
  const looks = await lookAtHostilePages();
  expect(new Set(looks.map(({ page }) => page)).size).toBe(Object.keys(hostilePages).length);
  for (const { page, site, ms, error, found } of looks) {
    const where = `${site} on ${page}`;
    expect(error, where).toBeNull();
    expect(ms, where).toBeLessThan(patienceMs);
    expect(detectionSchema.nullable().safeParse(found).error, where).toBeUndefined();
  }
  // The corpus reaches the detectors: some of these pages have people on them.
  expect(looks.some(({ found }) => found !== null)).toBe(true);
});

describe('pages at random', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: await findBrowser(),
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });
  afterAll(async () => {
    await browser?.close();
  });

  it('of up to 50,000 nodes: detectors neither throw nor hang', async () => {
    const script = await detectorsScript();
    const seen = { pages: 0, nodes: 0, looks: 0, people: 0 };
    await fc.assert(
      fc.asyncProperty(pages(30_000), async (recipe) => {
        const { nodes, looks } = await lookAtRecipe(browser, script, recipe);
        for (const { site, ms, error, found } of looks) {
          expect(error, site).toBeNull();
          expect(ms, site).toBeLessThan(patienceMs);
          expect(detectionSchema.nullable().safeParse(found).error, site).toBeUndefined();
          seen.looks += 1;
          seen.people += found === null ? 0 : 1;
        }
        seen.pages += 1;
        seen.nodes += nodes;
      }),
      // As many as 15 s allow; a page that fails shrinks for no longer, either.
      { numRuns: 40, interruptAfterTimeLimit: 15_000, markInterruptAsFailure: false },
    );
    console.info(
      `fuzz: ${seen.pages} pages, ${seen.nodes} nodes, ${seen.looks} looks, ${seen.people} with people`,
    );
    expect(seen.nodes).toBeGreaterThan(1_000);
  });
});
