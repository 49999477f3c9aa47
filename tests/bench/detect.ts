import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Page, Worker } from 'playwright-core';
import { type DetectBrowser, openDetectBrowser } from '../../scripts/detect-page';
import { type Fixture, fixtureFolders, fixturesOf } from '../unit/detect/load';
import budget from './budget.json';
import { builtExtension } from './support/browser';
import { bundleForPage } from './support/bundle';
import {
  calendarPage,
  closeEvent,
  openEvent,
  openRecord,
  recordPage,
  scrollGrid,
} from './support/detect/pages';
import type { Found } from './support/detect/reference';
import type { BenchResult } from './support/result';
import { rounds, type Spread, spreadOf } from './support/spread';
import { figure, spreadCell, table } from './support/table';
import { budgetOf } from './support/weigh';

interface Client {
  ours(): Found[];
  reference(): Found[];
  watchPlainly(): number[];
}

type WithClient = typeof globalThis & { bench: Client };

/** Addresses where the extension runs, and one where it doesn't, for the same page. */
const on = {
  calendar: 'https://calendar.google.com/calendar/u/0/r/week',
  record: 'https://app.hubspot.com/contacts/1/record/0-1/0',
};
const off = 'https://elsewhere.example/contacts/1/record/0-1/0';

type Score = Record<'right' | 'missed' | 'wrong', number>;

const keyOf = ({ name, email }: Found) => (email ?? `name:${name}`).toLowerCase();

/** Counts people: one that must be found and isn't is missed, one that mustn't and is is wrong. */
function scoreOf(found: Found[], expected: Found[]): Score {
  const [there, wanted] = [new Set(found.map(keyOf)), new Set(expected.map(keyOf))];
  const right = [...wanted].filter((key) => there.has(key)).length;
  return { right, missed: wanted.size - right, wrong: there.size - right };
}

const sum = (scores: Score[]): Score => ({
  right: scores.reduce((all, { right }) => all + right, 0),
  missed: scores.reduce((all, { missed }) => all + missed, 0),
  wrong: scores.reduce((all, { wrong }) => all + wrong, 0),
});

interface Judged {
  site: string;
  fixtures: number;
  ours: Score;
  reference: Score;
}

async function judge(browser: DetectBrowser, client: string): Promise<Judged[]> {
  const one = async ({ url, html, expected }: Fixture) => {
    const page = await browser.open(url.href, html);
    await page.evaluate(client);
    const found = await page.evaluate(() => {
      const { bench } = globalThis as WithClient;
      return { ours: bench.ours(), reference: bench.reference() };
    });
    await page.close();
    const people = expected?.people ?? [];
    return { ours: scoreOf(found.ours, people), reference: scoreOf(found.reference, people) };
  };
  const judged: Judged[] = [];
  for (const site of fixtureFolders()) {
    const fixtures = fixturesOf(site);
    const scores = [];
    for (const fixture of fixtures) scores.push(await one(fixture));
    judged.push({
      site,
      fixtures: fixtures.length,
      ours: sum(scores.map(({ ours }) => ours)),
      reference: sum(scores.map(({ reference }) => reference)),
    });
  }
  return judged;
}

/** Listens, in the extension's background, to when it is told of whom. */
async function listen(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const heard = new Map<string, number>();
    Object.assign(globalThis, { heard });
    chrome.runtime.onMessage.addListener(({ type, data }) => {
      const people = (data as { people?: Found[] } | null)?.people;
      if (type === 'detected' && people)
        heard.set(people.map(({ email }) => email).join(), Date.now());
    });
  });
}

const heardAt = (worker: Worker, people: string) =>
  worker.evaluate(
    (key) => (globalThis as unknown as { heard: Map<string, number> }).heard.get(key) ?? null,
    people,
  );

