import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'playwright-core';
import type { Prospect } from '../../lib/identity/prospect';
import { decisionTag } from '../../lib/memory/decisions';
import { createMemory, type Memory } from '../../lib/memory/memory';
import { companyTags, personTag } from '../../lib/memory/tags';
import type { Connection } from '../../lib/settings';
import { type SidePanel, serviceWorkerOf, sidePanelOf } from '../../scripts/browser';
import type { Demo } from '../../scripts/demo';
import { localBank } from '../../scripts/local-memory';
import { meetings } from '../../scripts/sample-site/meetings';
import { sampleDeals } from '../../scripts/samples/deals';
import { loadSamples } from '../../scripts/samples/load';
import { step } from '../../scripts/say';
import { startGroqServer } from '../fakes/groq-server';
import { withDemo } from './support/browser';
import { coldStart } from './support/cold-start';
import { fillBank } from './support/fill';
import type { BenchResult } from './support/result';
import { patienceMs, withServer } from './support/server';
import { isSmoke, rounds, type Spread, spreadOf } from './support/spread';
import { figure, spreadCell, table } from './support/table';
import { quietBackground, watchBackground } from './support/watch-background';
import { watchPage, watchPanel } from './support/watch-panel';

/** Memories in the bank besides the sample deals. */
const memories = isSmoke ? 500 : 10_000;
/** Invites opened in each way, panels opened, logs saved, models asked. */
const [invitesOpened, panelsOpened, logsSaved, modelsAsked] = [16, 6, 12, 10];
/** How long a frame lasts (ms), at 60 a second. */
const frameMs = 1000 / 60;
/** How long the model takes over an answer (ms): short, so that what we add shows. */
const modelMs = 500;

const part = (id: string) => `[data-testid="${id}"]`;
/** Of one person each: a meeting of several has a brief of another kind. */
const known = meetings.filter(
  ({ guests: [guest, ...others] }) =>
    others.length === 0 && sampleDeals.some(({ prospect }) => prospect.email === guest?.email),
);

/** Forgets every brief that was read, so that the next one is read anew, once nothing else is. */
async function forgetBriefs(worker: Worker): Promise<void> {
  await quietBackground(worker);
  await worker.evaluate(async () => {
    const kept = Object.keys(await chrome.storage.session.get());
    await chrome.storage.session.remove(kept.filter((key) => /brief/.test(key)));
    // What was read before no longer holds once settings change.
    const { settings } = await chrome.storage.local.get<{ settings: object }>('settings');
    await chrome.storage.local.set({ settings: { ...settings, rep: `Robin ${Math.random()}` } });
  });
  await quietBackground(worker);
}

/** Tags of documents that are asked for in one request, and whether one of them or all must be there. */
interface Asked {
  tags: string[];
  match: 'any_strict' | 'all_strict';
}

/** A person's history. */
const historyOf = (prospect: Prospect): Asked => ({
  tags: [personTag(prospect)],
  match: 'all_strict',
});

/** All that a brief is made of, as `Memory.about` asks for it. */
const allAbout = (prospect: Prospect): Asked => ({
  tags: [personTag(prospect), ...companyTags(prospect), decisionTag],
  match: 'any_strict',
});

/** The server's own answers, asked from where the extension asks. */
async function requestsAlone(
  worker: Worker,
  { baseUrl, apiKey, bank }: Connection,
  askedOf: (prospect: Prospect) => Asked,
): Promise<number[]> {
  return worker.evaluate(
    async ({ urls, key, times: wanted }) => {
      const taken: number[] = [];
      for (let round = -1; round < wanted; round += 1) {
        const from = performance.now();
        const answer = await fetch(urls[(round + urls.length) % urls.length] ?? '', {
          headers: { authorization: `Bearer ${key}` },
        });
        await answer.json();
        if (round >= 0) taken.push(performance.now() - from);
      }
      return taken;
    },
    {
      urls: sampleDeals.map(({ prospect }) => {
        const { tags, match } = askedOf(prospect);
        const query = new URLSearchParams({ tags_match: match, limit: '200', offset: '0' });
        for (const tag of tags) query.append('tags', tag);
        return `${baseUrl}/v1/default/banks/${bank}/documents?${query}`;
      }),
      key: apiKey,
      times: rounds(16),
    },
  );
}

interface Opened {
  /** From the click, and from the moment that the page shows the guests (ms). */
  fromClick: number;
  fromGuests: number;
  /** Of the time from the guests: until the background has heard. */
  toBackground: number;
  /** And from then until memory has answered, where nobody asked it before. */
  toAnswer?: number;
}

