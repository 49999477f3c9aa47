import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStories, type Scheme, type StoryStage } from '../../scripts/stories';
import { type Story, type StoryName, stories } from '../stories/story-list';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const names = Object.keys(stories) as StoryName[];
const schemes: Scheme[] = ['light', 'dark'];
/** Widths in pixels. Chrome makes the popup as wide as it asks for. */
const widths: Record<Story['page'], number[]> = {
  sidepanel: [320, 360, 600],
  popup: [380, 600],
  options: [320, 360, 600, 1200],
};

let stage: StoryStage;

beforeAll(async () => {
  stage = await openStories();
});
afterAll(async () => {
  await stage?.close();
});

/** Rules that the page breaks as it is, each with the elements that break it. */
async function violationsOn(page: Page) {
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as { axe: typeof import('axe-core') }
    ).axe.run();
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => `${html}: ${failureSummary}`),
    }));
  });
}

/** What can be scrolled sideways, apart from fields and the row of people, which is meant to. */
async function scrollsSideways(page: Page) {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('html, body, body *')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .filter(
        (one) =>
          one === document.documentElement || /auto|scroll/.test(getComputedStyle(one).overflowX),
      )
      .filter((one) => !one.matches('.people, input, textarea, select'))
      .map((one) => `${one.tagName} ${one.className}`),
  );
}

describe.each(names)('%s', (name) => {
  let page: Page;

  beforeAll(async () => {
    page = await stage.show(name, { scheme: 'light', width: 360 });
    await page.addScriptTag({ path: axeFile });
  });

  it.each(schemes)('breaks no rule of accessibility in %s', async (scheme) => {
    await page.emulateMedia({ colorScheme: scheme });
    expect(await violationsOn(page)).toEqual([]);
  });

  it.each(widths[stories[name].page])('doesn’t scroll sideways at %i px', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    expect(await scrollsSideways(page)).toEqual([]);
  });
});

describe('the checks themselves', () => {
  it('see a rule that is broken, and a page that is too wide', async () => {
    const page = await stage.show('panel-new', { scheme: 'light', width: 360 });
    await page.addScriptTag({ path: axeFile });
    expect(await scrollsSideways(page)).toEqual([]);
    await page.evaluate(() => {
      const image = document.createElement('img');
      image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
      image.style.width = '900px';
      document.querySelector('main')?.append(image);
    });
    expect((await violationsOn(page)).map(({ id }) => id)).toContain('image-alt');
    expect(await scrollsSideways(page)).not.toEqual([]);
  });
});
