import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, realpathSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extensionIdOf, findBrowser } from '../../scripts/browser';
import { type DetectBrowser, openDetectBrowser } from '../../scripts/detect-page';
import { extensionFolder } from '../../scripts/extension';
import { until } from './harness';

/** Where browsers on Linux look for what an administrator set; Chromium's is Debian's, too. */
const policyFolders: [browser: RegExp, folder: string][] = [
  [/edge/, '/etc/opt/edge/policies/managed'],
  [/brave/, '/etc/brave/policies/managed'],
  [/google-chrome/, '/etc/opt/chrome/policies/managed'],
  [/chromium/, '/etc/chromium/policies/managed'],
];

const executable = await findBrowser();
const folder = policyFolders.find(([browser]) => browser.test(executable))?.[1];

/** Folders above a policy that this test made, the innermost first: it takes away what it brought. */
const made: string[] = [];
/** Chrome's id of an unpacked extension is made of its folder. */
const idOf = (extension: string) =>
  [...createHash('sha256').update(extension).digest('hex').slice(0, 32)]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join('');

const own = path.join(folder ?? '', `salesmemory-test-${process.pid}.json`);
function setPolicy(id: string, policy: object): void {
  writeFileSync(own, JSON.stringify({ '3rdparty': { extensions: { [id]: policy } } }));
}
function cleanUp(): void {
  rmSync(own, { force: true });
  for (const one of made.splice(0)) {
    try {
      rmdirSync(one);
    } catch {
      // Somebody else has put something there since.
    }
  }
}

function canSetPolicies(): boolean {
  if (process.platform !== 'linux' || folder === undefined) return false;
  try {
    const first = mkdirSync(folder, { recursive: true });
    for (let at = folder; first && at.startsWith(first); at = path.dirname(at)) made.push(at);
    writeFileSync(own, '{}');
    return true;
  } catch {
    return false;
  }
}

const can = canSetPolicies();
if (can) process.once('exit', cleanUp);
else console.info(`not tried: no policy can be written for ${executable} by this user`);

describe.runIf(can)('a policy that the browser itself hands on', () => {
  let home: string;
  let browser: DetectBrowser;
  let id: string;

  beforeAll(async () => {
    home = realpathSync(await mkdtemp(path.join(tmpdir(), 'salesmemory-policy-')));
    const extension = path.join(home, 'managed');
    cpSync(extensionFolder('production'), extension, { recursive: true });
    id = idOf(extension);
    setPolicy(id, { serverAddress: 'https://memory.company.example', bank: 'company' });
    browser = await openDetectBrowser({ extension, home });
  });
  afterAll(async () => {
    await browser?.close();
    cleanUp();
    await rm(home, { recursive: true, force: true });
  });

  const stored = async (area: 'local' | 'session' | 'managed') =>
    (await browser.worker()).evaluate((name) => chrome.storage[name].get(null), area);

  it('stands in the place of what the rep set, where the rep sees it', async () => {
    expect(await extensionIdOf(browser.context)).toBe(id);
    await until(
      () => stored('managed'),
      ({ bank }) => bank === 'company',
    );
    const worker = await browser.worker();
    await worker.evaluate(() =>
      chrome.storage.local.set({
        settings: {
          firstRunDone: true,
          connection: { baseUrl: 'https://mine.example', apiKey: 'server-key', bank: 'mine' },
          model: { use: 'groq', groqApiKey: 'groq-key' },
        },
      }),
    );
    const options = await browser.context.newPage();
    await options.goto(`chrome-extension://${id}/options.html`);
    await options.waitForFunction(
      (address) => [...document.querySelectorAll('input')].some(({ value }) => value === address),
      'https://memory.company.example',
    );
    await options.close();
  });

  it('that comes while the browser runs takes stored keys out of the store at once', async () => {
    expect(JSON.stringify(await stored('local'))).toContain('server-key');
    setPolicy(id, { serverAddress: 'https://memory.company.example', keysForSession: true });
    // The browser looks after its policies in its own time: some seconds.
    await until(
      () => stored('local'),
      (kept) => !/server-key|groq-key/.test(JSON.stringify(kept)),
      45_000,
    );
    expect(await stored('session')).toMatchObject({ keys: { groqApiKey: 'groq-key' } });
  });
});
