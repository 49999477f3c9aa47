import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { repository } from '../../scripts/home';
import { baselineOf, difference, looksOf, tolerated } from '../../scripts/looks';
import { type StoryName, stories } from '../stories/story-list';

const names = Object.keys(stories) as StoryName[];

/** Where the pictures of states that changed are put beside the ones that were accepted. */
const folder = path.join(repository, '.output', 'looks');

/** What there was to compare of each state; null where nothing was ever accepted. */
const found = new Map<StoryName, number | null>();

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  await looksOf(names, async (name, look, kept) => {
    const pixels = kept === null ? null : difference(look, kept);
    found.set(name, pixels);
    if (pixels === null || pixels > tolerated) {
      await writeFile(path.join(folder, `${name}.png`), look);
    }
  });
});

describe('every state looks as it was accepted (npm run screens -- --accept STORY)', () => {
  it.each(names)('%s', (name) => {
    const pixels = found.get(name);
    expect(pixels, `nothing to compare with at ${baselineOf(name)}`).toEqual(expect.any(Number));
    expect(pixels, `see .output/looks/${name}.png`).toBeLessThanOrEqual(tolerated);
  });
});
