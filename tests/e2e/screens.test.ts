import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { repository } from '../../scripts/home';
import { acceptedLook, comparedLook, difference, lookOf, tolerated } from '../../scripts/looks';
import { lettersBack, openStories, type StoryStage } from '../../scripts/stories';
import { type Story, type StoryName, stories } from '../stories/story-list';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const names = Object.keys(stories) as StoryName[];

/** Widths in pixels of CSS: 180 is the panel at 200 %. Chrome makes the popup as wide as it asks for. */
const widths: Record<Story['page'], number[]> = {
  sidepanel: [180, 320, 360, 600],
  popup: [380, 600],
  options: [180, 320, 360, 600, 1200],
};

/** The rules of axe that colours decide. What else a page breaks in dark, it breaks in light. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** Where the pictures of states that changed are put beside the ones that were accepted. */
const folder = path.join(repository, '.output', 'looks');

/** Stories that are looked at side by side: while one waits, another is checked. */
const atOnce = 3;
vi.setConfig({ maxConcurrency: atOnce });

let stage: StoryStage;
let axe: string;

beforeAll(async () => {
  axe = await readFile(axeFile, 'utf8');
  await mkdir(folder, { recursive: true });
  stage = await openStories({ pixels: 1, pages: atOnce });
});
afterAll(async () => {
  await stage?.close();
});

/** Rules that the page breaks as it is, each with the elements that break it. */
async function violationsOn(page: Page, rules?: string[]) {
  return page.evaluate(async (only) => {
    const { violations } = await (
      globalThis as unknown as { axe: typeof import('axe-core') }
    ).axe.run({ resultTypes: ['violations'], ...(only ? { runOnly: only } : {}) });
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => `${html}: ${failureSummary}`),
    }));
  }, rules);
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

/** @returns by how many pixels a state differs from how it was accepted; the picture is kept then. */
async function pixelsChanged(name: StoryName, page: Page): Promise<number | null> {
  const kept = await acceptedLook(name);
  const look = await lookOf(page, kept);
  const pixels = kept === null ? null : difference(look, kept);
  if (pixels !== null && pixels <= tolerated) return 0;
  await writeFile(path.join(folder, `${name}.png`), look);
  return pixels;
}

/** All that is wrong with a state, looked at once and then turned and stretched in place. */
async function wrongsOf(name: StoryName, page: Page) {
  const changed = await pixelsChanged(name, page);
  await lettersBack(page);
  await page.setViewportSize({ width: comparedLook.width, height: 800 });
  await page.evaluate(axe);
  const inLight = await violationsOn(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const inDark = await violationsOn(page, rulesOfColour);
  const sideways: Record<number, string[]> = {};
  for (const width of widths[stories[name].page]) {
    await page.setViewportSize({ width, height: 800 });
    const found = await scrollsSideways(page);
    if (found.length > 0) sideways[width] = found;
  }
  return { changed, inLight, inDark, sideways };
}

describe('every state', () => {
  it.concurrent.each(names)(
    '%s looks as accepted, breaks no rule of accessibility, fits',
    async (name) => {
      const wrongs = await stage.at(name, comparedLook, (page) => wrongsOf(name, page));
      expect(
        wrongs,
        'accept a look: npm run screens -- --accept STORY; it is in .output/looks',
      ).toEqual({ changed: 0, inLight: [], inDark: [], sideways: {} });
    },
  );
});

/** Dates that don't read from left to right: the first letter of each must stand left of its last. */
async function datesTurned(page: Page) {
  return page.evaluate(() => {
    const middle = (text: Text, index: number) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + 1);
      const { left, right } = range.getBoundingClientRect();
      return (left + right) / 2;
    };
    const dates = [...document.querySelectorAll<HTMLElement>('time, .source-toggle')];
    const turned = dates.filter((date) => {
      const text = document.createTreeWalker(date, NodeFilter.SHOW_TEXT).nextNode() as Text;
      const word = text.data.split(' ')[0] ?? '';
      return middle(text, 0) > middle(text, word.length + 1);
    });
    return { dates: dates.length, turned: turned.map(({ textContent }) => textContent) };
  });
}

