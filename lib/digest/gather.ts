import type { BriefLanguage } from '../../prompts/language';
import type { Prospect } from '../identity/prospect';
import type { Interaction } from '../interaction';
import { condense } from './condense';
import type { DealCard } from './types';

/** Histories read at once: enough to keep a server busy, few enough to leave it room for others. */
const atOnce = 4;
/** Cards handed over at a time, and people whose histories are asked for together. */
const chunkSize = 50;

export interface GatherOptions {
  now: string;
  signal: AbortSignal;
  /** The complete history of one prospect. A failure ends the gathering. */
  historyOf(prospect: Prospect, signal: AbortSignal): Promise<Interaction[]>;
  /**
   * The complete histories of several, in their order: one question where each history by itself
   * costs a server as much as all of them. Absent: each by itself.
   */
  historiesOf?(prospects: readonly Prospect[], signal: AbortSignal): Promise<Interaction[][]>;
  /** Others of a prospect's company that memory knows; undefined where nothing tells. */
  colleaguesOf?(prospect: Prospect): Prospect[] | undefined;
  /** What the sentences of the cards are in; English where nobody says. */
  language?: BriefLanguage;
  /** Called with cards as they are ready, in the order of the prospects. */
  onCards(cards: DealCard[]): void | Promise<void>;
}

/**
 * Condenses prospect after prospect. Histories are let go as soon as their cards are made, so that
 * never more than those of one part are held, however many prospects there are.
 *
 * @throws what `historyOf` throws, or the signal's reason; what was handed over before stands
 */
export async function gather(
  prospects: readonly Prospect[],
  { now, signal, historyOf, historiesOf, colleaguesOf, language, onCards }: GatherOptions,
): Promise<void> {
  for (let start = 0; start < prospects.length; start += chunkSize) {
    const chunk = prospects.slice(start, start + chunkSize);
    const cards = new Array<DealCard>(chunk.length);
    const histories = historiesOf ? await historiesOf(chunk, signal) : [];
    let next = 0;
    const work = async () => {
      while (next < chunk.length) {
        signal.throwIfAborted();
        const mine = next++;
        const prospect = chunk[mine] as Prospect;
        const history = histories[mine] ?? (await historyOf(prospect, signal));
        cards[mine] = condense(prospect, history, now, colleaguesOf?.(prospect), language);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    signal.throwIfAborted();
    await onCards(cards);
  }
}
