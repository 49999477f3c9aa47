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

/** @returns the memories that hold every word and are of the outcome and kind asked for. */
export function filtered(
  memories: readonly Interaction[],
  { words, outcome, kind }: Filter,
): Interaction[] {
  const wanted = plain(words)
    .split(/\s+/)
    .filter((word) => word !== '');
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