type Spreads = { [What in keyof Opened]: Spread };

function spreads(opened: Opened[]): Spreads {
  const answers = opened.flatMap(({ toAnswer }) => (toAnswer === undefined ? [] : [toAnswer]));
  return {
    fromClick: spreadOf(opened.map(({ fromClick }) => fromClick)),
    fromGuests: spreadOf(opened.map(({ fromGuests }) => fromGuests)),
    toBackground: spreadOf(opened.map(({ toBackground }) => toBackground)),
    ...(answers.length > 0 ? { toAnswer: spreadOf(answers) } : {}),
  };
}

const nameOf = (prospect: Prospect | undefined) => prospect?.name ?? '';

/** The last of some moments. A failure that comes before it is awaited isn't lost. */
function allOf(...moments: Promise<number>[]): Promise<number> {
  const last = Promise.all(moments).then((all) => Math.max(...all));
  last.catch(() => undefined);
  return last;
}

/** How an invite is opened: by a key, without any warning; by a click at once; after the pointer rested. */
type How = 'key' | 'click' | 'rested';

/** Opens one invite after the other beside the open panel, each with a brief that nobody has read. */
async function openInvites(demo: Demo, panel: SidePanel, worker: Worker, how: How) {
  const moment = await watchPanel(panel);
  const page = await watchPage(demo.page);
  const background = await watchBackground(worker);
  const opened: Opened[] = [];
  for (let round = 0; round < rounds(invitesOpened); round += 1) {
    const meeting = known[round % known.length];
    if (!meeting) continue;
    await demo.page.keyboard.press('Escape');
    await panel.waitFor(part('empty-state'));
    await demo.page.mouse.move(1, 1);
    await forgetBriefs(worker);
    const chip = demo.page.locator('.event').filter({ hasText: meeting.title }).first();
    if (how === 'rested') {
      await chip.hover();
      await readAhead(worker, meeting.guests[0]);
    }
    const showing = allOf(
      moment(part('prospect-name'), nameOf(meeting.guests[0])),
      moment(part('score')),
    );
    // A click of the page's own: neither pointer nor focus has been on the event before.
    if (how === 'key') await chip.evaluate((event) => (event as HTMLElement).click());
    else await chip.click();
    const shown = await showing;
    const guestsAt = await page.guestsAt();
    const { heardAt, answeredAt } = await background();
    opened.push({
      fromClick: shown - (await page.clickedAt()),
      fromGuests: shown - guestsAt,
      toBackground: heardAt - guestsAt,
      ...(how === 'key' ? { toAnswer: answeredAt - heardAt } : {}),
    });
  }
  return spreads(opened);
}

async function readAhead(worker: Worker, prospect: Prospect | undefined): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const there = await worker.evaluate(async (email) => {
      const key = `briefs-ahead:${email}`;
      return key in (await chrome.storage.session.get(key));
    }, prospect?.email);
    if (there) return;
    await sleep(30);
  }
  throw new Error(`The brief of ${prospect?.name} was not read ahead.`);
}

/**
 * Runs in a panel, which was watched too late for its first paint; the browser has noted that. A brief
 * that was read ahead in time is drawn by the page's head, and what draws it again is no larger paint.
 *
 * @returns when the brief was painted (ms, this machine's clock); NaN where that isn't known
 */