/** From the moment that a surface can be read to the message about it (ms). */
async function timeToDetection(browser: DetectBrowser) {
  const worker = await browser.worker();
  await listen(worker);
  const wait = async (people: string, since: number) => {
    for (let turn = 0; turn < 200; turn += 1) {
      const at = await heardAt(worker, people);
      if (at !== null) return at - since;
      await sleep(10);
    }
    throw new Error(`${people} was never detected`);
  };
  const times = { calendar: [] as number[], record: [] as number[] };
  const calendar = await browser.open(on.calendar, calendarPage);
  await sleep(500);
  for (let number = 1; number <= rounds(30); number += 1) {
    const since = await calendar.evaluate(openEvent, number);
    const people = ['ann', 'bo'].map((who) => `${who}${number}@firm${number}.example`).join();
    times.calendar.push(await wait(people, since));
    await calendar.evaluate(closeEvent);
    await sleep(60);
  }
  await calendar.close();
  const record = await browser.open(on.record, recordPage);
  await sleep(500);
  for (let number = 1; number <= rounds(30); number += 1) {
    const since = await record.evaluate(openRecord, number);
    times.record.push(await wait(`person${number}@firm${number}.example`, since));
    await sleep(60);
  }
  await record.close();
  return { calendar: spreadOf(times.calendar), record: spreadOf(times.record) };
}

/** The main thread's own time of some work on a page (ms of processor time). */
async function mainThread(page: Page, work: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taken = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  const before = await taken();
  await work();
  const after = await taken();
  await session.detach();
  return after - before;
}

/** An hour of calendar use without its waiting: 60 events looked at, 120 scrolls between them. */
async function anHour(page: Page): Promise<void> {
  for (let number = 1; number <= rounds(60); number += 1) {
    for (const turn of [0, 1]) {
      await page.evaluate(scrollGrid, number * 2 + turn);
      await sleep(20);
    }
    await page.evaluate(openEvent, number);
    await sleep(50);
    await page.evaluate(closeEvent);
    await sleep(20);
  }
}

/** Mutation bursts on the page that concern nobody. */
const bursts = 40;
async function unrelated(page: Page): Promise<void> {
  for (let turn = 0; turn < rounds(bursts); turn += 1) {
    await page.evaluate(scrollGrid, turn);
    // Longer than any rest of the watch, so that each burst may cost what it can.
    await sleep(60);
  }
}

type Watcher = 'nothing' | 'ours' | 'reference';
const watchers: Watcher[] = ['nothing', 'ours', 'reference'];

interface Load {
  hour: Record<Watcher, Spread>;
  calendarBurst: Record<Watcher, Spread>;
  recordBurst: Record<Watcher, Spread>;
}

async function load(browser: DetectBrowser, client: string): Promise<Load> {
  const open = async (watcher: Watcher, address: string, html: string) => {
    const page = await browser.open(watcher === 'ours' ? address : off, html);
    if (watcher === 'reference') {
      await page.evaluate(client);
      await page.evaluate(() => void (globalThis as WithClient).bench.watchPlainly());
    }
    await sleep(500);
    return page;
  };
  const measure = async (
    address: string,
    html: string,
    work: (page: Page) => Promise<void>,
    times: number,
    share = 1,
  ) => {
    const samples: Record<Watcher, number[]> = { nothing: [], ours: [], reference: [] };
    // In turns, so that what else runs on the machine meets all three.
    for (let round = 0; round < rounds(times); round += 1)
      for (const watcher of watchers) {
        const page = await open(watcher, address, html);
        samples[watcher].push((await mainThread(page, () => work(page))) / share);
        await page.close();
      }
    return Object.fromEntries(
      watchers.map((watcher) => [watcher, spreadOf(samples[watcher])]),
    ) as Record<Watcher, Spread>;
  };
  const each = rounds(bursts);
  return {
    hour: await measure(on.calendar, calendarPage, anHour, 2),
    calendarBurst: await measure(on.calendar, calendarPage, unrelated, 3, each),
    recordBurst: await measure(on.record, recordPage, unrelated, 3, each),
  };
}

async function weights(extension: string): Promise<[script: string, bytes: number][]> {
  const folder = path.join(extension, 'content-scripts');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.js'));
  return Promise.all(
    files.sort().map(async (file): Promise<[string, number]> => {
      const script = await readFile(path.join(folder, file));
      return [file.replace('.js', ''), gzipSync(script, { level: 9 }).length];
    }),
  );
}

const scoreCells = ({ right, missed, wrong }: Score) => [right, missed, wrong];

function loadRow(what: string, unit: string, spreads: Record<Watcher, Spread>): string[] {
  const added = (watcher: Watcher) => spreads[watcher].median - spreads.nothing.median;
  return [
    `${what} (${unit})`,
    spreadCell(spreads.nothing),
    spreadCell(spreads.ours),
    figure(added('ours')),
    spreadCell(spreads.reference),
    figure(added('reference')),
  ];
}

