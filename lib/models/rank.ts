import { askAgain } from '../../prompts/brief';
import {
  compareJsonSchema,
  comparePrompt,
  nominateJsonSchema,
  nominatePrompt,
  numbered,
} from '../../prompts/digest';
import type { BriefLanguage } from '../../prompts/language';
import {
  addMended,
  isUnusable,
  nothingMended,
  readComparison,
  readNomination,
  type Unusable,
} from '../digest/answer';
import { batchesOf, nomineesOf, type Room, roomOf } from '../digest/batches';
import type { DealCard, DigestCost, Mended, Placed, Ranking } from '../digest/types';
import { type Model, type ModelAnswer, ModelError, type ModelRequest } from './port';

/** Where a ranking is: all that going on after an interruption takes. Plain data. */
export interface RankState {
  /** The round under way, the first is 1. */
  round: number;
  /** Keys that this round still has to go through, batch by batch. */
  left: string[];
  /** How many deals the round began with. */
  inRound: number;
  /** Keys that this round has named so far. */
  named: string[];
  /** Key → the last round it was named in. */
  rounds: Record<string, number>;
  mended: Mended;
  cost: DigestCost;
  /** Answers whose server told no tokens. */
  untold: number;
}

/** How far a ranking has come. */
export interface RankProgress {
  calls: number;
  /** Batches of this round that are still to come; the final pass is one. */
  batchesLeft: number;
  round: number;
  /** Seconds that the server asked to wait; null while it doesn't. */
  waiting: number | null;
}

export interface RankOptions {
  now: string;
  signal: AbortSignal;
  /** What the model is asked to write in; English where nobody says. */
  language?: BriefLanguage;
  /** Where an earlier run was interrupted. */
  from?: RankState | null;
  /** Called after each answer, with what going on from there takes. */
  onState?: (state: RankState) => void | Promise<void>;
  onProgress?: (progress: RankProgress) => void | Promise<void>;
  /** Waits, or rejects when the signal aborts. */
  pause?: (seconds: number, signal: AbortSignal) => Promise<void>;
}

/** Longest wait that a server may ask for: a minute's quota is back by then (seconds). */
const longestWaitSeconds = 90;
/** Waits for one answer in a row; a server that still refuses then is out of quota. */
const mostWaits = 4;
const unsaidWaitSeconds = 15;

/** The beginning of a ranking. */
function beginning(cards: DealCard[], model: Model): RankState {
  return {
    round: 1,
    left: cards.map(({ key }) => key),
    inRound: cards.length,
    named: [],
    rounds: {},
    mended: nothingMended(),
    cost: { model: model.name, calls: 0, byRules: 0, promptTokens: 0, completionTokens: 0, ms: 0 },
    untold: 0,
  };
}

/**
 * The order of all deals as a model sees it. All in one pass where they fit; else batches name those
 * that could need the rep most, round by round, until one final pass compares the named.
 *
 * A batch whose answer is of no use twice is nominated by the rules, and counted. A server that asks
 * to wait is waited for.
 *
 * @throws ModelError where the model can't be asked at all, or the final pass gives nothing usable
 */
