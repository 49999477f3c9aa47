import { setTimeout as sleep } from 'node:timers/promises';
import type { Interaction } from '../../lib/interaction';
import { newId } from '../../lib/memory/id';
import { meetings } from '../../scripts/sample-site/meetings';
import { serveSamples } from '../../scripts/sample-site/server';
import { say } from '../../scripts/say';
import { startBetween } from './support/between';
import { builtExtension } from './support/browser';
import { type Held, heldBy } from './support/held';
import { Life } from './support/life';
import { randomOf } from './support/random';
import type { BenchResult } from './support/result';
import { withServer } from './support/server';
import { isSmoke } from './support/spread';
import { table } from './support/table';

/** Decides what the rep does and what breaks: SALESMEMORY_SEED, or a new one, which is printed. */
const seed = Number(process.env.SALESMEMORY_SEED) || Math.floor(Math.random() * 1_000_000);
/** How long the rep works while things break (ms). SALESMEMORY_SECONDS for longer runs. */
const workMs = (Number(process.env.SALESMEMORY_SECONDS) || (isSmoke ? 5 : 90)) * 1_000;
/** How long what is left may take afterwards (ms). */
const drainMs = 60_000;

const day = 24 * 60 * 60_000;

type Counts = Record<string, number>;

/** What a rep saved, and whether it is to be there in the end. */
interface Wanted {
  log: Interaction;
  kept: boolean;
}

/** Repeats a request, as a rep presses the button again, until it is answered with `ok`. */
async function insist<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < 120; attempt += 1) {
    const answer = await ask().catch(() => null);
    if ((answer as { ok?: boolean } | null)?.ok) return answer as T;
    await sleep(250);
  }
  throw new Error('120 attempts in vain');
}

/** What the rep does, one thing after another. */
class Rep {
  readonly wanted = new Map<string, Wanted>();
  readonly done: Counts = {};
  misnamed = 0;
  private turn = 0;

  constructor(
    private readonly life: Life,
    private readonly random: () => number,
  ) {}

  private count(name: string): void {
    this.done[name] = (this.done[name] ?? 0) + 1;
  }

