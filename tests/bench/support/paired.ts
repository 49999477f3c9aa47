import { figure } from './table';

/** How much more one of two took, by pairs that were measured one after the other. */
export interface Added {
  pairs: number;
  /** The median of the differences, and between what the true one lies with 95 %. */
  median: number;
  low: number;
  high: number;
  mean: number;
}

/**
 * Compares pair by pair, so that what changes on the machine meanwhile meets both of a pair alike.
 * The bounds are those of the sign test: they take nothing for granted of how the differences spread.
 *
 * @throws where there are no pairs
 */
export function addedOf(base: readonly number[], more: readonly number[]): Added {
  const found = more.map((value, index) => value - (base[index] ?? Number.NaN));
  if (found.length === 0 || found.some(Number.isNaN)) throw new Error('Pairs need two of each.');
  const sorted = [...found].sort((a, b) => a - b);
  const count = sorted.length;
  const at = (rank: number) => sorted[Math.min(count - 1, Math.max(0, rank))] as number;
  const off = Math.ceil(0.98 * Math.sqrt(count));
  const middle = (count - 1) / 2;
  return {
    pairs: count,
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    low: at(Math.floor(middle) - off),
    high: at(Math.ceil(middle) + off),
    mean: found.reduce((sum, one) => sum + one, 0) / count,
  };
}

const signed = (value: number) => `${value < 0 ? '−' : '+'}${figure(Math.abs(value))}`;

/** @returns the median as one cell, and in brackets what it lies between. */
export function addedCell({ median, low, high }: Added): string {
  return `${signed(median)} (${signed(low)} to ${signed(high)})`;
}
