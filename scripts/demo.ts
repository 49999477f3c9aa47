import path from 'node:path';
import type { Page } from 'playwright-core';
import { launch, type SidePanel, serviceWorkerOf, sidePanelOf } from './browser';
import type { Hindsight } from './hindsight';
import { localBank } from './local-memory';
import { serveSamples } from './sample-site/server';

/** The rep of the sample calendar. */
const rep = { name: 'Robin Rep', email: 'rep@salesmemory.example' };

/** The width of the side panel that the product is drawn for, in pixels. */
const panelSize = { width: 360, height: 900 };

/** A browser with the extension, its memory connected, on the sample calendar. */
export interface Demo {
  page: Page;
  /** Opens the meeting of a title with a click, and waits for the brief in the side panel. */
  openInvite(title: string): Promise<{ panel: SidePanel; score: number }>;
  onClose(listener: () => void): void;
  close(): Promise<void>;
}

/** Opens a browser on the sample calendar. */
export async function openDemo(options: {
  extension: string;
  home: string;
  headless: boolean;
  hindsight: Pick<Hindsight, 'baseUrl' | 'apiKey'>;
  bank?: string;
  proxy?: string;
}): Promise<Demo> {
  const { extension, home, headless, hindsight, bank = localBank, proxy } = options;
  const site = await serveSamples();
  const context = await launch({
    extension,
    profile: path.join(home, 'profile'),
    headless,
    ...(proxy ? { proxy } : {}),
  });
  try {
    const worker = await serviceWorkerOf(context);
    const settings = {
      connection: { baseUrl: hindsight.baseUrl, apiKey: hindsight.apiKey, bank },
      rep: rep.name,
      ownAddresses: [rep.email],
    };
    await worker.evaluate((value) => chrome.storage.local.set({ settings: value }), settings);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(site.url);
    return {
      page,
      openInvite: (title) => openInvite(page, title),
      onClose: (listener) => void context.on('close', listener),
      close: async () => {
        await context.close();
        await site.close();
      },
    };
  } catch (error) {
    await context.close();
    await site.close();
    throw error;
  }
}

async function openInvite(page: Page, title: string): Promise<{ panel: SidePanel; score: number }> {
  await page.getByRole('button').filter({ hasText: title }).first().click();
  const panel = await sidePanelOf(page.context());
  await panel.send('Emulation.setDeviceMetricsOverride', {
    ...panelSize,
    deviceScaleFactor: 2,
    mobile: false,
  });
  await panel.waitFor('[data-testid="brief"]');
  const score = await panel.evaluate(
    () => document.querySelector('[data-testid="score"]')?.textContent ?? '',
  );
  return { panel, score: Number(/\d+/.exec(score)?.[0]) };
}