async function briefPaintedAt(): Promise<number> {
  const { atOnce } = globalThis as { atOnce?: Promise<{ brief: unknown }> };
  const [first] = performance.getEntriesByName('first-contentful-paint');
  if ((await atOnce)?.brief && first) return performance.timeOrigin + first.startTime;
  const brief = document.querySelector('[data-testid="brief"]');
  return new Promise<number>((resolve) => {
    new PerformanceObserver((list) => {
      const entry = list
        .getEntries()
        .find((one) => brief?.contains((one as unknown as { element: Node }).element));
      if (entry) resolve(performance.timeOrigin + entry.startTime);
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    setTimeout(() => resolve(Number.NaN), 2_000);
  });
}

/** Opens invites with the panel closed: the browser makes the panel's page anew each time. */
async function openPanels(demo: Demo, first: SidePanel, worker: Worker) {
  let panel = first;
  const page = await watchPage(demo.page);
  const background = await watchBackground(worker);
  const opened: Opened[] = [];
  for (let round = 0; round < rounds(panelsOpened); round += 1) {
    const meeting = known[round % known.length];
    if (!meeting) continue;
    await demo.page.keyboard.press('Escape');
    await panel.evaluate(() => setTimeout(() => close(), 50)).catch(() => undefined);
    await sleep(700);
    await forgetBriefs(worker);
    await demo.page.locator('.event').filter({ hasText: meeting.title }).first().click();
    panel = await sidePanelOf(demo.page.context());
    const moment = await watchPanel(panel);
    await moment(part('score'));
    const shown = await panel.evaluate(briefPaintedAt);
    const guestsAt = await page.guestsAt();
    const { heardAt } = await background();
    opened.push({
      fromClick: shown - (await page.clickedAt()),
      fromGuests: shown - guestsAt,
      toBackground: heardAt - guestsAt,
    });
  }
  return { panel, spread: spreads(opened) };
}

interface SavedLogs {
  /** From the click on "save" until the screen says that the log is kept (ms). */
  shown: Spread;
  /** Of that: until the background has heard, and until the log lies in the browser's storage. */
  toBackground: Spread;
  toStorage: Spread;
}

async function saveLogs(panel: SidePanel, worker: Worker): Promise<SavedLogs> {
  await panel.click(part('quick-log-toggle'));
  const background = await watchBackground(worker);
  const samples: { shown: number; toBackground: number; toStorage: number }[] = [];
  for (let round = 0; round < rounds(logsSaved); round += 1) {
    await panel.fill(part('log-text'), `She asked for the reference of a bank, number ${round}.`);
    const { from, until } = await panel.evaluate(
      () =>
        new Promise<{ from: number; until: number }>((resolve, reject) => {
          const now = () => performance.timeOrigin + performance.now();
          const save = document.querySelector<HTMLElement>('[data-testid="log-save"]');
          let began = false;
          const look = () => {
            const line = document.querySelector<HTMLElement>('[data-testid="log-state"]');
            const state = line?.dataset.state ?? 'saving';
            // What is left of the log before this one counts for nothing.
            if (state === 'saving') began = true;
            else if (began && ['here', 'sending', 'for_good'].includes(state)) {
              observer.disconnect();
              requestAnimationFrame(() => resolve({ from: clickedAt, until: now() }));
            }
          };
          const observer = new MutationObserver(look);
          observer.observe(document, { subtree: true, childList: true, attributes: true });
          setTimeout(() => reject(new Error('The log was not kept.')), 10_000);
          const clickedAt = now();
          save?.click();
          look();
        }),
    );
    const { heardAt, keptAt } = await background();
    samples.push({
      shown: until - from,
      toBackground: heardAt - from,
      toStorage: keptAt - heardAt,
    });
    await panel.waitFor(`${part('log-state')}[data-state="for_good"]`, { timeout: 30_000 });
  }
  return {
    shown: spreadOf(samples.map(({ shown }) => shown)),
    toBackground: spreadOf(samples.map(({ toBackground }) => toBackground)),
    toStorage: spreadOf(samples.map(({ toStorage }) => toStorage)),
  };
}

/** @returns an answer as a model gives it, with a quote that its log holds. */
async function answerAbout(memory: Memory, prospect: Prospect | undefined): Promise<string> {
  const newest = prospect && (await memory.historyOf(prospect)).at(-1);
  const signal = {
    kind: 'engaged',
    topic: null,
    memory_id: newest?.id,
    date: newest?.at.slice(0, 10),
    quote: newest?.summary.split(/[.;!?]/)[0],
    due: null,
  };
  return JSON.stringify({ signals: [signal], risk: null, action: null });
}

/** The model's own answer, asked from where the extension asks. */
async function modelAlone(worker: Worker, url: string): Promise<Spread> {
  const samples = await worker.evaluate(
    async ({ address, times }) => {
      const taken: number[] = [];
      for (let round = 0; round < times; round += 1) {
        const from = performance.now();
        const answer = await fetch(address, { method: 'POST', body: '{"model":"m"}' });
        await answer.json();
        taken.push(performance.now() - from);
      }
      return taken;
    },
    { address: `${url}/openai/v1/chat/completions`, times: rounds(5) },
  );
  return spreadOf(samples);
}

/** The model's brief beside what it waits for: the history, and the model's own time. */
async function askModel(demo: Demo, panel: SidePanel, worker: Worker, memory: Memory) {
  const server = await startGroqServer();
  try {
    await worker.evaluate(async (openaiBaseUrl) => {
      const { settings } = await chrome.storage.local.get<{ settings: object }>('settings');
      const model = {
        use: 'openai_compatible',
        openaiBaseUrl,
        openaiApiKey: 'k',
        openaiModel: 'm',
      };
      await chrome.storage.local.set({ settings: { ...settings, model } });
    }, `${server.url}/openai/v1`);
    const moment = await watchPanel(panel);
    const page = await watchPage(demo.page);
    const samples: number[] = [];
    for (let round = 0; round < rounds(modelsAsked); round += 1) {
      // Another one each time: the panel still holds the brief of the one before.
      const meeting = known[round % known.length];
      if (!meeting) continue;
      const content = await answerAbout(memory, meeting.guests[0]);
      server.behave({ kind: 'answer', content, delayMs: modelMs });
      await demo.page.keyboard.press('Escape');
      await panel.waitFor(part('empty-state'));
      await forgetBriefs(worker);
      const showing = allOf(
        moment(part('prospect-name'), nameOf(meeting.guests[0])),
        moment(`${part('brief')}[data-reader="openai_compatible"]`),
      );
      await demo.page.locator('.event').filter({ hasText: meeting.title }).first().click();
      samples.push((await showing) - (await page.guestsAt()));
    }
    return { brief: spreadOf(samples), call: await modelAlone(worker, server.url) };
  } finally {
    await server.close();
  }
}

/** What was measured, and its spread. */
interface Row {
  what: string;
  spread: Spread;
  /** What it can't avoid: in words, and its median (ms). */
  floor?: [words: string, ms: number];
  /** The figure that the goal is about, in words, and whether it keeps to it. */
  goal?: { held: string; goal: string; met: boolean };
  /** What it is made of. */
  parts?: string;
}

function cellsOf({ what, spread, floor, goal, parts = '' }: Row): string[] {
  const beside = floor ? `${figure(spread.median / floor[1])} × ${floor[0]}` : '';
  const verdict = goal ? [goal.held, goal.goal, goal.met ? 'met' : '**not met**'] : ['', '', ''];
  return [what, spreadCell(spread), beside, ...verdict, parts];
}

/** Where the time between the guests and the brief goes, as measured. */
function hopsOf({ fromGuests, toBackground, toAnswer }: Spreads): string {
  const rest = fromGuests.median - toBackground.median - (toAnswer?.median ?? 0);
  return [
    `${figure(toBackground.median)} until the background has heard`,
    ...(toAnswer ? [`${figure(toAnswer.median)} until memory has answered`] : []),
    `${figure(rest)} until the panel has it, draws it and its frame has begun`,
  ].join(', ');
}

/** Each time that a rep feels, beside what it can't avoid. */
export default async function benchFloor(): Promise<BenchResult> {
  const measured = await withServer(async ({ hindsight, databaseUrl, bank }) => {
    const { memory, connection } = await bank(localBank);
    await step('Filling the bank', () => fillBank(connection, databaseUrl, memories));
    const patient = createMemory(connection, { timeoutMs: patienceMs });
    await loadSamples(patient, new Date().toISOString());
    return withDemo(hindsight, async (demo) => {
      const worker = await serviceWorkerOf(demo.page.context());
      const alone = {
        history: await requestsAlone(worker, connection, historyOf),
        about: await requestsAlone(worker, connection, allAbout),
      };
      // The first look at each invite tells who is on it, as resting on its event needs.
      let { panel } = await demo.openInvite(known[0]?.title ?? '');
      const opened = (how: How) =>
        step(`Opening invites (${how})`, () => openInvites(demo, panel, worker, how));
      const invites = await opened('key');
      const clicked = await opened('click');
      const ahead = await opened('rested');
      // Twice, since what else the machine does changes meanwhile.
      const history = spreadOf([
        ...alone.history,
        ...(await requestsAlone(worker, connection, historyOf)),
      ]);
      const about = spreadOf([
        ...alone.about,
        ...(await requestsAlone(worker, connection, allAbout)),
      ]);
      const log = await step('Saving logs', () => saveLogs(panel, worker));
      const closed = await step('Opening panels', () => openPanels(demo, panel, worker));
      panel = closed.panel;
      const model = await step('Asking a model', () => askModel(demo, panel, worker, memory));
      return { history, about, invites, clicked, ahead, log, closed: closed.spread, model };
    });
  });
  const cold = await step('Starting workers', coldStart);
  const { history, about, invites, clicked, ahead, log, closed, model } = measured;
  const byHistory = invites.fromGuests.median / history.median;
  const modelFloor = history.median + model.call.median;
  const byModel = model.brief.median / modelFloor;
  const aFrame: [string, number] = ['a frame', frameMs];
  /** From a click, the page itself brings the guests in late. */
  const fromClick = ({ fromClick: all, fromGuests }: Spreads): Pick<Row, 'floor' | 'parts'> => {
    const page = all.median - fromGuests.median;
    return {
      floor: [`(the page's ${figure(page)} + history + a frame)`, page + history.median + frameMs],
      parts: `${figure(page)} until the page itself has brought the guests`,
    };
  };
  const p95 = (spread: Spread, most: number) => ({
    held: `p95 ${figure(spread.p95)}`,
    goal: `p95 ≤ ${most}`,
    met: spread.p95 <= most,
  });
  const median = (spread: Spread, most: number) => ({
    held: `median ${figure(spread.median)} (p95 ${figure(spread.p95)})`,
    goal: `median ≤ ${most}`,
    met: spread.median <= most,
  });
  const ratio = (value: number, of: string, most: number) => ({
    held: `${figure(value)} × ${of}`,
    goal: `≤ ${most} ×`,
    met: value <= most,
  });
  const rows: Row[] = [
    { what: 'history request alone', spread: history },
    {
      what: 'the request that a brief is made of, alone: colleagues and who is who, too',
      spread: about,
      floor: ['history', history.median],
    },
    {
      what: 'basic brief that nothing announced, from the guests on the page to its paint, panel open',
      spread: invites.fromGuests,
      floor: ['(history + a frame)', history.median + frameMs],
      goal: ratio(byHistory, 'history', 1.5),
      parts: hopsOf(invites),
    },
    {
      what: 'basic brief, from a click at once, panel open',
      spread: clicked.fromClick,
      floor: fromClick(clicked).floor,
      goal: p95(clicked.fromClick, 300),
      parts: `${fromClick(clicked).parts}, ${hopsOf(clicked)}`,
    },
    {
      what: 'basic brief, from the click, panel closed',
      spread: closed.fromClick,
      floor: fromClick(closed).floor,
      parts: `${fromClick(closed).parts}; the browser makes the panel's page from then on`,
    },
    {
      what: 'brief read ahead while the pointer rested, from the guests on the page',
      spread: ahead.fromGuests,
      floor: aFrame,
      goal: p95(ahead.fromGuests, 100),
      parts: hopsOf(ahead),
    },
    {
      what: 'model’s brief, from the guests on the page',
      spread: model.brief,
      floor: [
        `(history + the model's ${figure(model.call.median)} + a frame)`,
        modelFloor + frameMs,
      ],
      goal: ratio(byModel, '(history + model)', 1.05),
      parts: `${figure(model.brief.median - modelFloor)} more than the two: what the basic brief has beside its history, and checking the answer`,
    },
    {
      what: 'log kept, from the click on “save”',
      spread: log.shown,
      floor: aFrame,
      goal: median(log.shown, 50),
      parts: `${figure(log.toBackground.median)} until the background has heard, ${figure(log.toStorage.median)} until the browser has it stored, ${figure(log.shown.median - log.toBackground.median - log.toStorage.median)} until the panel draws that and its frame has begun`,
    },
    {
      what: 'worker’s cold start to its first answer',
      spread: cold.ours,
      floor: [`an empty extension's ${figure(cold.empty.median)}`, cold.empty.median],
      goal: median(cold.ours, 150),
    },
  ];
  const markdown = [
    `Real Chromium, the built extension, a real local server with ${figure(memories)} memories in the bank. Each brief is asked for once the extension asks nothing else. Milliseconds: median (least–most) of ${invites.fromGuests.samples} invites opened in each way beside the panel, ${closed.fromClick.samples} with the panel closed, ${model.brief.samples} briefs of a model, ${log.shown.samples} logs, ${cold.ours.samples} starts; the p95 of fewer than twenty is the most. Beside its floor: the median by the medians of what can't be avoided; a frame lasts ${figure(frameMs)} at 60 a second. A goal is held against the figure left of it, by medians where it says no p95.`,
    table(
      ['what', 'ms', 'beside its floor', 'held against the goal', 'goal', '', 'of which'],
      rows.map(cellsOf),
    ),
    `1.5 × the history request leaves ${figure(history.median / 2)} ms for a message from the page and one to the panel, for composing and drawing the brief, and for the frame that shows it, which lasts ${figure(frameMs)} by itself; 1.05 × the model leaves ${figure(modelFloor / 20)} for the same and for checking the answer. What that takes doesn't grow with the bank, as the request does: the larger the bank, the nearer are both to their floor.`,
  ].join('\n\n');
  return { markdown, json: { memories, ...measured, cold } };
}
