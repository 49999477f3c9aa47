import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Worker } from 'playwright-core';
import { chromium } from 'playwright-core';
import { fail, type Step, step } from './say';

export { type SidePanel, sidePanelOf } from './side-panel';

/**
 * Branded Chrome comes last: since version 137 it ignores --load-extension, so it can't be given
 * the extension from a command line.
 */
const ON_LINUX = [
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
  'brave',
  'google-chrome-for-testing',
];
const ON_MAC = ['Chromium', 'Microsoft Edge', 'Brave Browser', 'Google Chrome for Testing'];

function onMachine(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).concat('/snap/bin');
  const candidates =
    process.platform === 'darwin'
      ? ON_MAC.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
      : ON_LINUX.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return candidates.find((file) => fs.existsSync(file));
}

function playwrights(): string | undefined {
  const file = chromium.executablePath();
  return file && fs.existsSync(file) ? file : undefined;
}

/** Runs an installer, noting its newest line. Resolves to whether it succeeded. */
function install(current: Step, command: string, args: string[], patience: number) {
  return new Promise<boolean>((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const timer = setTimeout(() => child.kill('SIGTERM'), patience);
    const read = (chunk: Buffer) => current.note(chunk.toString().trim().split('\n').at(-1) ?? '');
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', () => resolve(false));
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}

const MINUTE = 60_000;

/** Tries an installer; where it can't work, the next way is tried, so its failure is no error. */
async function attempt(title: string, installers: [string, string[]][]): Promise<void> {
  const all = async (current: Step) => {
    for (const [command, args] of installers) {
      if (!(await install(current, command, args, 10 * MINUTE)))
        throw new Error(`${command} failed`);
    }
  };
  await step(title, all).catch(() => {});
}

async function fromPlaywright(): Promise<string | undefined> {
  await attempt('Downloading Chromium from Playwright', [
    ['playwright-core', ['install', 'chromium']],
  ]);
  return playwrights();
}

async function fromDebian(): Promise<string | undefined> {
  const debian = spawnSync('apt-get', ['--version']).status === 0;
  if (!debian || process.getuid?.() !== 0) return undefined;
  await attempt('Installing Chromium with apt-get', [
    ['apt-get', ['update']],
    ['apt-get', ['install', '-y', '--no-install-recommends', 'chromium']],
  ]);
  return onMachine();
}

/** Whether a browser file is one that runs: Ubuntu's `chromium-browser` may be an empty shell. */
function runs(file: string): boolean {
  return spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0;
}

/**
 * Finds a browser that can load the extension, and installs one if it must: SALESMEMORY_BROWSER,
 * then Chromium, Edge or Brave on this machine, then Playwright's Chromium, then Debian's.
 *
 * @returns the path of its executable
 * @throws a Problem that says what to install
 */
export async function findBrowser(): Promise<string> {
  const chosen = process.env.SALESMEMORY_BROWSER;
  if (chosen) {
    if (runs(chosen)) return chosen;
    fail(`SALESMEMORY_BROWSER is ${chosen}, which is no browser that runs.`);
  }
  for (const look of [onMachine, playwrights, fromPlaywright, fromDebian]) {
    const file = await look();
    if (file && runs(file)) return file;
  }
  fail(
    'No browser was found that can load the extension.',
    'Install Chromium (sudo apt-get install chromium; on macOS brew install --cask chromium),',
    'Edge or Brave; or set SALESMEMORY_BROWSER to one. Google Chrome refuses --load-extension.',
  );
}

/**
 * Opens a browser with the extension in it.
 *
 * @param options.extension the folder of the built extension
 * @param options.profile the folder of the browser's profile
 * @param options.headless without a window
 * @param options.proxy address of a proxy that sees every request, those to this machine too
 */
export async function launch(options: {
  extension: string;
  profile: string;
  headless: boolean;
  proxy?: string;
}): Promise<BrowserContext> {
  const { extension, profile, headless, proxy } = options;
  const args = [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`];
  // Playwright's own headless mode is an older browser without extensions.
  if (headless) args.push('--headless=new', '--disable-gpu');
  if (proxy) args.push(`--proxy-server=${proxy}`, '--proxy-bypass-list=<-loopback>');
  return chromium.launchPersistentContext(profile, {
    executablePath: await findBrowser(),
    headless: false,
    viewport: null,
    // It refuses root, and where user namespaces are restricted, everyone.
    chromiumSandbox: false,
    args,
  });
}

/** The extension's service worker, once it runs. */
export async function serviceWorkerOf(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker', { timeout: 15_000 });
}

/** The extension's id. */
export async function extensionIdOf(context: BrowserContext): Promise<string> {
  return new URL((await serviceWorkerOf(context)).url()).host;
}

/** Chrome disables an unpacked extension that reloads itself outside of the developer mode. */
export async function allowReloads(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(async () => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: { updateProfileConfiguration(change: object): Promise<void> };
    };
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  });
  await page.close();
}
