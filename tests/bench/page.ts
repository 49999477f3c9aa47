import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserContext, chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/browser';
import { builtExtension } from './support/browser';
import { type BusyPage, busyPages } from './support/busy-pages';
import type { BenchResult } from './support/result';
import { isSmoke, rounds, type Spread, spreadOf } from './support/spread';
import { figure, spreadCell, table } from './support/table';
import { tryEverything } from './support/try-everything';

/** How long the compressed hour takes (ms): what a page does in an hour, without its idle time. */
const hourMs = isSmoke ? 1_500 : 6_000;
/** Runs of each page with each extension; the three take turns, so that all meet the same machine. */
const turns = 3;

/** What an hour took of the page's main thread and memory. */
interface Hour {
  /** Milliseconds of the main thread: all tasks, and scripts among them. */
  tasks: number;
  scripts: number;
  /** Longest task (ms): what the rep feels as a hitch. */
  longest: number;
  /** Kilobytes on the heap after a collection, when the hour is over. */
  heap: number;
}

/** Lives an hour on each page, in a browser of its own. */
async function liveThrough(extension: string | null): Promise<Hour[]> {
  const profile = await mkdtemp(path.join(tmpdir(), 'salesmemory-page-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findBrowser(),
    headless: false,
    chromiumSandbox: false,
    args: [
      '--headless=new',
      '--disable-gpu',
      ...(extension
        ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]
        : []),
    ],
  });
  try {
    if (extension && context.serviceWorkers().length === 0) {
      await context.waitForEvent('serviceworker', { timeout: 15_000 });
    }
    const hours: Hour[] = [];
    for (const page of busyPages) hours.push(await hourOn(context, page));
    return hours;
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}

async function hourOn(context: BrowserContext, page: BusyPage): Promise<Hour> {
  const tab = await context.newPage();
  try {
    await tab.route(/^https:/, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: page.html }),
    );
    const session = await context.newCDPSession(tab);
    await session.send('Performance.enable');
    await tab.goto(page.url);
    await sleep(500);
    const metrics = async () => {
      const { metrics: found } = await session.send('Performance.getMetrics');
      return new Map(found.map(({ name, value }) => [name, value]));
    };
    const before = await metrics();
    const longest = await tab.evaluate(async (ms) => {
      let most = 0;
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) most = Math.max(most, duration);
      });
      observer.observe({ type: 'longtask' });
      await (globalThis as unknown as { live(ms: number): Promise<void> }).live(ms);
      await new Promise((done) => setTimeout(done, 300));
      return most;
    }, hourMs);
    const after = await metrics();
    await session.send('HeapProfiler.collectGarbage');
    const grown = (name: string) => ((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1000;
    return {
      tasks: grown('TaskDuration'),
      scripts: grown('ScriptDuration'),
      longest,
      heap: ((await metrics()).get('JSHeapUsedSize') ?? 0) / 1000,
    };
  } finally {
    await tab.close();
  }
}

type Spreads = Record<keyof Hour, Spread>;

function spreadsOf(hours: Hour[]): Spreads {
  const of = (name: keyof Hour) => spreadOf(hours.map((hour) => hour[name]));
  return { tasks: of('tasks'), scripts: of('scripts'), longest: of('longest'), heap: of('heap') };
}

const names = ['without', 'with SalesMemory', 'with try-everything'] as const;

/** What the extension adds to the pages that a rep lives on. */
export default async function benchPage(): Promise<BenchResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'salesmemory-try-'));
  try {
    const extensions = [null, await builtExtension('production'), await tryEverything(folder)];
    const found: { page: string; extension: (typeof names)[number]; spreads: Spreads }[] = [];
    const hours: Hour[][][] = extensions.map(() => []);
    for (let turn = 0; turn < rounds(turns); turn += 1) {
      for (const [index, extension] of extensions.entries()) {
        hours[index]?.push(await liveThrough(extension));
      }
    }
    for (const [at, page] of busyPages.entries()) {
      names.forEach((extension, index) => {
        const spreads = spreadsOf((hours[index] ?? []).flatMap((turn) => turn[at] ?? []));
        found.push({ page: page.name, extension, spreads });
      });
    }
    const bare = (page: string) =>
      found.find((one) => one.page === page && one.extension === 'without')?.spreads;
    const added = (page: string, spreads: Spreads, what: keyof Hour) => {
      const more = spreads[what].median - (bare(page)?.[what].median ?? 0);
      return `${more >= 0 ? '+' : '−'}${figure(Math.abs(more))}`;
    };
    const markdown = [
      `A page with the built extension, without it, and with a page reader that tries every strategy upon every change; what a rep's hour does to the page, compressed into ${hourMs / 1000} s. Medians (least–most) of ${rounds(turns)} runs that took turns.`,
      table(
        [
          'page',
          'extension',
          'main thread (ms)',
          'added (ms)',
          'of it scripts (ms)',
          'longest task (ms)',
          'heap added (kB)',
        ],
        found.map(({ page, extension, spreads }) => [
          page,
          extension,
          spreadCell(spreads.tasks),
          extension === 'without' ? '' : added(page, spreads, 'tasks'),
          extension === 'without' ? '' : added(page, spreads, 'scripts'),
          figure(spreads.longest.median),
          extension === 'without' ? '' : added(page, spreads, 'heap'),
        ]),
      ),
    ].join('\n\n');
    return { markdown, json: found };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
