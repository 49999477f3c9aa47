import type { WeekProps } from '../../components/week/Week';
import { nothingMended } from '../../lib/digest/answer';
import { composeDigest } from '../../lib/digest/compose';
import { condense } from '../../lib/digest/condense';
import { beginRun, type DigestRun } from '../../lib/digest/run';
import type { DealCard, Digest, Ranking } from '../../lib/digest/types';
import { sampleDeals, sampleHistory } from '../../scripts/samples/deals';
import { language, longNamed, now, priya } from './deals';

const moment = now.toISOString();
const nothing = () => {};

const cards = sampleDeals.map((deal) =>
  condense(deal.prospect, sampleHistory(deal, moment), moment, undefined, language),
);
/** Very long names, and right to left, among the others. */
const strange: DealCard[] = [
  condense(longNamed, priya.history, moment),
  condense({ name: 'נועה ברק', company: 'טבע תעשיות' }, priya.history.slice(0, 2), moment),
];
const many: DealCard[] = Array.from({ length: 400 }, (_, index) => {
  const card = cards[index % cards.length] as DealCard;
  const prospect = { ...card.prospect, email: `p${index}@many.example` };
  return { ...card, key: prospect.email, prospect };
});

const digestOf = (some: DealCard[], ranking: Ranking | null = null): Digest =>
  composeDigest(some, { now: moment, language, ranking });

/** A ranking in which a model left one out and invented two. */
const ranking: Ranking = {
  reader: 'groq',
  placed: cards.slice(1).map(({ key, bucket }) => ({ key, bucket, why: null, action: null })),
  rounds: {},
  mended: { ...nothingMended(), missing: 1, invented: 2, reworded: 1 },
  cost: {
    model: 'openai/gpt-oss-120b',
    calls: 1,
    byRules: 0,
    promptTokens: 2_310,
    completionTokens: 412,
    ms: 3_100,
  },
  notes: [],
};

const run = (patch: Partial<DigestRun> = {}): DigestRun => ({
  ...beginRun(moment),
  state: 'done',
  total: cards.length,
  read: cards.length,
  ...patch,
});

/** The week by rules, of the sample deals. */
export function weekProps(more: Partial<WeekProps> = {}): WeekProps {
  return {
    run: run(),
    digest: digestOf(cards),
    due: false,
    reminder: { on: false, weekday: 1, hour: 8 },
    notifies: false,
    address: 'robin@acme.example',
    onStart: nothing,
    onStop: nothing,
    onGoOn: nothing,
    onOpen: nothing,
    onCopy: async () => true,
    onPrint: nothing,
    onReminder: nothing,
    onNotify: nothing,
    ...more,
  };
}

/** Every state of the week, by the end of its story's name. */
export const weeks = {
  new: weekProps({ run: null, digest: null }),
  due: weekProps({
    run: null,
    digest: null,
    due: true,
    reminder: { on: true, weekday: 1, hour: 8 },
  }),
  looking: weekProps({ run: run({ state: 'reading', total: 0, read: 0 }), digest: null }),
  reading: weekProps({ run: run({ state: 'reading', total: 400, read: 150 }), digest: null }),
  ranking: weekProps({
    run: run({ state: 'ranking', calls: 4, batchesLeft: 6, waiting: 41 }),
  }),
  asking: weekProps({
    run: run({
      state: 'asking',

      total: 400,
      read: 400,
      estimate: { calls: 13, tokens: 69_834 },
    }),
    digest: digestOf(many),
  }),
  done: weekProps(),
  model: weekProps({ run: run({}), digest: digestOf(cards, ranking) }),
  strange: weekProps({ digest: digestOf(strange) }),
  nobody: weekProps({ run: run({ total: 0, read: 0 }), digest: digestOf([]) }),
  stopped: weekProps({
    run: run({ state: 'stopped', total: 400, read: 50 }),
    digest: {
      ...digestOf(many.slice(0, 50)),
      notes: ['Only 50 of 400 prospects are read.'],
    },
  }),
  failed: weekProps({
    run: run({
      state: 'failed',

      message:
        'Groq takes no more requests for now. The order by rules stands. Try again in 3600 seconds.',
    }),
  }),
} as const satisfies Record<string, WeekProps>;
