import { browser } from 'wxt/browser';
import { z } from 'zod';
import { colleagueFinder } from '../../lib/brief/colleagues';
import { briefLanguageOf } from '../../lib/brief-language';
import { batchesOf, estimateOf, roomOf } from '../../lib/digest/batches';
import { composeDigest } from '../../lib/digest/compose';
import { type GatherOptions, gather } from '../../lib/digest/gather';
import { beginRun, type DigestRun, isBusy, type WeekView } from '../../lib/digest/run';
import type { Digest } from '../../lib/digest/types';
import { t } from '../../lib/i18n';
import { prospectKey } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';
import { prospectOf } from '../../lib/memory/record';
import { ourTag } from '../../lib/memory/tags';
import { chooseModel } from '../../lib/models/choose';
import { chromeMemoryTokens } from '../../lib/models/chrome';
import { type Model, ModelError } from '../../lib/models/port';
import { rankWithModel } from '../../lib/models/rank';
import { reminderSchema, saveSettings } from '../../lib/settings';
import {
  dropDigest,
  dropRankState,
  keepCards,
  keepPeople,
  keepRanking,
  keepRankState,
  keepRun,
  keptCards,
  keptPeople,
  keptRanking,
  keptRankState,
  keptRun,
} from '../pages/digestStore';
import { completeHistory } from './briefs';
import { answer } from './door';
import { failureOf, keyOf, memoryOfSettings, waitingLogs } from './memory';
import { wasSeen } from './reminder';
import { settingsRead } from './settings';

/** Wakes the worker while a digest is under way, should the browser have ended it. */
const goOnAlarm = 'digest-go-on';
/** How often, in minutes; Chrome allows no less. */
const goOnEvery = 0.5;
/** An idle worker is ended after thirty seconds; a call of the browser's in between keeps it (ms). */
const sign = 20_000;

/** The run of this worker, and how to end it. */
let running: { stop: AbortController; ended: Promise<void> } | null = null;

/** Everybody that memory or the outbox knows, each once, by the name and address that they go by. */
async function everybody(signal: AbortSignal): Promise<Prospect[]> {
  const memory = await memoryOfSettings();
  const known = await memory.allProspects(signal);
  const people = new Map(known.map(({ prospect }) => [prospectKey(prospect), prospect]));
  const waiting = new Map((await waitingLogs()).map((log) => [keyOf(log), prospectOf(log)]));
  for (const named of waiting.values()) {
    const { prospect } = await memory.person(named);
    const key = prospectKey(prospect);
    if (!people.has(key)) people.set(key, prospect);
  }
  return [...people.values()];
}

/** @returns what reads a history; with what still waits, where anything does. */
async function historyReader(
  signal: AbortSignal,
): Promise<Pick<GatherOptions, 'historyOf' | 'historiesOf'>> {
  const reader = await (await memoryOfSettings()).reader(signal);
  if ((await waitingLogs()).length === 0) return reader;
  return { historyOf: (prospect, stop) => completeHistory(prospect, stop, reader) };
}

/** The model of the settings for a digest; null where rules order. */
async function modelOfSettings(): Promise<Model | null> {
  const { model } = await settingsRead();
  // Chrome's own model lives in pages only.
  if (model.use === 'basic' || model.use === 'chrome') return null;
  const memory = await memoryOfSettings();
  return chooseModel(model, { reflect: memory.reflect, tags: [ourTag] });
}

/** Reads everybody who isn't read yet. */
async function readAll(begun: DigestRun, signal: AbortSignal): Promise<DigestRun> {
  let run = begun;
  let people = await keptPeople();
  if (people === null) {
    people = await everybody(signal);
    await keepPeople(people);
    run = { ...run, total: people.length };
    await keepRun(run);
  }
  await gather(people.slice(run.read), {
    now: run.now,
    language: run.language,
    signal,
    ...(await historyReader(signal)),
    colleaguesOf: colleagueFinder(people),
    onCards: async (cards) => {
      const first = run.read;
      run = { ...run, read: first + cards.length };
      await keepCards(first, cards, run);
    },
  });
  return run;
}

/** Compares by the model. @returns the run at its end. */
async function rankAll(begun: DigestRun, model: Model, signal: AbortSignal): Promise<DigestRun> {
  let run = begun;
  const ranking = await rankWithModel(model, await keptCards(), {
    now: run.now,
    language: run.language,
    signal,
    from: await keptRankState(),
    onState: keepRankState,
    onProgress: async ({ calls, batchesLeft, waiting }) => {
      run = { ...run, calls, batchesLeft, waiting };
      await keepRun(run);
    },
  });
  run = { ...run, state: 'done', calls: ranking.cost.calls, batchesLeft: 0, waiting: null };
  await keepRanking(ranking, run);
  await dropRankState();
  return run;
}

