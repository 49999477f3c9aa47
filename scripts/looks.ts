import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import type { StoryName } from '../tests/stories/story-list';
import { repository } from './home';
import { heightOf, openStories } from './stories';

/** How much of a state is compared, in CSS pixels from its top: what lies below repeats. */
const highest = 1400;

/** The width that the product is drawn for. */
const width = 360;

/** How long a state may take to look as it was accepted: lists are looked up, parts are loaded. */
const patienceMs = 5_000;

/**
 * Pixels that may differ: soft edges of the browser's own controls. A word in another colour makes
 * some hundreds, a pixel of padding thousands.
 */
export const tolerated = 20;

/** @returns the picture that a state is compared with. */
export function baselineOf(name: StoryName): string {
  return path.join(repository, 'tests', 'stories', 'looks', `${name}.png`);
}

/** @returns how a state looks as soon as that is how it was accepted, or in the end. */
async function lookOf(page: Page, kept: Buffer | null): Promise<Buffer> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const height = Math.min(await heightOf(page), highest);
    await page.setViewportSize({ width: page.viewportSize()?.width ?? width, height });
    const look = await page.screenshot({ animations: 'disabled' });
    const isDone = kept === null || difference(look, kept) <= tolerated;
    if (isDone || performance.now() > end) return look;
    await page.waitForTimeout(100);
  }
}

/**
 * Hands on how each state looks, beside how it looked when it was last accepted (null where it never
 * was). Letters are bars of one width: places, sizes and colours are compared, not fonts, which
 * differ from one machine to the next.
 */
export async function looksOf(
  names: readonly StoryName[],
  take: (name: StoryName, look: Buffer, kept: Buffer | null) => unknown,
): Promise<void> {
  const stage = await openStories({ blocks: true });
  try {
    for (const name of names) {
      const page = await stage.show(name, { scheme: 'light', width, height: 640 });
      const kept = await readFile(baselineOf(name)).catch(() => null);
      await take(name, await lookOf(page, kept), kept);
    }
  } finally {
    await stage.close();
  }
}

/** How far two colours of one pixel may be apart and still be the same: edges are drawn softly. */
const threshold = 0.1;

/** @returns how many pixels of two pictures differ; all of them where the sizes do. */
export function difference(one: Buffer, other: Buffer): number {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  if (a.width !== b.width || a.height !== b.height) return Math.max(a.width * a.height, 1);
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold });
}
