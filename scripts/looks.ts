import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import type { StoryName } from '../tests/stories/story-list';
import { repository } from './home';
import { heightOf, type Look, settled } from './stories';

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

/** How a state is looked at to be compared. */
export const comparedLook: Look = { scheme: 'light', width, height: 640, blocks: true };

/** @returns how a state looked when it was last accepted; null where it never was. */
export async function acceptedLook(name: StoryName): Promise<Buffer | null> {
  return readFile(baselineOf(name)).catch(() => null);
}

/** @returns how a page that shows a state looks now, with the height that it has. */
async function pictureOf(page: Page): Promise<Buffer> {
  const height = Math.min(await heightOf(page), highest);
  await page.setViewportSize({ width: page.viewportSize()?.width ?? width, height });
  return page.screenshot({ animations: 'disabled' });
}

/**
 * @param page that shows a state as `comparedLook` says. Letters are bars of one width: places, sizes
 * and colours are compared, not fonts, which differ from one machine to the next.
 * @param kept how it is expected to look; null where that isn't known
 * @returns how the state looks as soon as that is what is expected, or as soon as it stands still; in
 * the end, how it looks then
 */
export async function lookOf(page: Page, kept: Buffer | null): Promise<Buffer> {
  const end = performance.now() + patienceMs;
  let expected = kept;
  for (;;) {
    const look = await pictureOf(page);
    const isDone = expected !== null && difference(look, expected) <= tolerated;
    if (isDone || performance.now() > end) return look;
    if (kept === null) expected = look;
    await settled(page);
  }
}

/** How far two colours of one pixel may be apart and still be the same: edges are drawn softly. */
const threshold = 0.1;

/** @returns how many pixels of two pictures differ; all of them where the sizes do. */
export function difference(one: Buffer, other: Buffer): number {
  if (one.equals(other)) return 0;
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  if (a.width !== b.width || a.height !== b.height) return Math.max(a.width * a.height, 1);
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold });
}
