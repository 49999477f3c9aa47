import { readFileSync } from 'node:fs';
import { basicBrief } from '../../lib/brief';
import { inOrder } from '../../lib/brief/ledger';
import { modelBrief } from '../../lib/brief/model-brief';
import { readSignals } from '../../lib/brief/offline/read';
import { risksOf, topRisk } from '../../lib/brief/risks';
import type { Interaction } from '../../lib/interaction';
import { bands } from '../../prompts/rubric';
import { sampleDeals, sampleHistory } from '../../scripts/samples/deals';
import { writtenDeals } from '../fixtures/deals';
import { historyOf, judgedAt, type TopRisk, type WrittenDeal } from '../fixtures/deals/deal';
import { attackBasic, attackModel } from './support/attacks';
import { isSmoke, type Spread, timed } from './support/spread';
import { spreadCell, table } from './support/table';

/** How often each timing is taken; the median counts. */
const runs = 21;
/** Lengths of the histories that are read. */
const lengths = isSmoke ? [5, 50] : [5, 50, 500];
/** Most milliseconds that the offline reader may take for fifty interactions. */
const mostMs = 50;

/** What the offline reader says about one written deal, beside the manager's judgement. */
export interface Judged {
  id: string;
  score: number;
  band: { said: string; expected: string };
  momentum: { said: string; expected: string };
  risk: { said: TopRisk; expected: TopRisk };
}

/** @returns the brief of a written deal, cut down to what a manager judged. */
export function judge(deal: WrittenDeal): Judged {
  const history = historyOf(deal);
  const { score, label, momentum } = basicBrief({
    prospect: deal.prospect,
    history,
    now: judgedAt,
  });
  const signals = inOrder(readSignals(history).signals);
  const top = topRisk(risksOf(signals, history, judgedAt));
  const kind = top?.kind ?? 'none';
  const said = kind === 'objection' ? `objection:${top?.topic ?? 'other'}` : kind;
  const { expected } = deal;
  return {
    id: deal.id,
    score,
    band: { said: label, expected: expected.band },
    momentum: { said: momentum, expected: expected.momentum },
    risk: { said: said as TopRisk, expected: expected.risk },
  };
}

/** @returns ranks from 1, equal values sharing the mean of theirs. */
function ranks(values: number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1);
}

/** @returns Spearman's rank correlation, −1 to 1: Pearson's of the ranks, so that ties are fair. */
export function spearman(a: number[], b: number[]): number {
  const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const centred = (values: number[]) => {
    const middle = mean(values);
    return values.map((one) => one - middle);
  };
  const x = centred(ranks(a));
  const y = centred(ranks(b));
  const product = (p: number[], q: number[]) =>
    p.reduce((sum, one, index) => sum + one * (q[index] ?? 0), 0);
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y));
}

/** How far a half of the deals agrees with the manager. */
export interface Agreement {
  deals: number;
  /** Rank correlation of the score with the manager's band. */
  spearman: number;
  /** Shares, 0 to 1. */
  band: number;
  bandWithinOne: number;
  momentum: number;
  risk: number;
}

/** @returns the agreement of some judged deals. */
export function agreementOf(judged: Judged[]): Agreement {
  const step = (label: string) => bands.findIndex((band) => band.label === label);
  const share = (holds: (one: Judged) => boolean) => judged.filter(holds).length / judged.length;
  return {
    deals: judged.length,
    spearman: spearman(
      judged.map(({ score }) => score),
      judged.map(({ band }) => step(band.expected)),
    ),
    band: share(({ band }) => band.said === band.expected),
    bandWithinOne: share(({ band }) => Math.abs(step(band.said) - step(band.expected)) <= 1),
    momentum: share(({ momentum }) => momentum.said === momentum.expected),
    risk: share(({ risk }) => risk.said === risk.expected),
  };
}

