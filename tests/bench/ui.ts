import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { extensionIdOf, type SidePanel, serviceWorkerOf } from '../../scripts/browser';
import type { Demo } from '../../scripts/demo';
import { memoryOn } from '../../scripts/local-memory';
import { loadSamples } from '../../scripts/samples/load';
import { startGroqServer } from '../fakes/groq-server';
import budget from './budget.json';
import { builtExtension, withDemo } from './support/browser';
import { openedByInvite } from './support/opened-panel';
import type { BenchResult } from './support/result';
import { withServer } from './support/server';
import { rounds, type Spread, spreadOf } from './support/spread';
import { figure, table } from './support/table';
import { budgetOf, weighExtension } from './support/weigh';

const part = (id: string) => `[data-testid="${id}"]`;

/** Invites of the sample calendar, and whose they are. */
const invites = [
  ['Rentokil', 'Priya Sharma'],
  ['Paysend', 'James Okafor'],
] as const;

const priya = { name: 'Priya Sharma', email: 'priya.sharma@rentokil.example' };

/** Longer than any brief takes (ms). */
const patienceMs = 10_000;

/** A log as a rep types it. */
const words = 'She wants the pilot in two teams. I will send the plan on Monday.';

/** Notes in the page at what moment (ms, this machine's clock) its next click is. */
async function noteClick(page: Page): Promise<void> {
  await page.evaluate(() => {
    // No function here has a name: the compiler would call a helper that the page doesn't have.
    addEventListener(
      'click',
      () => Object.assign(globalThis, { clickedAt: performance.timeOrigin + performance.now() }),
      { capture: true, once: true },
    );
  });
}

const clickedAt = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { clickedAt: number }).clickedAt);

/** Notes in the panel when the brief of somebody can be read: drawn, and a frame later. */
async function noteBrief(panel: SidePanel, name: string): Promise<void> {
  await panel.evaluate((wanted) => {
    Object.assign(globalThis, { readableAt: 0 });
    const look = () => {
      const who = document.querySelector('[data-testid="prospect-name"]')?.textContent;
      const action = document.querySelector('[data-testid="recommended-action"]');
      if (who !== wanted || !action) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        Object.assign(globalThis, { readableAt: performance.timeOrigin + performance.now() });
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  }, name);
}

async function readableAt(panel: SidePanel): Promise<number> {
  for (const end = Date.now() + patienceMs; Date.now() < end; ) {
    const at = await panel.evaluate(
      () => (globalThis as unknown as { readableAt: number }).readableAt,
    );
    if (at > 0) return at;
  }
  throw new Error('The brief of the invite was never readable.');
}

/** From the click on an invite to its brief in the open panel, invites in turn. */
async function inviteToBrief(demo: Demo, panel: SidePanel): Promise<Spread> {
  const samples: number[] = [];
  for (let round = 0; round < rounds(20); round += 1) {
    const [title, name] = invites[(round + 1) % 2] as (typeof invites)[number];
    await demo.page.keyboard.press('Escape');
    await panel.waitFor(part('empty-state'));
    await noteBrief(panel, name);
    await noteClick(demo.page);
    await demo.page.getByRole('button').filter({ hasText: title }).first().click();
    samples.push((await readableAt(panel)) - (await clickedAt(demo.page)));
  }
  return spreadOf(samples);
}

interface Painted {
  /**
   * From the start of the page (ms): until the first words of a brief are painted, and until the panel's
   * own code has drawn the brief itself, to be pressed.
   */
  brief: number;
  own: number;
  /** Layout shift since then, as the browser reckons it. */
  shift: number;
}

interface Noted {
  brief: number;
  own: number;
  shifts: [at: number, much: number][];
}

/** What a page of the panel notes about itself from its start. */
function watchPaint(): void {
  const painted: Noted = { brief: 0, own: 0, shifts: [] };
  Object.assign(globalThis, { painted });
  let there = 0;
  new MutationObserver(() => {
    if (there === 0 && document.querySelector('.who')) there = performance.now();
    if (painted.own > 0 || !document.querySelector('[data-testid="brief"]')) return;
    painted.own = performance.now();
  }).observe(document, { childList: true, subtree: true });
  // The page is empty until the head's script has drawn a brief, and the first paint of anything is its.
  // Where something else came first: whatever is largest so far, if it is of a brief, or was and has been
  // replaced, which is told of an element that is none any more.
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { element, name, startTime } = entry as PerformanceEntry & { element?: Element | null };
      if (painted.brief > 0 || name === 'first-paint') continue;
      const isBrief = element
        ? element.closest('[data-testid="brief"], .who') !== null
        : there > 0 && there <= startTime;
      if (isBrief) painted.brief = startTime;
    }
  }).observe({ entryTypes: ['paint', 'largest-contentful-paint'] });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, startTime } = entry as PerformanceEntry & { value: number };
      painted.shifts.push([startTime, value]);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Longer than a page takes to open (ms): until then, nothing of the bench runs in it, and it has both cores. */
