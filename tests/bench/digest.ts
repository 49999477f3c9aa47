import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { estimateTokens } from '../../lib/brief/budget';
import { isUnusable, readComparison } from '../../lib/digest/answer';
import { estimateOf, nomineesOf, roomOf } from '../../lib/digest/batches';
import { composeDigest } from '../../lib/digest/compose';
import { condense } from '../../lib/digest/condense';
import { gather } from '../../lib/digest/gather';
import type { DealCard, Digest, Ranking } from '../../lib/digest/types';
import type { Prospect } from '../../lib/identity/prospect';
import type { Interaction } from '../../lib/interaction';
import type { KnownProspect } from '../../lib/messages';
import type { Model } from '../../lib/models/port';
import { rankWithModel } from '../../lib/models/rank';
import { numbered } from '../../prompts/digest';
import { repository } from '../../scripts/home';
import { writtenDeals } from '../fixtures/deals';
import { historyOf, judgedAt } from '../fixtures/deals/deal';
import { judgedWeek } from '../fixtures/deals/week';
import { databaseUrlOf } from './support/database';
import { fillBank, logsEach } from './support/fill';
import type { BenchResult } from './support/result';
import { withServer } from './support/server';
import { isSmoke, msOf, timed } from './support/spread';
import { figure, spreadCell, table } from './support/table';

const answerFile = path.join(repository, 'tests', 'fixtures', 'answers', 'week.json');
const sizes = isSmoke ? [40, 120] : [40, 400, 4_000];
/** How often each timing is taken. */
const runsEach = 3;
const signal = new AbortController().signal;

/** So many invented prospects, each with the logs of one of the written deals. */
function manyProspects(count: number): Prospect[] {
  return Array.from({ length: count }, (_, index) => {
    const written = writtenDeals[index % writtenDeals.length];
    if (!written) throw new Error('no written deals');
    return { ...written.prospect, email: `p${index}@bench.example` };
  });
}

function historyOfMany({ email = '' }: Prospect): Interaction[] {
  const index = Number(/\d+/.exec(email)?.[0] ?? 0);
  const written = writtenDeals[index % writtenDeals.length];
  return written ? historyOf(written) : [];
}

/**
 * No model: it does as it is told by the words of its prompt, without thought. It shows what a
 * comparison of so many deals takes in calls and tokens, and nothing of how well a model orders.
 */
