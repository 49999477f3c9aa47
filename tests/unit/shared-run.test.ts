import { expect, it } from 'vitest';
import { sharedRun } from '../../lib/shared-run';

it('runs once more for all who ask while it runs, and never twice at a time', async () => {
  const ends: (() => void)[] = [];
  let atOnce = 0;
  const run = sharedRun(async () => {
    atOnce += 1;
    expect(atOnce).toBe(1);
    await new Promise<void>((resolve) => ends.push(resolve));
    atOnce -= 1;
  });
  const first = run();
  await Promise.resolve();
  await Promise.resolve();
  const later = [run(), run(), run()];
  ends[0]?.();
  await first;
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(ends).toHaveLength(2);
  ends[1]?.();
  await Promise.all(later);
  expect(ends).toHaveLength(2);
});

it('tells its failure to who shared it, and runs for the next', async () => {
  let runs = 0;
  const run = sharedRun(async () => {
    runs += 1;
    if (runs === 1) throw new Error('the storage is full');
  });
  await expect(run()).rejects.toThrow('full');
  await expect(run()).resolves.toBeUndefined();
  expect(runs).toBe(2);
});