/** What a page may cost at most, and how long a rep may wait (ms); nobody wrong at all. */
const limits = { detection: 50, burst: 1 };

/** The limits beside what was measured, so that nobody has to look for them. */
function verdicts(
  wrong: number,
  times: Record<'calendar' | 'record', Spread>,
  loads: Load,
  sizes: [script: string, bytes: number][],
): string {
  const added = (spreads: Record<Watcher, Spread>) => spreads.ours.median - spreads.nothing.median;
  const slowest = Math.max(times.calendar.p95, times.record.p95);
  const burst = Math.max(added(loads.calendarBurst), added(loads.recordBurst));
  const [heaviest, bytes] = sizes.reduce((a, b) => (b[1] > a[1] ? b : a));
  const most = budgetOf(budget, 'content: any') ?? 0;
  const row = (what: string, value: number, limit: number, within: boolean) => [
    what,
    figure(value),
    figure(limit),
    within ? 'yes' : '**no**',
  ];
  return table(
    ['what', 'measured', 'limit', 'within'],
    [
      row('people that are wrong', wrong, 0, wrong === 0),
      row(
        'readable to message, slower p95 (ms)',
        slowest,
        limits.detection,
        slowest < limits.detection,
      ),
      row(
        'added by an unrelated burst, dearer page (ms)',
        burst,
        limits.burst,
        burst < limits.burst,
      ),
      row(`heaviest script, ${heaviest} (bytes gzipped)`, bytes, most, bytes <= most),
    ],
  );
}

/** Who is found on the written pages, how soon, and what it costs the page. */
export default async function benchDetect(): Promise<BenchResult> {
  const extension = await builtExtension('production');
  const client = await bundleForPage('tests/bench/support/detect/client.ts');
  const browser = await openDetectBrowser({ extension });
  try {
    const judged = await judge(browser, client);
    const times = await timeToDetection(browser);
    const loads = await load(browser, client);
    const sizes = await weights(extension);
    const total = {
      site: '**all**',
      fixtures: judged.reduce((all, { fixtures }) => all + fixtures, 0),
      ours: sum(judged.map(({ ours }) => ours)),
      reference: sum(judged.map(({ reference }) => reference)),
    };
    const markdown = [
      'The reference is one list of strategies for all sites, each tried on every mutation (`tests/bench/support/detect/reference.ts`). Both read the same pages in the same run.',
      verdicts(total.ours.wrong, times, loads, sizes),
      '### People on the written pages',
      table(
        ['site', 'pages', 'right', 'missed', 'wrong', 'reference: right', 'missed', 'wrong'],
        [...judged, total].map(({ site, fixtures, ours, reference }) => [
          site,
          fixtures,
          ...scoreCells(ours),
          ...scoreCells(reference),
        ]),
      ),
      '### From a surface that can be read to the message about it',
      table(
        ['page of 10,000 nodes', 'ms: median (least–most)', 'p95'],
        [
          ['Google Calendar, guests of a popover', spreadCell(times.calendar), times.calendar.p95],
          ['HubSpot, next contact by the History API', spreadCell(times.record), times.record.p95],
        ],
      ),
      '### Main thread, processor time, on a page of 10,000 nodes',
      `Medians (least–most) of runs that took turns on fresh tabs; a burst replaces 50 of its rows. "Adds" is the difference of medians, so noise of the machine can make it negative. The reference stops at its first strategy that finds somebody, which makes it cheap where it is wrong.`,
      table(
        ['what', 'nobody watches', 'extension', 'adds', 'reference', 'adds'],
        [
          loadRow('an hour of the calendar: 60 events, 120 scrolls', 'ms', loads.hour),
          loadRow('one unrelated burst, calendar', 'ms', loads.calendarBurst),
          loadRow('one unrelated burst, record', 'ms', loads.recordBurst),
        ],
      ),
      '### Weight of a page',
      table(
        ['script', 'gzipped (bytes)'],
        sizes.map(([script, bytes]) => [script, bytes]),
      ),
    ].join('\n\n');
    return { markdown, json: { judged, times, loads, sizes: Object.fromEntries(sizes) } };
  } finally {
    await browser.close();
  }
}