const standIn: Model = {
  name: 'openai_compatible',
  async complete({ messages, name }) {
    const asked = messages.map(({ content }) => content).join('\n');
    const ids = [...asked.matchAll(/^\{"id":"(d\d+)"/gm)].map((match) => match[1]);
    const text =
      name === 'nominees'
        ? JSON.stringify({
            nominees: ids.slice(0, nomineesOf(new Array<DealCard>(ids.length))),
          })
        : JSON.stringify({
            deals: ids.map((id) => ({
              id,
              bucket: 'follow_up',
              why: 'The concern that they raised is still open.',
              action: 'Ask what is missing, and agree a date.',
            })),
          });
    const usage = { promptTokens: estimateTokens(asked), completionTokens: estimateTokens(text) };
    return { text, usage, ms: 0, model: 'stand-in' };
  },
};

/** @returns the share of the prospects that stand in the digest exactly once. */
function coverageOf(cards: DealCard[], { entries }: Digest): number {
  const times = new Map<string, number>();
  for (const { key } of entries) times.set(key, (times.get(key) ?? 0) + 1);
  const invented = entries.length - cards.filter(({ key }) => times.get(key) === 1).length;
  return invented === 0 ? cards.filter(({ key }) => times.get(key) === 1).length / cards.length : 0;
}

async function sized(count: number) {
  const prospects = manyProspects(count);
  let cards: DealCard[] = [];
  const condensing = await timed(runsEach, () => {
    cards = [];
    return gather(prospects, {
      now: judgedAt,
      signal,
      historyOf: async (prospect) => historyOfMany(prospect),
      onCards: (some) => void cards.push(...some),
    });
  });
  let basic = composeDigest([], { now: judgedAt });
  const order = await timed(runsEach, () => {
    basic = composeDigest(cards, { now: judgedAt });
  });
  let ranking: Ranking | null = null;
  const rankMs = await msOf(async () => {
    ranking = await rankWithModel(standIn, cards, { now: judgedAt, signal });
  });
  const ranked = composeDigest(cards, { now: judgedAt, ranking });
  const estimate = estimateOf(cards, roomOf(undefined));
  return {
    count,
    condense: condensing,
    order,
    rankMs,
    calls: ranked.cost?.calls ?? 0,
    promptTokens: ranked.cost?.promptTokens ?? 0,
    completionTokens: ranked.cost?.completionTokens ?? 0,
    estimate,
    cardBytes: JSON.stringify(cards).length / cards.length,
    coverage: { basic: coverageOf(cards, basic), ranked: coverageOf(cards, ranked) },
  };
}

/** Prospects whose histories are read from a real server, twenty logs each. */
const onServer = isSmoke ? [10] : [40, 400];

/** Reads and condenses everybody of a real bank, as the extension does. */
async function fromServer() {
  return withServer(async ({ hindsight, bank }) => {
    const { memory, connection } = await bank();
    const databaseUrl = databaseUrlOf(path.dirname(hindsight.logFile));
    const runs = [];
    for (const count of onServer) {
      await fillBank(connection, databaseUrl, count * logsEach);
      let cards: DealCard[] = [];
      let known: KnownProspect[] = [];
      let mostHeap = 0;
      const before = process.memoryUsage().heapUsed;
      const list = await timed(runsEach, async () => {
        known = await memory.allProspects();
      });
      const read = await timed(runsEach, async () => {
        cards = [];
        await gather(
          known.slice(0, count).map(({ prospect }) => prospect),
          {
            now: judgedAt,
            signal,
            ...(await memory.reader()),
            onCards: (some) => {
              cards.push(...some);
              mostHeap = Math.max(mostHeap, process.memoryUsage().heapUsed - before);
            },
          },
        );
      });
      const digest = composeDigest(cards, { now: judgedAt });
      runs.push({
        count: cards.length,
        logs: cards.reduce((sum, { interactions }) => sum + interactions, 0),
        list,
        read,
        heapMb: mostHeap / 1e6,
        coverage: coverageOf(cards, digest),
      });
    }
    return runs;
  });
}

/** How far a digest agrees with the written ranking. */
interface Agreement {
  deals: number;
  /** Share of all pairs of deals that stand in the same order. */
  pairs: number;
  /** Share of the deals in the same bucket. */
  bucket: number;
}

function agreementOf({ entries }: Digest, judged: typeof judgedWeek): Agreement {
  const place = new Map(entries.map(({ prospect }, index) => [prospect.name, index]));
  const bucket = new Map(entries.map((entry) => [entry.prospect.name, entry.bucket]));
  const name = (one: (typeof judged)[number]) => one.deal.prospect.name;
  let pairs = 0;
  let same = 0;
  judged.forEach((first, index) => {
    for (const second of judged.slice(index + 1)) {
      pairs += 1;
      if ((place.get(name(first)) ?? 0) < (place.get(name(second)) ?? 0)) same += 1;
    }
  });
  const held = judged.filter((one) => bucket.get(name(one)) === one.bucket).length;
  return { deals: judged.length, pairs: same / pairs, bucket: held / judged.length };
}

async function agreements() {
  // In the order of their ids, so that nothing of the judgement shows.
  const written = judgedWeek.map(({ deal }) => deal).sort((a, b) => (a.id < b.id ? -1 : 1));
  const cards = written.map((deal) => condense(deal.prospect, historyOf(deal), judgedAt));
  const basic = composeDigest(cards, { now: judgedAt });
  const found = readComparison(await readFile(answerFile, 'utf8'), numbered(cards));
  if (isUnusable(found)) throw new Error(found.invalid);
  const answered = composeDigest(cards, {
    now: judgedAt,
    ranking: {
      ...found,
      reader: 'openai_compatible',
      rounds: {},
      cost: {
        model: 'hand-written',
        calls: 1,
        byRules: 0,
        promptTokens: null,
        completionTokens: null,
        ms: 0,
      },
      notes: [],
    },
  });
  const half = (tuning: boolean) => judgedWeek.filter(({ deal }) => deal.tuning === tuning);
  return {
    tuned: agreementOf(basic, half(true)),
    apart: agreementOf(basic, half(false)),
    basic: agreementOf(basic, judgedWeek),
    handWritten: agreementOf(answered, judgedWeek),
    mended: answered.mended,
  };
}

const percent = (share: number) => `${figure(share * 100)} %`;

/**
 * The week of 40, 400 and 4,000 invented prospects, and how far its order agrees with a sales manager's
 * written ranking of 24 deals.
 */
export default async function benchDigest(): Promise<BenchResult> {
  const agreement = await agreements();
  const runs = [];
  for (const count of sizes) runs.push(await sized(count));
  const server = await fromServer();
  const agreed = (name: string, { deals, pairs, bucket }: Agreement) => [
    name,
    deals,
    percent(pairs),
    percent(bucket),
  ];
  const markdown = [
    '### The order of 24 deals against a manager’s written ranking',
    table(
      ['ordered by', 'deals', 'pairs in the same order', 'same bucket'],
      [
        agreed('rules, deals they were adjusted on', agreement.tuned),
        agreed('rules, deals kept apart', agreement.apart),
        agreed('rules, all', agreement.basic),
        agreed('an answer written by hand, through the checks of a model’s', agreement.handWritten),
      ],
    ),
    `The hand-written answer comes from the hand that wrote the ranking: it shows that an order survives the checks, not how well a model orders. Mended in it: ${JSON.stringify(agreement.mended)}.`,
    '### Many deals',
    table(
      [
        'prospects',
        'condensing (ms)',
        'ordering by rules (ms)',
        'bytes a deal',
        'calls',
        'tokens sent',
        'tokens answered',
        'told before (calls, tokens)',
        'each prospect once',
      ],
      runs.map((run) => [
        run.count,
        spreadCell(run.condense),
        spreadCell(run.order),
        run.cardBytes,
        run.calls,
        run.promptTokens,
        run.completionTokens,
        `${figure(run.estimate.calls)}, ${figure(run.estimate.tokens)}`,
        percent(Math.min(run.coverage.basic, run.coverage.ranked)),
      ]),
    ),
    'Histories come from memory of this process, so no server’s time is in it. Calls and tokens are those of a stand-in that answers as the prompt asks, without thought and at once; tokens are estimated at four characters each. Milliseconds here and below: median (least–most) of three runs.',
    '### Read from a real server',
    table(
      [
        'prospects',
        'logs',
        'finding everybody (ms)',
        'reading and condensing all (ms)',
        'ms a prospect',
        'most heap (MB)',
        'each prospect once',
      ],
      server.map(({ count, logs, list, read, heapMb, coverage }) => [
        count,
        logs,
        spreadCell(list),
        spreadCell(read),
        read.median / count,
        heapMb,
        percent(coverage),
      ]),
    ),
    'The heap is that of this process beyond what it had before, garbage included; the histories of fifty people are held at a time.',
  ].join('\n\n');
  return { markdown, json: { agreement, runs, server } };
}