/** What comes once everybody is read: one comparison at once, many only after a yes. */
async function afterReading(): Promise<Pick<DigestRun, 'state' | 'onDevice' | 'estimate'>> {
  const onDevice = (await settingsRead()).model.use === 'chrome';
  const model = onDevice ? null : await modelOfSettings();
  const cards = model || onDevice ? await keptCards() : [];
  if (cards.length === 0) return { state: 'done', onDevice: false, estimate: null };
  const room = roomOf(onDevice ? chromeMemoryTokens : model?.memoryTokens);
  const small = batchesOf(cards, room).length <= 1;
  return { state: small ? 'ranking' : 'asking', onDevice, estimate: estimateOf(cards, room) };
}

/** Does what a run has still to do. Its state is kept after each step, so that it can go on. */
async function work(begun: DigestRun, signal: AbortSignal): Promise<void> {
  let run = begun;
  if (run.state === 'reading') {
    run = await readAll(run, signal);
    run = { ...run, ...(await afterReading()) };
    await keepRun(run);
  }
  if (run.state === 'ranking' && !run.onDevice) {
    const model = await modelOfSettings();
    if (model) await rankAll(run, model, signal);
    else await keepRun({ ...run, state: 'done' });
  }
}

/** What a failure says; what was read and ordered by rules stands. */
function messageOf(error: unknown): string {
  if (!(error instanceof ModelError)) return failureOf(error).message;
  return error.saying('order');
}

/** Begins or goes on with the kept run. One at a time. */
function launch(run: DigestRun): void {
  const stop = new AbortController();
  const alive = setInterval(() => void browser.runtime.getPlatformInfo(), sign);
  void browser.alarms.create(goOnAlarm, { periodInMinutes: goOnEvery });
  const ended = work(run, stop.signal)
    .catch(async (error: unknown) => {
      const kept = (await keptRun()) ?? run;
      const stopped = stop.signal.aborted;
      await keepRun({
        ...kept,
        state: stopped ? 'stopped' : 'failed',
        waiting: null,
        message: stopped ? null : messageOf(error),
      });
    })
    .finally(() => {
      clearInterval(alive);
      void browser.alarms.clear(goOnAlarm);
      if (running === mine) running = null;
    });
  const mine = { stop, ended };
  running = mine;
}

async function start(): Promise<void> {
  await stop();
  await dropDigest();
  await wasSeen();
  const { model } = await settingsRead();
  const run = beginRun(new Date().toISOString(), briefLanguageOf(model));
  await keepRun(run);
  launch(run);
}

async function stop(): Promise<void> {
  await goneOn;
  running?.stop.abort();
  await running?.ended;
  const run = await keptRun();
  // The page that compares sees it, and ends.
  if (run && isBusy(run)) await keepRun({ ...run, state: 'stopped' });
}

/** Goes on with what the rep stopped or what failed: reading where not all is read, else comparing. */
async function goOn(): Promise<void> {
  await goneOn;
  const run = await keptRun();
  if (!run || running || run.state === 'done') return;
  const all = run.total > 0 && run.read >= run.total;
  const next: DigestRun = { ...run, state: all ? 'ranking' : 'reading', message: null };
  await keepRun(next);
  launch(next);
}

/** Forgets the digest: somebody in it is to be forgotten, or something was taken back. */
export async function forgetWeek(): Promise<void> {
  await stop();
  await dropDigest();
}

/** Resolves once it is clear whether this worker goes on with an earlier one's run. */
let goneOn: Promise<void> = Promise.resolve();

/** Goes on with a run that the end of an earlier worker interrupted. */
async function goOnIfInterrupted(): Promise<void> {
  const run = await keptRun();
  if (run && isBusy(run) && !(run.onDevice && run.state === 'ranking') && !running) launch(run);
}

async function digestKept(): Promise<Digest | null> {
  const run = await keptRun();
  const found = run !== null && (run.total > 0 || run.state === 'done');
  if (!found || run.read < run.total) return partOf(run);
  const { now, language } = run;
  return composeDigest(await keptCards(), { now, language, ranking: await keptRanking() });
}

/** What is read so far of a digest that doesn't go on by itself. */
async function partOf(run: DigestRun | null): Promise<Digest | null> {
  if (!run || run.read === 0 || isBusy(run)) return null;
  const notes = [t('week_part', run.read, run.total)];
  return composeDigest(await keptCards(), { now: run.now, language: run.language, notes });
}

async function weekView(): Promise<WeekView> {
  const { ownAddresses, digestReminder } = await settingsRead();
  return {
    digest: await digestKept(),
    address: ownAddresses[0] ?? '',
    reminder: digestReminder,
  };
}

/** The week of all deals: asked for by our own pages alone. */
export function answerWeek(): void {
  answer('week', 'page', z.undefined(), () => weekView());
  answer('startDigest', 'page', z.undefined(), () => start());
  answer('goOnDigest', 'page', z.undefined(), () => goOn());
  answer('stopDigest', 'page', z.undefined(), () => stop());
  answer('setReminder', 'page', reminderSchema, ({ data }) =>
    saveSettings({ digestReminder: data }),
  );
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === goOnAlarm) goneOn = goneOn.then(goOnIfInterrupted);
  });
  goneOn = goOnIfInterrupted();
}
