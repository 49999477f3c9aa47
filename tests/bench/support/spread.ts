import { performance } from 'node:perf_hooks';

/** How a figure spreads over its samples. Whatever unit the samples have. */
export interface Spread {
  samples: number;
  min: number;
  median: number;
  p95: number;
  max: number;
}

/** Whether this is the smoke run of `npm test`: everything once, no figure to be trusted. */
export const isSmoke = process.env.SALESMEMORY_BENCH_SMOKE === '1';

/** @returns how often to take a sample: as often as wanted, or twice in a smoke run. */
export function rounds(wanted: number): number {
  return isSmoke ? Math.min(2, wanted) : wanted;
}

/** @returns the value that a share (0 to 1) of the samples doesn't exceed. */
function quantile(sorted: number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** @returns the spread of some samples. @throws where there are none, or one was not measured. */
export function spreadOf(samples: readonly number[]): Spread {
  if (samples.length === 0) throw new Error('A spread needs samples.');
  if (!samples.every(Number.isFinite)) throw new Error(`Not measured: ${samples.join(', ')}`);
  const sorted = [...samples].sort((a, b) => a - b);
  const [lower, upper] = [quantile(sorted, 0.5), sorted[Math.floor(sorted.length / 2)] as number];
  return {
    samples: sorted.length,
    min: sorted[0] as number,
    median: (lower + upper) / 2,
    p95: quantile(sorted, 0.95),
    max: sorted.at(-1) as number,
  };
}

/** @returns the milliseconds that some work takes. */
export async function msOf(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/**
 * Times some work several times, one after another, after one run that doesn't count.
 *
 * @param times how many samples; two in a smoke run
 */
export async function timed(times: number, work: () => unknown): Promise<Spread> {
  await work();
  const samples: number[] = [];
  for (let round = 0; round < rounds(times); round += 1) samples.push(await msOf(work));
  return spreadOf(samples);
}