const undisturbedMs = 1_000;

/** A page of the extension, in a tab of the panel's size, once it has opened. */
async function newPage(demo: Demo, file: string): Promise<Page> {
  const context = demo.page.context();
  const page = await context.newPage();
  await page.setViewportSize({ width: 360, height: 900 });
  await page.addInitScript(watchPaint);
  await page.goto(`chrome-extension://${await extensionIdOf(context)}/${file}`, {
    waitUntil: 'commit',
  });
  await sleep(undisturbedMs);
  return page;
}

/** Opens the panel's page about somebody. */
async function openPanelPage(demo: Demo, reader: string): Promise<Painted> {
  const worker = await serviceWorkerOf(demo.page.context());
  await worker.evaluate(
    (prospect) => chrome.storage.session.set({ wanted: { prospect, at: Date.now() } }),
    priya,
  );
  const page = await newPage(demo, 'sidepanel.html');
  await page.locator(`${part('brief')}[data-reader="${reader}"]`).waitFor();
  await page.waitForFunction(() => (globalThis as unknown as { painted: Noted }).painted.brief > 0);
  // Two frames: a shift is told only after the one that it happened in.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  const painted = await page.evaluate(() => {
    const { brief, own, shifts } = (globalThis as unknown as { painted: Noted }).painted;
    const shift = shifts.reduce((sum, [at, much]) => (at > brief ? sum + much : sum), 0);
    return { brief, own, shift };
  });
  await page.close();
  return painted;
}

/** A page of the extension that has a line of text and nothing else: what the browser takes anyway. */
const emptyFile = 'empty.html';
const emptyPage = { [emptyFile]: '<!doctype html><title>Empty</title><p>Nothing.</p>' };

