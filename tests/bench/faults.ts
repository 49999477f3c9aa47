import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { newId } from '../../lib/memory/id';
import type { LogDraft } from '../../lib/messages';
import { extensionIdOf, launch, serviceWorkerOf } from '../../scripts/browser';
import type { Hindsight } from '../../scripts/hindsight';
import { say } from '../../scripts/say';
import { type Between, type Fate, startBetween } from './support/between';
import { builtExtension } from './support/browser';
import { type Held, heldBy } from './support/held';
import {
  type AnswerOf,
  askFrom,
  type DataOf,
  leftInOutbox,
  type MessageName,
} from './support/messages';
import { randomOf } from './support/random';
import type { BenchResult } from './support/result';
import { withServer } from './support/server';
import { isSmoke } from './support/spread';
import { figure, table } from './support/table';
import { type Phase, type Phases, startPhases } from './support/throughput';

/** Logs to save: SALESMEMORY_LOGS, or as many as the product is held to. */
const wanted = Number(process.env.SALESMEMORY_LOGS) || (isSmoke ? 20 : 2_000);
/** Decides every fault and every word: SALESMEMORY_SEED, or a new one, which is printed. */
const seed = Number(process.env.SALESMEMORY_SEED) || Math.floor(Math.random() * 1_000_000);
/** Longer than the extension waits for an answer. */
const delayMs = 11_000;
/** When a rep presses "Save" again that wasn't answered: it only writes to the browser's storage. */
const impatientMs = 2_500;
/** Logs that may wait in the browser while more are saved. */
const mostWaiting = 150;
/** How long the rest may take once the last log is saved. */
const drainMs = 240_000;
/** What takes many seconds each time happens once in so many logs, or nothing else would. */
const rareOnceIn = 1_000;
/** Between two kills, and between two other faults (ms): most requests come through whole. */
const calm = { least: 400, spread: 4_000 };
/** What goes on while none of the faults that last does, and once they are over. */
const [betweenFaults, afterFaults] = ['between these', 'after the last of them'];
/** One log in so many is taken back at once. */
const undoOneIn = 40;

/** People whose logs could be mixed up: one name with many addresses, and look-alikes. */
const people = Array.from({ length: 30 }, (_, index) => ({
  name: index % 3 === 0 ? 'Sarah Chen' : `Sarah Chen ${index}`,
  email: `${index % 2 === 0 ? 's_chen' : 's.chen'}${index}@company${index % 5}.example`,
  company: `Company ${index % 5}`,
}));

interface Saved {
  id: string;
  summary: string;
  email: string;
  undone: boolean;
}

type Counts = Record<string, number>;

/**
 * Browser, extension and two of its pages; all of it may die and come back. The pages are files of the
 * extension without a screen: a popup would read memory anew with each log that is saved, and what
 * is measured is how logs get there.
 */
class Stage {
  private context: BrowserContext | null = null;
  private pages: Page[] = [];
  constructor(
    private readonly extension: string,
    private readonly profile: string,
  ) {}

  async open(): Promise<void> {
    const { extension, profile } = this;
    this.context = await launch({ extension, profile, headless: true });
    const id = await extensionIdOf(this.context);
    this.pages = [];
    for (const _ of ['panel', 'popup']) {
      const page = await this.context.newPage();
      await page.goto(`chrome-extension://${id}/managed-schema.json`);
      this.pages.push(page);
    }
  }

  async configure(settings: object): Promise<void> {
    if (!this.context) throw new Error('no browser');
    const worker = await serviceWorkerOf(this.context);
    await worker.evaluate((value) => chrome.storage.local.set({ settings: value }), settings);
  }

  async close(): Promise<void> {
    await this.context?.close();
    this.context = null;
  }

  /** Kills the service worker, whatever it is doing. @throws where none runs */
  async killWorker(): Promise<void> {
    const session = await this.context?.browser()?.newBrowserCDPSession();
    if (!session) throw new Error('no browser');
    try {
      const { targetInfos } = await session.send('Target.getTargets');
      const workers = targetInfos.filter(({ type }) => type === 'service_worker');
      if (workers.length === 0) throw new Error('no worker');
      for (const { targetId } of workers) await session.send('Target.closeTarget', { targetId });
    } finally {
      await session.detach().catch(() => {});
    }
  }

  /** Logs that the browser has still to do with. */
  left(): Promise<number> {
    return leftInOutbox(this.pages[0]);
  }

  /** Sends a message as one of its pages does. @throws where no answer comes back */
  ask<Name extends MessageName>(
    window: number,
    type: Name,
    data: DataOf<Name>,
  ): Promise<AnswerOf<Name>> {
    const patience = type === 'saveLog' ? impatientMs : undefined;
    return askFrom(this.pages[window % 2], type, data, patience);
  }
}

