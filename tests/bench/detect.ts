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
import { meterOf } from './support/main-thread';
import { type Added, addedCell, addedOf } from './support/paired';
import { openPlainBrowser, type PlainBrowser } from './support/plain-browser';
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

/** Addresses where the extension runs. */
const on = {
  calendar: 'https://calendar.google.com/calendar/u/0/r/week',
  record: 'https://app.hubspot.com/contacts/1/record/0-1/0',
};

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

/** A burst of mutations that concern nobody: 50 rows of the page are built anew. */
async function burst(page: Page, turn: number): Promise<void> {
  await page.evaluate(scrollGrid, turn);
  // Longer than any rest of the watch, so that each burst may cost what it can.
  await sleep(60);
}

/** A minute of calendar use without its waiting: one event looked at, after two scrolls. */
async function aMinute(page: Page, turn: number): Promise<void> {
  for (const scroll of [0, 1]) {
    await page.evaluate(scrollGrid, turn * 2 + scroll);
    await sleep(20);
  }
  await page.evaluate(openEvent, turn + 1);
  await sleep(50);
  await page.evaluate(closeEvent);
  await sleep(20);
}

const watchers = ['nothing', 'ours', 'reference'] as const;
type Watcher = (typeof watchers)[number];

/** What some work takes of the main thread, and what each watcher adds to it (ms). */
interface Cost {
  alone: Spread;
  ours: Added;
  reference: Added;
}

interface Load {
  minute: Cost;
  calendarBurst: Cost;
  recordBurst: Cost;
}

/** How often each work is done on each of the three pages. */
const bursts = 120;
const minutes = 60;
/** Turns that don't count, while the browser compiles what it runs often. */
const warmUps = rounds(10);

/** Three tabs of one page at one address: nobody watches, the extension does, the reference does. */
async function load(extension: string, client: string): Promise<Load> {
  // A browser for each: of the tabs of one, only that in front is drawn.
  const browsers: Record<Watcher, PlainBrowser> = {
    nothing: await openPlainBrowser(null),
    ours: await openPlainBrowser(extension),
    reference: await openPlainBrowser(null),
  };
  const open = async (watcher: Watcher, address: string, html: string) => {
    const page = await browsers[watcher].open(address, html);
    if (watcher === 'reference') {
      await page.evaluate(client);
      await page.evaluate(() => void (globalThis as WithClient).bench.watchPlainly());
    }
    return { watcher, page, meter: await meterOf(page) };
  };
  const measure = async (
    address: string,
    html: string,
    work: (page: Page, turn: number) => Promise<void>,
    times: number,
  ): Promise<Cost> => {
    const samples: Record<Watcher, number[]> = { nothing: [], ours: [], reference: [] };
    const tabs = await Promise.all(watchers.map((watcher) => open(watcher, address, html)));
    await sleep(500);
    for (let turn = -warmUps; turn < rounds(times); turn += 1) {
      // Whoever comes first changes from turn to turn.
      tabs.push(...tabs.splice(0, 1));
      for (const { watcher, page, meter } of tabs) {
        const { tasks } = await meter.of(() => work(page, turn + warmUps));
        if (turn >= 0) samples[watcher].push(tasks);
      }
    }
    await Promise.all(tabs.map(({ page }) => page.close()));
    return {
      alone: spreadOf(samples.nothing),
      ours: addedOf(samples.nothing, samples.ours),
      reference: addedOf(samples.nothing, samples.reference),
    };
  };
  try {
    return {
      minute: await measure(on.calendar, calendarPage, aMinute, minutes),
      calendarBurst: await measure(on.calendar, calendarPage, burst, bursts),
      recordBurst: await measure(on.record, recordPage, burst, bursts),
    };
  } finally {
    await Promise.all(watchers.map((watcher) => browsers[watcher].close()));
  }
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

function loadRow(what: string, { alone, ours, reference }: Cost): string[] {
  return [what, spreadCell(alone), addedCell(ours), addedCell(reference)];
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
  const slowest = Math.max(times.calendar.p95, times.record.p95);
  const [cheaper, dearer] = [loads.calendarBurst.ours, loads.recordBurst.ours].sort(
    (a, b) => a.median - b.median,
  ) as [Added, Added];
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
      [
        'added by an unrelated burst, dearer page (ms)',
        addedCell(dearer),
        figure(limits.burst),
        Math.max(cheaper.high, dearer.high) < limits.burst
          ? 'yes'
          : dearer.median < limits.burst
            ? 'yes, but not by all of its bounds'
            : '**no**',
      ],
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
    const loads = await load(extension, client);
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
      `Three browsers with the same page at the same address take turns, one without the extension, one with it, one with the reference: ${loads.minute.ours.pairs} minutes and ${loads.calendarBurst.ours.pairs} bursts each. Alone: median (least–most). Added: the median difference to the tab where nobody watches in the same turn, and in brackets between what it lies with 95 %. A burst replaces 50 rows of the page. The reference stops at its first strategy that finds somebody, which makes it cheap where it is wrong.`,
      table(
        ['ms', 'alone', 'the extension adds', 'the reference adds'],
        [
          loadRow('a minute of the calendar: one event opened, two scrolls', loads.minute),
          loadRow('one unrelated burst, calendar', loads.calendarBurst),
          loadRow('one unrelated burst, record', loads.recordBurst),
        ],
      ),
      `An hour of the calendar, its 60 minutes summed up: ${figure(loads.minute.ours.mean * 60)} ms added by the extension, ${figure(loads.minute.reference.mean * 60)} ms by the reference.`,
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
