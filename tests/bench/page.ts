import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { builtExtension } from './support/browser';
import { type BusyPage, busyPages, leftOpen } from './support/busy-pages';
import { meterOf } from './support/main-thread';
import { addedCell, addedOf } from './support/paired';
import { openPlainBrowser, type PlainBrowser } from './support/plain-browser';
import type { BenchResult } from './support/result';
import { isSmoke, rounds, spreadOf } from './support/spread';
import { figure, spreadCell, table } from './support/table';
import { tryEverything } from './support/try-everything';

/** Hours on each page with each extension; the three take turns, so that all meet the same machine. */
const turns = 3;

/** What an hour took of the page's main thread and memory. */
interface Hour {
  /** Milliseconds of the main thread's processor time: all tasks, and scripts among them. */
  tasks: number;
  scripts: number;
  /** Longest task (ms): what the rep feels as a hitch. 0: none of 50 ms or more. */
  longest: number;
  /** Kilobytes on the heap after a collection, when the hour is over. */
  heap: number;
}

async function hourOn(browser: PlainBrowser, { url, html, ms: hourMs }: BusyPage): Promise<Hour> {
  const tab = await browser.open(url, html);
  try {
    const meter = await meterOf(tab);
    await sleep(500);
    let longest = 0;
    const { tasks, scripts } = await meter.of(async () => {
      longest = await tab.evaluate(
        async (ms) => {
          let most = 0;
          const observer = new PerformanceObserver((list) => {
            for (const { duration } of list.getEntries()) most = Math.max(most, duration);
          });
          observer.observe({ type: 'longtask' });
          await (globalThis as unknown as { live(ms: number): Promise<void> }).live(ms);
          // The last change's look may still wait.
          await new Promise((done) => setTimeout(done, 300));
          return most;
        },
        isSmoke ? Math.min(1_000, hourMs) : hourMs,
      );
    });
    return { tasks, scripts, longest, heap: await meter.heap() };
  } finally {
    await tab.close();
  }
}

const names = ['without', 'with SalesMemory', 'with try-everything'] as const;
type Name = (typeof names)[number];
type Hours = Record<Name, Hour[]>;

/** Lives hours on a page in each of the browsers, by turns. */
async function live(browsers: PlainBrowser[], page: BusyPage): Promise<Hours> {
  const hours: Hours = { without: [], 'with SalesMemory': [], 'with try-everything': [] };
  const turned = names.map((name, index) => ({ name, browser: browsers[index] as PlainBrowser }));
  for (let turn = 0; turn < rounds(turns); turn += 1) {
    // Whoever comes first changes from turn to turn.
    turned.push(...turned.splice(0, 1));
    for (const { name, browser } of turned) hours[name].push(await hourOn(browser, page));
  }
  return hours;
}

const of = (hours: Hour[], what: keyof Hour) => hours.map((hour) => hour[what]);

function rowOf(page: string, hours: Hours, name: Name): string[] {
  const own = hours[name];
  const added = (what: keyof Hour) => addedOf(of(hours.without, what), of(own, what));
  const isBare = name === 'without';
  return [
    page,
    name,
    spreadCell(spreadOf(of(own, 'tasks'))),
    isBare ? '' : addedCell(added('scripts')),
    isBare ? '' : addedCell(added('tasks')),
    figure(spreadOf(of(own, 'longest')).median),
    isBare ? '' : addedCell(added('heap')),
  ];
}

/** What the extension adds to the pages that a rep lives on. */
export default async function benchPage(): Promise<BenchResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'salesmemory-try-'));
  const browsers: PlainBrowser[] = [];
  try {
    const extensions = [null, await builtExtension('production'), await tryEverything(folder)];
    for (const extension of extensions) browsers.push(await openPlainBrowser(extension));
    const found: { page: string; hours: Hours }[] = [];
    for (const page of busyPages) {
      found.push({ page: page.name, hours: await live(browsers, page) });
    }
    const [calendar, records] = busyPages as [BusyPage, BusyPage, BusyPage];
    const open = found.find(({ page }) => page === leftOpen.name)?.hours as Hours;
    /** Seconds of scripts that an hour of changes adds. */
    const anHourOf = (name: Name) =>
      (addedOf(of(open.without, 'scripts'), of(open[name], 'scripts')).median / leftOpen.ms) *
      3_600;
    const markdown = [
      `The same page at the same address in three browsers: without an extension, with the built one, and with a page reader that tries every strategy upon every change. What a rep does to the page in an hour is done in ${calendar.ms / 1000} s (calendar) and ${records.ms / 1000} s (CRM), since an hour's waiting costs nothing but for the changes that the CRM page makes by itself: those are measured alone too, at their real rate for ${leftOpen.ms / 1000} s. Processor time of the page's main thread: median (least–most) of ${rounds(turns)} runs that took turns; added: the median difference to the run without an extension of the same turn (least to most).`,
      table(
        [
          'page',
          'extension',
          'all of the main thread (ms)',
          'scripts added (ms)',
          'all added (ms)',
          'longest task (ms; 0: none over 50)',
          'heap added (kB)',
        ],
        found.flatMap(({ page, hours }) => names.map((name) => rowOf(page, hours, name))),
      ),
      `Left open for an hour, the CRM page's own changes come to ${figure(anHourOf('with SalesMemory'))} s of scripts added by the extension, ${figure(anHourOf('with try-everything'))} s by the other, at what ${leftOpen.ms / 1000} s of them took. Scripts say more than all of the main thread: most of that is drawing, and a busy machine draws fewer frames in the same time. The heap is that of the page and of the extension's script on it, after a collection.`,
    ].join('\n\n');
    return { markdown, json: { pages: found } };
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    await rm(folder, { recursive: true, force: true });
  }
}