describe('where the rep wants more contrast', () => {
  it.concurrent.each([
    'panel-priya',
    'panel-james',
    'panel-ledger',
    'panel-people',
    'panel-unreachable',
    'week-done',
    'popup-due',
    'popup-needs-you',
    'options-set',
  ] as const)('words of %s stand out by 7 to 1', async (name) => {
    await stage.at(name, comparedLook, async (page) => {
      await lettersBack(page);
      await page.evaluate(axe);
      await page.emulateMedia({ contrast: 'more' });
      const inLight = await violationsOn(page, ['color-contrast-enhanced']);
      await page.emulateMedia({ colorScheme: 'dark' });
      const inDark = await violationsOn(page, ['color-contrast-enhanced']);
      await page.emulateMedia({ contrast: null });
      expect({ inLight, inDark }).toEqual({ inLight: [], inDark: [] });
    });
  });
});

/** @returns the colours that an element is drawn with. @throws where there is none. */
async function drawnColours(page: Page, selector: string) {
  return page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    if (!element) throw new Error(`Nothing is drawn as ${wanted}.`);
    const style = getComputedStyle(element);
    const { backgroundColor, color, outlineStyle, stroke } = style;
    return { backgroundColor, color, outlineStyle, stroke, underline: style.borderBlockEndColor };
  }, selector);
}

describe('in the colours of the system', () => {
  it('a score’s gauge, the chosen outcome and the chosen view are told apart', async () => {
    await stage.at('panel-log', comparedLook, async (page) => {
      await page.emulateMedia({ forcedColors: 'active' });
      const full = await drawnColours(page, '.gauge > span');
      const empty = await drawnColours(page, '.gauge');
      const chosen = await drawnColours(page, '.chip input:checked + span');
      const other = await drawnColours(page, '.chip input:not(:checked) + span');
      const course = await drawnColours(page, '.course polyline');
      const view = await drawnColours(page, '.view-tabs [aria-selected="true"]');
      const otherView = await drawnColours(page, '.view-tabs [aria-selected="false"]');
      await page.emulateMedia({ forcedColors: null });
      expect(full.backgroundColor).not.toBe(empty.backgroundColor);
      expect(chosen.backgroundColor).not.toBe(other.backgroundColor);
      expect([view.outlineStyle, otherView.outlineStyle]).toEqual(['solid', 'none']);
      expect(view.underline).not.toBe(otherView.underline);
      expect(course.stroke).toBe(course.color);
    });
  });
});

describe('a page from right to left', () => {
  it('is drawn from right to left, with what is written from left to right in its order', async () => {
    await stage.at('panel-rtl', comparedLook, async (page) => {
      const body = page.locator('.panel-body');
      expect(await body.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl');
      await lettersBack(page);
      const { dates, turned } = await datesTurned(page);
      expect(dates).toBeGreaterThan(5);
      expect(turned).toEqual([]);
    });
  });
});

describe('the checks themselves', () => {
  it('see another look, a rule that is broken, and a page that is too wide', async () => {
    await stage.at('panel-new', comparedLook, async (page) => {
      await page.evaluate(axe);
      const kept = await acceptedLook('panel-new');
      if (!kept) throw new Error('panel-new was never accepted');
      expect(difference(await lookOf(page, kept), kept)).toBeLessThanOrEqual(tolerated);
      expect(await scrollsSideways(page)).toEqual([]);
      await page.evaluate(() => {
        const image = document.createElement('img');
        image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
        image.style.width = '900px';
        document.querySelector('main')?.append(image);
        document.querySelector('h1')?.style.setProperty('color', '#888');
      });
      expect(difference(await lookOf(page, null), kept)).toBeGreaterThan(tolerated);
      await lettersBack(page);
      expect((await violationsOn(page)).map(({ id }) => id)).toContain('image-alt');
      expect((await violationsOn(page, rulesOfColour)).map(({ id }) => id)).toEqual([
        'color-contrast',
      ]);
      expect(await scrollsSideways(page)).not.toEqual([]);
    });
  });
});
