import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';
import { launch, serviceWorkerOf } from '../../../scripts/browser';
import { builtExtension } from './browser';
import { rounds, type Spread, spreadOf } from './spread';

/** How often each worker is started. */
const workersStarted = 12;

/** An extension that does nothing but answer, for what a cold start costs at least. */
async function emptyExtension(folder: string): Promise<string> {
  await writeFile(
    path.join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Empty',
      version: '1',
      background: { service_worker: 'worker.js' },
    }),
  );
  await writeFile(
    path.join(folder, 'worker.js'),
    'chrome.runtime.onMessage.addListener((m, s, answer) => { answer({ res: [] }); });',
  );
  await writeFile(path.join(folder, 'page.html'), '<!doctype html><title>Empty</title>');
  return folder;
}

async function coldStarts(context: BrowserContext, origin: string, file: string): Promise<Spread> {
  const page = await context.newPage();
  await page.goto(`${origin}/${file}`);
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('This browser has no debugging session of its own.');
  const samples: number[] = [];
  for (let round = -1; round < rounds(workersStarted); round += 1) {
    const { targetInfos } = await session.send('Target.getTargets');
    for (const { targetId, type, url } of targetInfos) {
      if (type === 'service_worker' && url.startsWith(origin)) {
        await session.send('Target.closeTarget', { targetId });
      }
    }
    await sleep(600);
    const took = await page.evaluate(async () => {
      const from = performance.now();
      await chrome.runtime.sendMessage({ id: 1, type: 'outbox', timestamp: Date.now() });
      return performance.now() - from;
    });
    if (round >= 0) samples.push(took);
  }
  await page.close();
  await session.detach();
  return spreadOf(samples);
}

/** The worker's cold start to its first answer, beside that of an extension that does nothing. */
export async function coldStart(): Promise<{ ours: Spread; empty: Spread }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'salesmemory-empty-'));
  const profile = await mkdtemp(path.join(tmpdir(), 'salesmemory-bench-'));
  const extension = `${await builtExtension('samples')},${await emptyExtension(folder)}`;
  const context = await launch({ extension, profile, headless: true });
  try {
    await serviceWorkerOf(context);
    for (let tries = 0; context.serviceWorkers().length < 2 && tries < 100; tries += 1) {
      await sleep(50);
    }
    // The origin of such an address is opaque to Node.
    const originOf = (script: string) => {
      const worker = context.serviceWorkers().find((one) => one.url().endsWith(`/${script}`));
      if (!worker) throw new Error(`No extension with ${script} has started.`);
      return worker.url().slice(0, -script.length - 1);
    };
    return {
      ours: await coldStarts(context, originOf('background.js'), 'options.html'),
      empty: await coldStarts(context, originOf('worker.js'), 'page.html'),
    };
  } finally {
    await context.close();
    await Promise.all([folder, profile].map((one) => rm(one, { recursive: true, force: true })));
  }
}