export async function rankWithModel(
  model: Model,
  cards: DealCard[],
  options: RankOptions,
): Promise<Ranking> {
  const { now, language, onState, onProgress } = options;
  const byKey = new Map(cards.map((card) => [card.key, card]));
  const cardsOf = (keys: string[]) => keys.flatMap((key) => byKey.get(key) ?? []);
  const state = options.from ? structuredClone(options.from) : beginning(cards, model);
  let room: Room = roomOf(model.memoryTokens);

  const tell = (batchesLeft: number, waiting: number | null) =>
    onProgress?.({ calls: state.cost.calls, batchesLeft, round: state.round, waiting });

  /** One request, and one more with what was wrong where the answer is of no use. */
  async function ask<T extends object>(
    request: Omit<ModelRequest, 'signal'>,
    read: (text: string) => T | Unusable,
    batchesLeft: number,
  ): Promise<T | Unusable> {
    let messages = request.messages;
    let found: T | Unusable = { invalid: 'It is empty.' };
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      const answer = await patiently(model, { ...request, messages }, options, (seconds) =>
        tell(batchesLeft, seconds),
      );
      state.cost.calls += 1;
      if ('invalid' in answer) {
        found = answer;
        continue;
      }
      count(state, answer);
      found = read(answer.text);
      if (!isUnusable(found)) return found;
      messages = askAgain(request.messages, answer.text, found.invalid);
    }
    return found;
  }

  /** Runs `work`; a server that says a request is too long gets smaller ones from then on. */
  async function fitting<T>(work: () => Promise<T>): Promise<T | 'smaller'> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ModelError) || error.tokensOver === null) throw error;
      const tokens = Math.min(room.tokens / 2, room.tokens - error.tokensOver * 1.25);
      if (tokens < 500) throw error;
      room = { ...room, tokens };
      return 'smaller';
    }
  }

  for (;;) {
    const batches = batchesOf(cardsOf(state.left), room);
    const [batch = []] = batches;
    const isFinal = state.named.length === 0 && batches.length <= 1;
    if (isFinal && batch.length === 0) return rankingOf(model, state, []);
    await tell(batches.length, null);
    const deals = numbered(batch);
    if (isFinal) {
      const found = await fitting(() =>
        ask(
          {
            messages: comparePrompt(deals, now, language),
            schema: compareJsonSchema(),
            name: 'digest',
          },
          (text) => readComparison(text, deals, language),
          1,
        ),
      );
      if (found === 'smaller') continue;
      if (isUnusable(found)) {
        throw new ModelError(model.name, 'invalid', { detail: found.invalid });
      }
      state.mended = addMended(state.mended, found.mended);
      return rankingOf(model, state, found.placed);
    }
    const most = nomineesOf(batch);
    const found = await fitting(() =>
      ask(
        {
          messages: nominatePrompt(deals, most, now),
          schema: nominateJsonSchema(),
          name: 'nominees',
        },
        (text) => readNomination(text, deals, most),
        batches.length,
      ),
    );
    if (found === 'smaller') continue;
    if (isUnusable(found)) state.cost.byRules += 1;
    else state.mended = addMended(state.mended, found.mended);
    const keys = isUnusable(found) ? byRules(batch, most) : found.keys;
    state.left = state.left.slice(batch.length);
    state.named.push(...keys);
    for (const key of keys) state.rounds[key] = state.round;
    if (state.left.length === 0) {
      // Batches of one would name everybody for ever.
      const most = Math.ceil(state.inRound / 2);
      state.left = state.named.slice(0, most);
      state.inRound = state.left.length;
      state.named = [];
      state.round += 1;
    }
    await onState?.(structuredClone(state));
  }
}

/** @returns the keys that the rules would name. */
function byRules(batch: DealCard[], most: number): string[] {
  const first = { attention: 2, follow_up: 1, on_track: 0 };
  return [...batch]
    .sort((a, b) => first[b.bucket] - first[a.bucket] || b.urgency - a.urgency)
    .slice(0, most)
    .map(({ key }) => key);
}

function count(state: RankState, { usage, ms, model }: ModelAnswer): void {
  const { cost } = state;
  cost.model = model;
  cost.ms += ms;
  if (usage === null) state.untold += 1;
  cost.promptTokens = (cost.promptTokens ?? 0) + (usage?.promptTokens ?? 0);
  cost.completionTokens = (cost.completionTokens ?? 0) + (usage?.completionTokens ?? 0);
}

function rankingOf(model: Model, state: RankState, placed: Placed[]): Ranking {
  const { cost, untold, rounds, mended } = state;
  const told = untold === 0;
  return {
    reader: model.name,
    placed,
    rounds,
    mended,
    cost: {
      ...cost,
      promptTokens: told ? cost.promptTokens : null,
      completionTokens: told ? cost.completionTokens : null,
    },
    notes: [],
  };
}

/** Asks, and waits as long as the server asks for, so far as a minute's quota goes. */
async function patiently(
  model: Model,
  request: Omit<ModelRequest, 'signal'>,
  { signal, pause = sleep }: RankOptions,
  onWait: (seconds: number) => void | Promise<void>,
): Promise<ModelAnswer | Unusable> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await model.complete({
        ...request,
        signal,
        onWait: (seconds) => void onWait(seconds),
      });
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      // Some servers check the answer against the schema themselves.
      if (error.reason === 'invalid') return { invalid: 'It did not match the schema.' };
      if (error.reason === 'empty') return { invalid: 'It is empty.' };
      if (error.reason !== 'rate_limited') throw error;
      const seconds = error.retryAfterSeconds ?? unsaidWaitSeconds;
      if (waits === mostWaits || seconds > longestWaitSeconds) throw error;
      await onWait(Math.ceil(seconds));
      if (signal.aborted) throw new ModelError(model.name, 'aborted');
      await pause(seconds, signal).catch(() => {
        throw new ModelError(model.name, 'aborted');
      });
    }
  }
}

function sleep(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, seconds * 1000);
    signal.addEventListener('abort', stop, { once: true });
  });
}
