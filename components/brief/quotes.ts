/** A stretch of a memory as the screen draws it. */
export interface Stretch {
  /** Where it begins in the memory, in characters. */
  start: number;
  text: string;
  quoted: boolean;
}

/** Characters shown before, after and between quotes; imports can be pages long. */
const around = 320;

/** Where the quotes stand, in order, those that overlap as one. */
function placesOf(summary: string, quotes: readonly string[]): [start: number, end: number][] {
  const found = quotes
    .filter((quote) => quote !== '')
    .map((quote) => ({ start: summary.indexOf(quote), length: quote.length }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start);
  const places: [number, number][] = [];
  for (const { start, length } of found) {
    const last = places.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], start + length);
    else places.push([start, start + length]);
  }
  return places;
}

/** What stands between two quotes, without its middle where that is long. */
function between(text: string): string {
  if (text.length <= 2 * around) return text;
  return `${text.slice(0, around)} … ${text.slice(-around)}`;
}

/**
 * @returns a memory in stretches, each quote from it marked and as much around them as is read at a
 * glance; null where none of the quotes is in it
 */
export function stretchesOf(summary: string, quotes: readonly string[]): Stretch[] | null {
  const places = placesOf(summary, quotes);
  const first = places[0];
  const last = places.at(-1);
  if (!first || !last) return null;
  const from = Math.max(0, first[0] - around);
  const to = Math.min(summary.length, last[1] + around);
  const stretches: Stretch[] = [];
  const add = (start: number, text: string, quoted: boolean) => {
    if (text !== '') stretches.push({ start, text, quoted });
  };
  add(from, `${from > 0 ? '…' : ''}${summary.slice(from, first[0])}`, false);
  for (const [index, [start, end]] of places.entries()) {
    const next = places[index + 1];
    add(start, summary.slice(start, end), true);
    if (next) add(end, between(summary.slice(end, next[0])), false);
  }
  add(last[1], `${summary.slice(last[1], to)}${to < summary.length ? '…' : ''}`, false);
  return stretches;
}
