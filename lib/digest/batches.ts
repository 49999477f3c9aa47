import { comparePrompt, dealLine, nominatePrompt } from '../../prompts/digest';
import { estimateTokens } from '../brief/budget';
import type { DealCard } from './types';

/** Deals that one request holds at most: more, and an order of them all doesn't fit the answer. */
export const mostAtOnce = 40;
/** Tokens for the lines of deals where a model doesn't say otherwise. */
const usualTokens = 12_000;
/** What a batch names of its deals at most: a fifth, so that each round has far fewer to compare. */
const nomineeShare = 0.2;
/** Tokens of an answer, by what was seen of hand-written ones. */
const answerTokens = { compared: 60, nominated: 8 };

/** How much goes into one request. */
export interface Room {
  /** Tokens for the lines of the deals. */
  tokens: number;
  deals: number;
}

/** @returns the room of a model that takes so many tokens of memories; the usual where it doesn't say. */
export function roomOf(memoryTokens: number | undefined): Room {
  return { tokens: memoryTokens ?? usualTokens, deals: mostAtOnce };
}

/** Counted once a card: each batch looks at all that are still to come. */
const counted = new WeakMap<DealCard, number>();

function lineTokens(card: DealCard): number {
  const tokens = counted.get(card) ?? estimateTokens(dealLine({ id: 'd00', card })) + 1;
  counted.set(card, tokens);
  return tokens;
}

/** @returns deals in batches that each fit, in the order they came. */
export function batchesOf(cards: DealCard[], { tokens, deals }: Room): DealCard[][] {
  const batches: DealCard[][] = [];
  let batch: DealCard[] = [];
  let used = 0;
  for (const card of cards) {
    const takes = lineTokens(card);
    if (batch.length > 0 && (used + takes > tokens || batch.length === deals)) {
      batches.push(batch);
      batch = [];
      used = 0;
    }
    batch.push(card);
    used += takes;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

/** @returns how many deals a batch may name. */
export function nomineesOf(batch: DealCard[]): number {
  return Math.max(1, Math.floor(batch.length * nomineeShare));
}

/** What a comparison of so many deals takes, told before it begins. */
export interface Estimate {
  calls: number;
  tokens: number;
}

/**
 * @returns the calls and tokens that ranking takes where every batch names as many as it may, with no
 * answer asked for twice. An estimate: tokens by `estimateTokens`.
 */
export function estimateOf(cards: DealCard[], room: Room): Estimate {
  const now = '2000-01-01';
  const [comparing, nominating] = [comparePrompt([], now), nominatePrompt([], 8, now)].map(
    (messages) => messages.reduce((sum, { content }) => sum + estimateTokens(content), 0),
  ) as [number, number];
  let left = cards;
  let calls = 0;
  let tokens = 0;
  for (;;) {
    const batches = batchesOf(left, room);
    const lines = left.reduce((sum, card) => sum + lineTokens(card), 0);
    if (batches.length <= 1) {
      const last = left.length === 0 ? 0 : 1;
      return {
        calls: calls + last,
        tokens: tokens + last * comparing + lines + left.length * answerTokens.compared,
      };
    }
    const named = batches.flatMap((batch) => batch.slice(0, nomineesOf(batch)));
    calls += batches.length;
    tokens += batches.length * nominating + lines + named.length * answerTokens.nominated;
    left = named;
  }
}