/** @returns when the empty page is painted, from its start (ms). */
async function openEmptyPage(demo: Demo): Promise<number> {
  const page = await newPage(demo, emptyFile);
  const painted = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [first] = list.getEntriesByName('first-contentful-paint');
          if (first) resolve(first.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  await page.close();
  return painted;
}

/** The panel's own page, opened anew with the session's last brief at hand, and an empty one, in turns. */
async function firstPaint(demo: Demo) {
  await openPanelPage(demo, 'basic');
  const [panels, empty]: [Painted[], number[]] = [[], []];
  for (let round = 0; round < rounds(20); round += 1) {
    panels.push(await openPanelPage(demo, 'basic'));
    empty.push(await openEmptyPage(demo));
  }
  const of = (what: keyof Painted) => spreadOf(panels.map((one) => one[what]));
  return { brief: of('brief'), own: of('own'), empty: spreadOf(empty) };
}

interface Saved {
  here: Spread;
  forGood: Spread;
  /** What a rep does to log a call in the open panel. */
  clicks: number;
  keystrokes: number;
}

/** From Save to kept in the browser, and to confirmed by the server, in the popup's page. */
async function save(demo: Demo): Promise<Saved> {
  const context = demo.page.context();
  const page = await context.newPage();
  await page.goto(`chrome-extension://${await extensionIdOf(context)}/popup.html`);
  const [here, forGood]: [number[], number[]] = [[], []];
  let done = { clicks: 0, keystrokes: 0 };
  for (let round = 0; round < rounds(10); round += 1) {
    await page.getByTestId('log-prospect-name').fill('Lena Bench');
    await page.getByTestId('log-prospect-email').fill('lena@bench.example');
    await page.getByTestId('log-text').focus();
    await page.evaluate(() => {
      const noted = { clicks: 0, keystrokes: 0, saved: 0, here: 0, forGood: 0 };
      Object.assign(globalThis, { noted });
      addEventListener('click', () => (noted.clicks += 1), { capture: true });
      addEventListener(
        'keydown',
        (event) => {
          // A chord is one keystroke.
          if (!['Control', 'Alt', 'Shift', 'Meta'].includes(event.key)) noted.keystrokes += 1;
          if (event.key === 'Enter') noted.saved = performance.now();
        },
        { capture: true },
      );
      new MutationObserver(() => {
        if (noted.saved === 0) return;
        const line = document.querySelector<HTMLElement>('[data-testid="log-state"]');
        const state = line?.dataset.state ?? '';
        if (noted.here === 0 && ['here', 'sending', 'for_good'].includes(state)) {
          noted.here = performance.now() - noted.saved;
        }
        if (noted.forGood === 0 && noted.here > 0 && state === 'for_good') {
          noted.forGood = performance.now() - noted.saved;
        }
      }).observe(document.body, { childList: true, subtree: true, attributes: true });
    });
    await page.keyboard.type(words);
    await page.keyboard.press('Alt+1');
    await page.keyboard.press('Control+Enter');
    await page.waitForFunction(
      () => (globalThis as unknown as { noted: { forGood: number } }).noted.forGood > 0,
    );
    const noted = await page.evaluate(
      () =>
        (
          globalThis as unknown as {
            noted: { clicks: number; keystrokes: number; here: number; forGood: number };
          }
        ).noted,
    );
    here.push(noted.here);
    forGood.push(noted.forGood);
    done = { clicks: noted.clicks, keystrokes: noted.keystrokes };
    await page.reload();
  }
  await page.close();
  return { here: spreadOf(here), forGood: spreadOf(forGood), ...done };
}

/** The layout shift while a model's brief replaces the basic one, each time a new one. */
async function replacement(demo: Demo, newest: { id: string; at: string }): Promise<Spread> {
  const server = await startGroqServer();
  try {
    const worker = await serviceWorkerOf(demo.page.context());
    const shifts: number[] = [];
    for (let round = 0; round < rounds(5); round += 1) {
      const claim = { memory_ids: [newest.id] };
      const answer = {
        signals: [
          {
            kind: 'pilot_agreed',
            topic: null,
            memory_id: newest.id,
            date: newest.at.slice(0, 10),
            quote: 'Pilot agreed for 20 reps',
            due: null,
          },
        ],
        risk: { text: 'The move of the data from the old CRM could hold the pilot up.', ...claim },
        action: {
          text: 'Send Priya a dated plan for the move of the data, and agree who owns each part of it.',
          ...claim,
        },
      };
      server.behave({ kind: 'answer', content: JSON.stringify(answer) });
      await worker.evaluate(
        async ({ url, name }) => {
          const { settings } = await chrome.storage.local.get<{ settings: object }>('settings');
          const model = {
            use: 'openai_compatible',
            openaiBaseUrl: url,
            openaiApiKey: 'k',
            openaiModel: name,
          };
          const { briefs } = await chrome.storage.session.get<{ briefs?: string[] }>('briefs');
          await chrome.storage.session.remove(['briefs', ...(briefs ?? [])]);
          await chrome.storage.local.set({ settings: { ...settings, model } });
        },
        // A name of its own each time: a brief that was made before would be there at once.
        { url: `${server.url}/openai/v1`, name: `model-${round}` },
      );
      shifts.push((await openPanelPage(demo, 'openai_compatible')).shift);
    }
    return spreadOf(shifts);
  } finally {
    await server.close();
  }
}

const kB = (bytes: number) => (bytes / 1000).toFixed(1);

const ms = ({ min, median, p95, max }: Spread) => [min, median, p95, max].map(figure);

/** What a rep waits for and does, in real Chromium on a real Hindsight on this machine. */
export default async function ui(): Promise<BenchResult> {
  return withServer(async ({ hindsight }) => {
    const memory = memoryOn(hindsight);
    await loadSamples(memory, new Date().toISOString());
    const newest = (await memory.historyOf(priya)).at(-1);
    if (!newest) throw new Error('The samples are not there.');
    return withDemo(
      hindsight,
      async (demo) => {
        const { panel } = await demo.openInvite('Rentokil');
        const invite = await inviteToBrief(demo, panel);
        const saved = await save(demo);
        // It would take whoever a panel's page in a tab is to show.
        await panel.close();
        const paint = await firstPaint(demo);
        const opened = await openedByInvite(demo, 'Rentokil', emptyFile);
        const later = opened.panel.painted.median - opened.empty.painted.median;
        const shift = await replacement(demo, newest);
        const built = await weighExtension(await builtExtension('production'));
        const weights = [...built].filter(([name]) => name.startsWith('page: '));
        const markdown = [
          `Real Chromium, the built extension, a real local server with the sample deals; ${invite.samples} invites, the panel’s page and the empty one ${paint.brief.samples} times each, each thing else ${saved.here.samples} times, a p95 of which is the most. What stands beside an empty page was measured in turns with it.`,
          table(
            ['from', 'to', 'least (ms)', 'median (ms)', 'p95 (ms)', 'most (ms)'],
            [
              ['click on an invite, panel open', 'its basic brief readable', ...ms(invite)],
              ['panel’s page opened anew', 'the session’s last brief painted', ...ms(paint.brief)],
              [
                'panel’s page opened anew',
                'drawn by its own code, to be pressed',
                ...ms(paint.own),
              ],
              ['empty page of the extension opened', 'its one line painted', ...ms(paint.empty)],
              [
                'an invite’s guests on the page, panel closed',
                'the side panel’s page begins',
                ...ms(opened.panel.begun),
              ],
              [
                'an invite’s guests on the page, panel closed',
                'the session’s last brief painted',
                ...ms(opened.panel.painted),
              ],
              [
                'the same, an empty page as the side panel',
                'its one line painted',
                ...ms(opened.empty.painted),
              ],
              ['Save', 'kept in the browser', ...ms(saved.here)],
              ['Save', 'confirmed by the server', ...ms(saved.forGood)],
            ],
          ),
          `First paint of the panel's page opened anew, median: ${paint.brief.median < 100 ? 'within' : 'over'} the aim of 100 ms; an empty page, which loads and runs nothing, takes ${figure(paint.empty.median)} in the same run. A script in the head draws it before the panel's own code is loaded, which draws the same over it. In the real side panel, opened by the click, the brief is painted ${figure(later)} ms later than the empty page is.`,
          table(
            ['what', 'figure'],
            [
              ['clicks to log a call, popup open and about the person', saved.clicks],
              [`keystrokes for it, of which ${words.length} are its words`, saved.keystrokes],
              [
                'layout shift while a model’s brief that found one fact replaces the basic one of all, most; 0 is the aim',
                shift.max,
              ],
            ],
          ),
          table(
            ['JavaScript at the start of', 'gzipped (kB)', 'limit (kB)'],
            weights.map(([name, { gzip }]) => [name, kB(gzip), kB(budgetOf(budget, name) ?? 0)]),
          ),
          'The panel is the browser’s own, 360 px wide; what is heavier loads when it is looked at. What the pages weigh is made of stands under `weight`.',
        ].join('\n\n');
        return {
          markdown,
          json: { invite, paint, opened, saved, shift, weights: Object.fromEntries(weights) },
        };
      },
      emptyPage,
    );
  });
}
