import type { Browser } from 'playwright-core';
import type { Recipe } from '../../fixtures/hostile/build';
import { hostileFrame } from '../../fixtures/hostile/pages';
import type { PageDetectors } from './detectors';

type WithDetectors = typeof globalThis & { detectors: PageDetectors };

/** What all detectors made of one page. */
export interface Fuzzed {
  nodes: number;
  looks: ReturnType<PageDetectors['look']>;
}

/**
 * Builds a page at random in a tab of a real browser, and looks at it with each detector.
 *
 * @param script that of `detectorsScript()`
 */
export async function lookAtRecipe(
  browser: Browser,
  script: string,
  recipe: Recipe,
): Promise<Fuzzed> {
  const page = await browser.newPage();
  try {
    // The detectors are there first, as a content script's code is.
    await page.evaluate(script);
    if (recipe.framed) await page.evaluate(hostileFrame);
    return await page.evaluate((one) => {
      const { detectors } = globalThis as WithDetectors;
      return { nodes: detectors.build(one), looks: detectors.look() };
    }, recipe);
  } finally {
    await page.close();
  }
}