  private one<T>(list: readonly T[]): T {
    const picked = list[Math.floor(this.random() * list.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }

  private kept(): Wanted[] {
    return [...this.wanted.values()].filter(({ kept }) => kept);
  }

  private words(): string {
    this.turn += 1;
    return `Talk ${this.turn}: they asked about topic ${Math.floor(this.random() * 1e9)}.`;
  }

  async openAndLog(): Promise<void> {
    const meeting = this.one(meetings);
    const guest = meeting.guests[0];
    if (!guest) return;
    const named = await this.life.openInvite(meeting.title).catch(() => null);
    if (named !== null && named !== guest.email) this.misnamed += 1;
    this.count(named === null ? 'invite opened, extension away' : 'invite opened');
    await this.log(guest);
  }

  private async log(guest: { name: string; email?: string; company?: string }): Promise<void> {
    const log: Interaction = {
      id: newId(),
      at: new Date(Date.UTC(2026, 9, 1) + this.turn * 60_000).toISOString(),
      outcome: 'none',
      summary: this.words(),
      prospect: guest.name,
      type: 'call_log',
      ...(guest.email ? { email: guest.email } : {}),
      ...(guest.company ? { company: guest.company } : {}),
    };
    const { id, at, outcome, summary, type } = log;
    const draft = { id, at, outcome, summary, type, prospect: guest };
    await insist(() => this.life.ask('saveLog', draft));
    this.wanted.set(id, { log, kept: true });
    this.count('logged');
  }

  async edit(): Promise<void> {
    const kept = this.kept();
    if (kept.length === 0) return;
    const one = this.one(kept);
    const log = { ...one.log, summary: `${this.words()} (corrected)` };
    await insist(() => this.life.ask('editLog', log));
    one.log = log;
    this.count('edited');
  }

  async undo(): Promise<void> {
    const kept = this.kept();
    if (kept.length === 0) return;
    const one = this.one(kept);
    await insist(() => this.life.ask('undoLog', one.log.id));
    one.kept = false;
    this.count('taken back');
  }

  async forget(): Promise<void> {
    const kept = this.kept();
    if (kept.length < 5) return;
    const { prospect: name, email, company } = this.one(kept).log;
    const who = { name, ...(email ? { email } : {}), ...(company ? { company } : {}) };
    await insist(() => this.life.ask('forgetProspect', who));
    for (const one of this.wanted.values()) if (one.log.email === email) one.kept = false;
    this.count('prospect forgotten');
  }

  async read(): Promise<void> {
    const guest = this.one(meetings).guests[0];
    if (!guest) return;
    const answer = await this.life.ask('brief', guest).catch(() => null);
    this.count(answer?.ok ? 'brief read' : 'brief without memory');
  }

  /** Begins the week anew, or looks what has become of it. */
  async digest(): Promise<void> {
    if (this.random() < 0.5) {
      const begun = await this.life.ask('startDigest', undefined).then(
        () => true,
        () => false,
      );
      this.count(begun ? 'week begun' : 'week not begun');
      return;
    }
    const week = await this.life.ask('week', undefined).catch(() => null);
    this.count(week?.digest ? 'week read' : 'week not there');
  }

  /**
   * Asks for the week once nothing breaks any more.
   *
   * @returns prospects of kept logs that aren't in it, or are twice, and others that are; null: no week
   */
  async lastWeek(): Promise<number | null> {
    await this.life.ask('startDigest', undefined).catch(() => undefined);
    for (let attempt = 0; attempt < 120; attempt += 1) {
      await sleep(250);
      const week = await this.life.ask('week', undefined).catch(() => null);
      if (!week?.digest) continue;
      const told = week.digest.entries.map(({ prospect }) => prospect.email ?? prospect.name);
      const there = new Set(told);
      const wanted = new Set(this.kept().map(({ log }) => log.email ?? log.prospect));
      return told.length - there.size + wanted.symmetricDifference(there).size;
    }
    return null;
  }

  async act(): Promise<void> {
    const drawn = this.random();
    if (drawn < 0.55) await this.openAndLog();
    else if (drawn < 0.7) await this.edit();
    else if (drawn < 0.8) await this.undo();
    else if (drawn < 0.84) await this.forget();
    else if (drawn < 0.93) await this.read();
    else await this.digest();
  }
}

function verdict(wanted: Wanted[], held: Map<string, Held>) {
  const found = { lost: 0, doubled: 0, misfiled: 0, otherWords: 0, cameBack: 0, strangers: 0 };
  const ids = new Set(wanted.map(({ log }) => log.id));
  for (const { log, kept } of wanted) {
    const one = held.get(log.id);
    if (!kept) {
      if (one) found.cameBack += 1;
      continue;
    }
    if (!one || one.documents === 0 || one.memories.length === 0) found.lost += 1;
    else if (one.documents > 1 || one.memories.length > 1) found.doubled += 1;
    if (one && (one.email !== log.email || one.people.join() !== log.email)) found.misfiled += 1;
    if (one && one.summary !== log.summary) found.otherWords += 1;
  }
  for (const id of held.keys()) if (!ids.has(id)) found.strangers += 1;
  return found;
}

/** @returns an error with where it was thrown, on one line. */
function firstLines(text: string): string {
  return text.split('\n').slice(0, 3).join(' ').slice(0, 300);
}

/** What the first version left: settings without a version, and a log that waited. */
function leftByFirstVersion(connection: object, waiting: Interaction) {
  return {
    settings: { connection, rep: 'Robin', ownAddresses: ['rep@salesmemory.example'] },
    outbox: {
      items: [
        { interaction: waiting, operation: newId(), attempts: 0, notBefore: 0, problem: null },
      ],
      damaged: [],
    },
  };
}

/**
 * A rep works through the built extension in real Chromium while its worker is killed, its network
 * cut, the server and the browser die and come back, the clock jumps and the extension is updated.
 * Then the server itself is asked what it holds.
 */
export default async function measure(): Promise<BenchResult> {
  const random = randomOf(seed);
  say(`→ seed ${seed}`);
  const extension = await builtExtension('samples');
  const site = await serveSamples();
  const life = await Life.begin(extension, site.url);
  const rep = new Rep(life, random);
  const broke: Counts = {};
  const began = performance.now();
  let waiting = Number.POSITIVE_INFINITY;
  let wrongInWeek: number | null = null;
  const held = await withServer(async ({ hindsight, bank }) => {
    const { connection } = await bank('chaos');
    const between = await startBetween(hindsight.baseUrl, () => 'pass', 0);
    const first: Interaction = {
      id: newId(),
      at: '2026-09-30T10:00:00.000Z',
      outcome: 'none',
      summary: 'Words that the first version kept.',
      prospect: 'Ada Lovelace',
      email: 'ada@analytical.example',
      type: 'call_log',
    };
    rep.wanted.set(first.id, { log: first, kept: true });
    await life.open();
    await life.seed(leftByFirstVersion({ ...connection, baseUrl: between.baseUrl }, first));
    await life.update();
    broke['extension updated'] = 1;

    type Fault = [name: string, happen: () => Promise<void>];
    const quick: Fault[] = [
      ['worker killed', () => life.killWorker()],
      [
        'network cut',
        async () => {
          between.cut();
          await sleep(300 + random() * 2_000);
          between.mend();
        },
      ],
      ['clock moved', () => life.moveClock((random() < 0.5 ? -1 : 3) * day)],
    ];
    const slow: Fault[] = [
      ['browser restarted', () => life.restart()],
      [
        'server killed',
        async () => {
          await hindsight.kill();
          await sleep(random() * 500);
          await hindsight.restart();
        },
      ],
      ['extension updated', () => life.update()],
    ];
    let working = true;
    /**
     * Each of some faults once, in order, then at random, the first ones more often.
     *
     * @param missed whether a fault may find nothing to break
     */
    const keepBreaking = async (faults: Fault[], missed: boolean) => {
      const plan = [...faults];
      while (working) {
        await sleep(800 + random() * 2_500);
        if (!working) return;
        const [name, happen] = plan.shift() ??
          faults[Math.floor(random() ** 2 * faults.length)] ?? ['', async () => undefined];
        try {
          await happen();
        } catch (error) {
          if (missed) continue;
          throw error;
        }
        broke[name] = (broke[name] ?? 0) + 1;
      }
    };
    // What takes long doesn't keep the quick ones from happening; a browser that is just being
    // restarted has no worker to kill.
    const loops = [keepBreaking(quick, true), keepBreaking(slow, false)];
    const breaking = Promise.all(loops);
    // It is awaited below; until then, nobody waits for it.
    breaking.catch(() => undefined);
    try {
      const until = performance.now() + workMs;
      while (performance.now() < until) await rep.act();
      working = false;
      await breaking;
      // A moved clock may have put an attempt off; the rep presses "try again".
      const end = performance.now() + drainMs;
      while (waiting > 0 && performance.now() < end) {
        await life.ask('retryOutbox', undefined).catch(() => undefined);
        waiting = await life.left();
        if (waiting > 0) await sleep(500);
      }
      await sleep(1_500);
      wrongInWeek = await rep.lastWeek();
      return await heldBy({ ...connection, baseUrl: hindsight.baseUrl });
    } finally {
      working = false;
      // Else a server or a browser that is just being restarted would outlive a part that failed.
      await Promise.allSettled(loops);
      between.close();
    }
  }).finally(async () => {
    await life.end();
    await site.close();
  });
  const found = verdict([...rep.wanted.values()], held);
  const seconds = Math.round((performance.now() - began) / 1000);
  const markdown = [
    '### A rep at work while everything breaks',
    '',
    `Seed ${seed} (\`SALESMEMORY_SEED\` repeats the dice; the timing is the machine's). The built extension in real Chromium, begun with what its first version left; ${seconds} s in all. Then the server itself is asked what it holds.`,
    '',
    table(
      ['the rep', 'times'],
      Object.entries(rep.done).map(([name, times]) => [name, times]),
    ),
    '',
    table(
      ['what broke', 'times'],
      Object.entries(broke).map(([name, times]) => [name, times]),
    ),
    '',
    table(
      ['in the end', 'number'],
      [
        ['logs that are to be there', [...rep.wanted.values()].filter(({ kept }) => kept).length],
        ['lost', found.lost],
        ['doubled', found.doubled],
        ['misfiled', found.misfiled],
        ['in other words than saved', found.otherWords],
        ['back after being taken back or forgotten', found.cameBack],
        ['held that nobody saved', found.strangers],
        ['invites taken for somebody else', rep.misnamed],
        ['missing, doubled or invented in the week read last', wrongInWeek ?? 'no week came'],
        ['uncaught errors', life.uncaught.length],
        ['still waiting in the browser', waiting],
      ],
    ),
    ...(life.uncaught.length > 0
      ? ['', 'Uncaught:', '', ...[...new Set(life.uncaught)].map((text) => `- ${firstLines(text)}`)]
      : []),
  ].join('\n');
  return {
    markdown,
    json: { seed, seconds, done: rep.done, broke, found, wrongInWeek, uncaught: life.uncaught },
  };
}