/** @returns so many interactions of one prospect, a day apart, with words of all written deals. */
export function longHistory(count: number): Interaction[] {
  const calls = writtenDeals.flatMap((deal) => historyOf(deal));
  return Array.from({ length: count }, (_, index) => {
    const call = calls[index % calls.length] as Interaction;
    const at = new Date(Date.parse(judgedAt) - (count - index) * 86_400_000).toISOString();
    return { ...call, id: `long-${index}`, at, prospect: 'Pat Long' };
  });
}

async function timings() {
  const all: { interactions: number; read: Spread; brief: Spread }[] = [];
  for (const interactions of lengths) {
    const history = longHistory(interactions);
    const who = { name: 'Pat Long' };
    const read = await timed(runs, () => readSignals(history));
    const brief = await timed(runs, () => basicBrief({ prospect: who, history, now: judgedAt }));
    all.push({ interactions, read, brief });
  }
  return all;
}

/** @returns how many claims of the answers that are kept as test data don't hold. */
function keptAnswers() {
  return ['priya', 'james'].map((name) => {
    const deal = sampleDeals.find(({ prospect }) => prospect.name.toLowerCase().startsWith(name));
    if (!deal) throw new Error(`There is no sample deal of ${name}.`);
    const now = '2026-05-20T08:00:00.000Z';
    const file = new URL(`../fixtures/answers/${name}.json`, import.meta.url);
    const text = readFileSync(file, 'utf8');
    const input = { prospect: deal.prospect, history: sampleHistory(deal, now), now };
    const brief = modelBrief(input, text, { reader: 'groq' });
    if ('invalid' in brief) throw new Error(brief.invalid);
    const { signals, risk, action } = JSON.parse(text);
    const claims = signals.length + [risk, action].filter(Boolean).length;
    return { name: deal.prospect.name, claims, dropped: brief.dropped.count };
  });
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

function agreementRow(name: string, found: Agreement): string {
  const shares = [found.band, found.bandWithinOne, found.momentum, found.risk].map(percent);
  return `| ${name} | ${found.deals} | ${found.spearman.toFixed(2)} | ${shares.join(' | ')} |`;
}

/**
 * The offline reader against the judgement of a sales manager on written deals, tuned and untuned
 * apart, and how long reading and the whole brief take.
 */
export default async function benchBrief(): Promise<{ markdown: string; json: unknown }> {
  const judgedOf = (tuning: boolean) =>
    writtenDeals.filter((deal) => deal.tuning === tuning).map(judge);
  const tuned = judgedOf(true);
  const apart = judgedOf(false);
  const agreement = { tuned: agreementOf(tuned), apart: agreementOf(apart) };
  const times = await timings();
  const fifty = times.find(({ interactions }) => interactions === 50)?.read.median ?? 0;
  const byModel = attackModel();
  const byRules = attackBasic();
  const answers = keptAnswers();
  const markdown = [
    '### The offline reader against a manager’s judgement',
    [
      '| deals | number | rank correlation | same band | within one band | same momentum | same top risk |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
      agreementRow('tuned on', agreement.tuned),
      agreementRow('kept apart', agreement.apart),
    ].join('\n'),
    table(
      ['interactions', 'reading (ms)', 'whole brief (ms)'],
      times.map(({ interactions, read, brief }) => [
        interactions,
        spreadCell(read),
        spreadCell(brief),
      ]),
    ),
    '### Attacks and claims',
    [
      '| reader | attacks | survived | claims asked for | dropped |',
      '| --- | ---: | ---: | ---: | ---: |',
      `| a model that does what they want | ${byModel.attacks} | ${byModel.survived} | ${byModel.claims} | ${byModel.dropped} |`,
      `| basic | ${byRules.attacks} | ${byRules.survived} | | |`,
      ...answers.map(
        ({ name, claims, dropped }) =>
          `| a faithful answer about ${name}, written by hand | | | ${claims} | ${dropped} |`,
      ),
    ].join('\n'),
    `Milliseconds: median (least–most) of ${runs} runs. Reading 50 interactions may take ${mostMs} ms: ${fifty < mostMs ? 'held' : 'not held'}.`,
  ].join('\n\n');
  return {
    markdown,
    json: { agreement, times, attacks: { byModel, byRules }, answers, deals: { tuned, apart } },
  };
}