/** Repeats a request, as a rep presses the button again, until it is answered with `ok`. */
async function insist(ask: () => Promise<unknown>, counts: Counts, name: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const answer = (await ask().catch(() => null)) as { ok?: boolean } | null;
    if (answer?.ok) return;
    counts[name] = (counts[name] ?? 0) + 1;
    await sleep(200);
  }
  throw new Error(`${name}: 200 attempts in vain`);
}

interface Faults {
  stop(): Promise<void>;
}

/**
 * Lets faults happen until it is stopped: the worker is killed again and again, and beside that one
 * of the others happens after another, so that a worker is also killed while the server is away.
 */
function startFaults(
  {
    stage,
    between,
    hindsight,
    phases,
  }: { stage: Stage; between: Between; hindsight: Hindsight; phases: Phases },
  random: () => number,
  counts: Counts,
  progress: () => number,
): Faults {
  let going = true;
  type Happening = [weight: number, onceIn: number, name: string, happen: () => Promise<void>];
  const happenings: Happening[] = [
    [
      25,
      1,
      'network cut',
      async () => {
        between.cut();
        await sleep(200 + random() * 1_500);
        between.mend();
      },
    ],
    [
      6,
      rareOnceIn,
      'server killed and restarted',
      async () => {
        await hindsight.kill();
        await sleep(random() * 1_000);
        await hindsight.restart();
      },
    ],
    [
      6,
      rareOnceIn,
      'browser closed and opened',
      async () => {
        await stage.close();
        await stage.open();
      },
    ],
  ];
  const total = happenings.reduce((sum, [weight]) => sum + weight, 0);
  const killing = async () => {
    while (going) {
      await sleep(calm.least + random() * calm.spread);
      // While the browser starts again, or before anybody woke the next one, there is no worker.
      const killed = await stage.killWorker().then(
        () => 1,
        () => 0,
      );
      counts['service worker killed'] = (counts['service worker killed'] ?? 0) + killed;
    }
  };
  const run = async () => {
    // Each kind once, whatever the dice say; then at random.
    const first = [...happenings];
    while (going) {
      await sleep(calm.least + random() * calm.spread);
      if (!going) return;
      let at = random() * total;
      const drawn =
        first.shift() ??
        happenings.find(([weight]) => {
          at -= weight;
          return at < 0;
        });
      if (!drawn) continue;
      const [, onceIn, name, happen] = drawn;
      if ((counts[name] ?? 0) * onceIn >= progress()) continue;
      await phases.now(name);
      await happen();
      await phases.now(betweenFaults);
      counts[name] = (counts[name] ?? 0) + 1;
    }
  };
  const loops = [killing(), run()];
  const running = Promise.all(loops);
  // Whoever stops it is told; until then, nobody waits for it.
  running.catch(() => undefined);
  return {
    stop: async () => {
      going = false;
      await Promise.allSettled(loops);
      await running;
    },
  };
}

function verdict(saved: Saved[], held: Map<string, Held>) {
  const found = { lost: 0, doubled: 0, misfiled: 0, otherWords: 0, cameBack: 0, strangers: 0 };
  const ids = new Set(saved.map(({ id }) => id));
  for (const { id, summary, email, undone } of saved) {
    const one = held.get(id);
    if (undone) {
      if (one) found.cameBack += 1;
      continue;
    }
    if (!one || one.documents === 0 || one.memories.length === 0) found.lost += 1;
    else if (one.documents > 1 || one.memories.length > 1) found.doubled += 1;
    if (one && (one.email !== email || one.people.join() !== email)) found.misfiled += 1;
    if (one && one.summary !== summary) found.otherWords += 1;
  }
  for (const id of held.keys()) if (!ids.has(id)) found.strangers += 1;
  return found;
}

/**
 * Saves logs through the built extension in a real browser, from two of its pages, while its service
 * worker is killed, its network cut, answers are lost or come after the time-out, and the server and
 * the browser die and come back. Then the server itself is asked what it holds.
 */
