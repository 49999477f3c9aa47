import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DetectBrowser, openDetectBrowser } from '../../scripts/detect-page';
import { extensionFolder } from '../../scripts/extension';
import { fixtureFolders, fixturesOf } from '../unit/detect/load';
import { type Recorder, startRecorder } from './recorder';

const fixtures = fixtureFolders().flatMap(fixturesOf);

/** Sites that the extension doesn't know by itself: the rep switches them on. */
const switchedOn = [
  ...new Set(
    fixtures
      .filter(({ name }) => name.startsWith('crm/') || name.startsWith('odoo/'))
      .map(({ url }) => `${url.protocol}//${url.hostname}/*`),
  ),
].filter((pattern) => !pattern.includes('odoo.com'));

describe('saved pages at their real addresses, in a real browser', () => {
  let browser: DetectBrowser;
  let requests: Recorder;

  beforeAll(async () => {
    requests = await startRecorder();
    browser = await openDetectBrowser({
      proxy: requests.url,
      extension: extensionFolder('production'),
      alsoOn: switchedOn,
    });
  });
  afterAll(async () => {
    await browser?.close();
    await requests?.close();
  });

  it.each(fixtures)('$name', async ({ url, html, expected }) => {
    expect(await browser.detect(url.href, html)).toEqual(expected);
  });
});
