import type { Interaction, InteractionType, Outcome } from '../../lib/interaction';

/** What a rep wants to see of a timeline; empty means all of it. */
export interface Filter {
  words: string;
  outcome: Outcome | '';
  kind: InteractionType | '';
}

export const everything: Filter = { words: '', outcome: '', kind: '' };

/** @returns a text as it is compared: no case, no accents. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** @returns the words of a search, as they are compared. */
function wordsOf(search: string): string[] {
  return plain(search)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** @returns what a search finds in a text, as it is written there: the first place of each word. */
export function matchesIn(text: string, search: string): string[] {
  /** Where in the text each character of the compared one comes from. */
  const origins: number[] = [];
  let compared = '';
  for (const { segment, index } of new Intl.Segmenter().segment(text)) {
    const letters = plain(segment);
    compared += letters;
    for (let at = 0; at < letters.length; at += 1) origins.push(index);
  }
  origins.push(text.length);
  return wordsOf(search).flatMap((word) => {
    const start = compared.indexOf(word);
    return start < 0 ? [] : [text.slice(origins[start], origins[start + word.length])];
  });
}

/** @returns the memories that hold every word and are of the outcome and kind asked for. */
export function filtered(
  memories: readonly Interaction[],
  { words, outcome, kind }: Filter,
): Interaction[] {
  const wanted = wordsOf(words);
  return memories.filter((memory) => {
    if (outcome !== '' && memory.outcome !== outcome) return false;
    if (kind !== '' && memory.type !== kind) return false;
    const text = plain(`${memory.summary} ${memory.rep ?? ''}`);
    return wanted.every((word) => text.includes(word));
  });
}

/** @returns how often each value occurs among the memories. */
export function countsOf<T>(
  memories: readonly Interaction[],
  of: (memory: Interaction) => T,
): Map<T, number> {
  const counts = new Map<T, number>();
  for (const memory of memories) {
    counts.set(of(memory), (counts.get(of(memory)) ?? 0) + 1);
  }
  return counts;
}