export default async function measure(): Promise<BenchResult> {
  const random = randomOf(seed);
  say(`→ seed ${seed}, ${wanted} logs`);
  const extension = await builtExtension('samples');
  const profile = await mkdtemp(path.join(tmpdir(), 'salesmemory-faults-'));
  const counts: Counts = {};
  let phases: Record<string, Phase> = {};
  const saved: Saved[] = [];
  let seconds = 0;
  let left = Number.POSITIVE_INFINITY;
  const held = await withServer(async ({ hindsight, bank }) => {
    const { connection } = await bank('faults');
    // A delay holds everything behind it up for its whole length: a few will do.
    let delays = 0;
    const fateOf = (method: string): Fate => {
      const drawn = random();
      const fate: Fate =
        method === 'POST' && drawn < 0.08
          ? 'lose answer'
          : drawn > 0.97
            ? 'lose request'
            : method === 'POST' && delays < Math.ceil(saved.length / rareOnceIn) && drawn > 0.9
              ? 'delay answer'
              : 'pass';
      if (fate === 'delay answer') delays += 1;
      if (fate !== 'pass') counts[fate] = (counts[fate] ?? 0) + 1;
      return fate;
    };
    const between = await startBetween(hindsight.baseUrl, fateOf, delayMs);
    const stage = new Stage(extension, profile);
    await stage.open();
    await stage.configure({
      connection: { ...connection, baseUrl: between.baseUrl },
      rep: 'Robin',
    });
    const began = performance.now();
    const watched = startPhases({ ...connection, baseUrl: hindsight.baseUrl }, betweenFaults);
    const faults = startFaults(
      { stage, between, hindsight, phases: watched },
      random,
      counts,
      () => saved.length,
    );
    const waiting = () => stage.left();
    const retry = () => stage.ask(1, 'retryOutbox', undefined).catch(() => null);
    const undos: Promise<void>[] = [];
    const one = async (index: number) => {
      const who = people[Math.floor(random() * people.length)] ?? people[0];
      if (!who) return;
      const log: Saved = {
        id: newId(),
        summary: `Call ${index}: she asked about topic ${Math.floor(random() * 1e9)}.`,
        email: who.email,
        undone: random() * undoOneIn < 1,
      };
      saved.push(log);
      const at = new Date(Date.UTC(2026, 9, 1) + index * 60_000).toISOString();
      const { id, summary } = log;
      const message: LogDraft = {
        ...{ id, summary, at, prospect: who },
        ...{ outcome: 'none', type: 'call_log' },
      };
      await insist(() => stage.ask(index, 'saveLog', message), counts, 'saved again');
      if (log.undone) {
        undos.push(insist(() => stage.ask(index, 'undoLog', log.id), counts, 'taken back again'));
      }
    };
    try {
      let shown = 0;
      while (saved.length < wanted) {
        const burst = Math.min(1 + Math.floor(random() * 25), wanted - saved.length);
        const from = saved.length;
        await Promise.all(Array.from({ length: burst }, (_, index) => one(from + index)));
        while ((await waiting()) > mostWaiting) {
          void retry();
          await sleep(500);
        }
        if (saved.length - shown >= 250) {
          shown = saved.length;
          const at = Math.round((performance.now() - began) / 1000);
          say(`  ${shown} saved, ${await waiting()} wait, ${at} s`);
        }
      }
      await Promise.all(undos);
      await faults.stop();
      await watched.now(afterFaults);
      const until = Date.now() + drainMs;
      while ((await waiting()) > 0 && Date.now() < until) {
        void retry();
        await sleep(500);
      }
      seconds = (performance.now() - began) / 1000;
      left = await waiting();
      phases = await watched.end();
      // Longer than a delayed answer: nothing may arrive behind our back.
      await sleep(2_000);
      return await heldBy({ ...connection, baseUrl: hindsight.baseUrl });
    } finally {
      // Else a server or a browser that is just being restarted would outlive a part that failed.
      await faults.stop().catch(() => undefined);
      await stage.close();
      between.close();
    }
  }).finally(() => rm(profile, { recursive: true, force: true }));
  const found = verdict(saved, held);
  const undone = saved.filter((one) => one.undone).length;
  const everyMs = calm.least + calm.spread / 2;
  const markdown = [
    `### ${saved.length} logs about ${people.length} people through the built extension, while things break`,
    '',
    `Seed ${seed} (\`SALESMEMORY_SEED\` repeats the dice, \`SALESMEMORY_LOGS\` sets how many; the timing is the machine's). Two pages of the extension save in real Chromium; asked again under the same id wherever no answer came. Then the server itself is asked what it holds. The worker is killed every ${figure(everyMs / 1000)} s on average, and as long lies between two other faults, beside those that single requests meet; while the server or the browser starts again nothing goes out at all. It took ${Math.round(seconds)} s from the first "Save" until nothing waited any more: ${figure(saved.length / seconds)} logs a second, faults and restarts of the server included.`,
    '',
    table(
      ['what happened', 'times'],
      Object.entries(counts).map(([name, times]) => [name, times]),
    ),
    '',
    table(
      ['while', 'seconds in all', 'logs stored meanwhile', 'a second'],
      Object.entries(phases).map(([name, { seconds: lasted, stored }]) => [
        ...[name, figure(lasted), stored],
        figure(stored / lasted),
      ]),
    ),
    '',
    table(
      ['of the logs', 'number'],
      [
        ['saved and kept', saved.length - undone],
        ['lost', found.lost],
        ['doubled', found.doubled],
        ['misfiled (another person’s)', found.misfiled],
        ['in other words than saved', found.otherWords],
        ['taken back', undone],
        ['came back after that', found.cameBack],
        ['held that nobody saved', found.strangers],
        ['still waiting in the browser', left],
      ],
    ),
  ].join('\n');
  return { markdown, json: { seed, logs: saved.length, seconds, counts, phases, found, left } };
}
