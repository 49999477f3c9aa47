import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type StoryName, stories } from '../tests/stories/story-list';
import { repository } from './home';
import { acceptedLook, baselineOf, comparedLook, difference, lookOf } from './looks';
import { run, say, step } from './say';
import { heightOf, openStories, type Scheme, settled } from './stories';

/** The width that the product is drawn for, in CSS pixels. */
const drawnFor = comparedLook.width;

const help = `Photographs every state of every page, in light and dark.

  npm run screens                 all of them
  npm run screens -- panel        only stories whose name contains a word
  --width N                       of the window, in pixels (${drawnFor}; other widths leave docs/screens alone)
  --zoom N                        of the page, as a browser magnifies it (1; 2 is 200 %, with half the width)
  --accept                        takes what is seen now for what the tests compare with
  --help                          this text

The pictures go to .output/screens, with an index.html; the best of them to docs/screens.`;

/** The pictures that are kept with the sources and shown in the documentation. */
const best: readonly [StoryName, Scheme][] = [
  ['panel-priya', 'light'],
  ['panel-james', 'dark'],
  ['panel-ledger', 'light'],
  ['popup-about', 'light'],
];

const schemes: readonly Scheme[] = ['light', 'dark'];

/** Stories that are open side by side: while one waits for its parts, another is drawn. */
const atOnce = 3;

/** How much of a screen is kept in docs/screens: what is seen without scrolling, in CSS pixels. */
const firstSight = 720;

/** As high as anything that is photographed may get, in CSS pixels. */
const highest = 3000;

const docs = path.join(repository, 'docs', 'screens');

interface Picture {
  name: StoryName;
  scheme: Scheme;
  file: string;
}

function indexPage(pictures: Picture[]): string {
  const names = [...new Set(pictures.map(({ name }) => name))];
  const figures = names.map((name) => {
    const images = pictures
      .filter((picture) => picture.name === name)
      .map(({ file, scheme }) => `<img src="${file}" alt="${name}, ${scheme}" loading="lazy">`);
    return `<section><h2>${stories[name].title} <code>${name}</code></h2>${images.join('')}</section>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screens</title>
<style>body{font:14px system-ui;margin:24px}section{margin-bottom:32px}img{width:360px;margin-right:16px;border:1px solid #999;vertical-align:top}</style>
<h1>Every state, light and dark</h1>
${figures.join('\n')}
</html>
`;
}

/** @param zoom how much the browser magnifies the page: a window of `width` has as much less room. */
async function photograph(
  names: StoryName[],
  { width: window, zoom, out }: { width: number; zoom: number; out: string },
): Promise<Picture[]> {
  const stage = await openStories({ pages: atOnce, pixels: 2 * zoom });
  const width = Math.round(window / zoom);
  const take = (name: StoryName, scheme: Scheme) =>
    stage.at(name, { scheme, width, height: 640 }, async (page): Promise<Picture> => {
      await settled(page);
      const height = await heightOf(page);
      const real = page.viewportSize()?.width ?? width;
      await page.setViewportSize({ width: real, height: Math.min(height, highest) });
      const file = `${name}-${scheme}.png`;
      await page.screenshot({ path: path.join(out, file) });
      const isKept =
        width === drawnFor && best.some(([one, look]) => one === name && look === scheme);
      if (isKept) {
        await page.setViewportSize({ width: real, height: Math.min(height, firstSight) });
        await page.screenshot({ path: path.join(docs, file) });
      }
      return { name, scheme, file };
    });
  try {
    return await Promise.all(names.flatMap((name) => schemes.map((scheme) => take(name, scheme))));
  } finally {
    await stage.close();
  }
}

/** Keeps how states look now. @returns those that looked different, or weren't kept before. */
async function accept(names: StoryName[]): Promise<StoryName[]> {
  await mkdir(path.dirname(baselineOf(names[0] as StoryName)), { recursive: true });
  const stage = await openStories({ pixels: 1, pages: atOnce });
  const isNew = (name: StoryName) =>
    stage.at(name, comparedLook, async (page) => {
      const look = await lookOf(page, null);
      const kept = await acceptedLook(name);
      if (kept !== null && difference(look, kept) === 0) return false;
      await writeFile(baselineOf(name), look);
      return true;
    });
  try {
    const changed = await Promise.all(names.map(isNew));
    return names.filter((_, index) => changed[index]);
  } finally {
    await stage.close();
  }
}

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      width: { type: 'string', default: String(drawnFor) },
      zoom: { type: 'string', default: '1' },
      accept: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    say(help);
    return 0;
  }
  const names = (Object.keys(stories) as StoryName[]).filter(
    (name) => positionals.length === 0 || positionals.some((word) => name.includes(word)),
  );
  const [width, zoom] = [Number(values.width), Number(values.zoom)];
  const fits = width >= 200 && width <= 2000 && zoom >= 1 && zoom <= 5;
  if (names.length === 0 || !fits) {
    say(help);
    return 1;
  }
  if (values.accept) {
    const changed = await step(`Accepting ${names.length} states`, () => accept(names));
    say(changed.length === 0 ? 'None looks different.' : `Different now: ${changed.join(', ')}`);
    return 0;
  }
  const out = path.join(repository, '.output', 'screens');
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await mkdir(docs, { recursive: true });
  const pictures = await step(`Photographing ${names.length} states`, () =>
    photograph(names, { width, zoom, out }),
  );
  await writeFile(path.join(out, 'index.html'), indexPage(pictures));
  say(`${pictures.length} pictures in ${path.join(out, 'index.html')}`);
  return 0;
});
