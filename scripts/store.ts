import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { StoryName } from '../tests/stories/story-list';
import { repository } from './home';
import { run, say, step } from './say';
import { openStories, type Scheme, settled } from './stories';

const help = `Makes the stores' screenshots from the screens as they are: 1280 × 800, in .output/store.

  npm run store
  --help          this text`;

/** As the Chrome Web Store and Edge want them. */
const size = { width: 1280, height: 800 };

interface Shot {
  file: string;
  story: StoryName;
  scheme: Scheme;
  /** Of the screen in the picture, in CSS pixels. */
  width: number;
  title: string;
  text: string;
}

const shots: Shot[] = [
  {
    file: '1-brief.png',
    story: 'panel-priya',
    scheme: 'light',
    width: 400,
    title: 'Before the call',
    text: 'Open the invite: what they objected to, what was already covered, what to do next.',
  },
  {
    file: '2-score.png',
    story: 'panel-ledger',
    scheme: 'light',
    width: 400,
    title: 'A score that you can check',
    text: 'Every point by a published rubric, on its date, with the words that it rests on.',
  },
  {
    file: '3-log.png',
    story: 'popup-about',
    scheme: 'light',
    width: 400,
    title: 'After the call',
    text: 'Two sentences, ten seconds. Kept here at once, and in your own memory server for good.',
  },
  {
    file: '4-week.png',
    story: 'week-done',
    scheme: 'light',
    width: 400,
    title: 'Your week, compared',
    text: 'Every deal in one list: what needs attention now, what can wait.',
  },
  {
    file: '5-dark.png',
    story: 'panel-james',
    scheme: 'dark',
    width: 400,
    title: 'Says when a deal slips',
    text: 'Silence, a competitor, a promise that is due: with the log that said so.',
  },
];

function poster({ title, text, scheme, width }: Shot, picture: string): string {
  const [paper, ink, quiet] =
    scheme === 'dark' ? ['#15181d', '#f2f4f7', '#a9b1bd'] : ['#eef1f6', '#14181f', '#4b5563'];
  return `<!doctype html><html lang="en"><style>
    body { margin: 0; width: ${size.width}px; height: ${size.height}px; display: flex; overflow: hidden;
      align-items: center; justify-content: space-between; background: ${paper}; color: ${ink};
      font-family: system-ui, sans-serif; }
    div { padding: 0 72px; max-width: 600px; }
    h1 { font-size: 52px; line-height: 1.1; margin: 0 0 20px; }
    p { font-size: 25px; line-height: 1.4; margin: 0; color: ${quiet}; }
    figure { margin: 0 72px 0 0; width: ${width}px; height: 740px; border-radius: 12px; overflow: hidden;
      box-shadow: 0 12px 40px #0003; display: flex; align-items: flex-start; }
    img { width: 100%; }
  </style><div><h1>${title}</h1><p>${text}</p></div>
  <figure><img src="data:image/png;base64,${picture}" alt=""></figure></html>`;
}

await run(async () => {
  const { values } = parseArgs({ options: { help: { type: 'boolean' } } });
  if (values.help) {
    say(help);
    return 0;
  }
  const folder = path.join(repository, '.output', 'store');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await step('Photographing for the stores', async () => {
    const stage = await openStories();
    try {
      for (const shot of shots) {
        const { story, scheme, width, file } = shot;
        await stage.at(story, { scheme, width, height: 740 }, async (page) => {
          await settled(page);
          const picture = await page.screenshot();
          await page.setViewportSize(size);
          await page.setContent(poster(shot, picture.toString('base64')));
          await page.locator('img').evaluate((image) => (image as HTMLImageElement).decode());
          // The stores want these pixels and no others, whatever the screen's density.
          await page.screenshot({ path: path.join(folder, file), scale: 'css' });
        });
      }
    } finally {
      await stage.close();
    }
  });
  say(`→ ${path.relative(repository, folder)}`);
  return 0;
});
