import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openDetectBrowser, servedByBuild } from './detect-page';
import { buildExtension } from './extension';
import { fail, run, say, step } from './say';

const help = `Shows a saved page at its address in a real browser with the built extension, and prints
what the content script detects.

  npm run detect -- --url URL --html FILE [--json]

  --url URL     the address of the page, e.g. https://calendar.google.com/calendar/u/0/r/week
  --html FILE   the saved page
  --json        JSON on one line
  --help        this text

A site that the extension doesn't know by itself is read as one that the rep switched on.`;

await run(async () => {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      html: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const { url, html: file } = values;
  if (values.help || !url || !file) {
    say(help);
    return values.help ? 0 : 1;
  }
  if (!/^https?:/.test(url) || !URL.canParse(url)) fail(`--url "${url}" is no web address.`);
  const html = await readFile(file, 'utf8').catch((error: Error) =>
    fail(`${file} can't be read: ${error.message}`),
  );
  const extension = await step('Building the extension', () => buildExtension('production'));
  const known = await servedByBuild(extension, url);
  const alsoOn = known ? [] : [`${new URL(url).protocol}//${new URL(url).hostname}/*`];
  const browser = await openDetectBrowser({ extension, alsoOn });
  try {
    const detection = await browser.detect(url, html);
    process.stdout.write(`${JSON.stringify(detection, null, values.json ? 0 : 2)}\n`);
    return 0;
  } finally {
    await browser.close();
  }
});
