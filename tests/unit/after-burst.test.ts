import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { afterBurst } from '../../lib/after-burst';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('works once, and only after nobody asked for a while', () => {
  const work = vi.fn();
  const { ask } = afterBurst(work, 100);
  for (let time = 0; time < 3; time += 1) {
    ask();
    vi.advanceTimersByTime(99);
  }
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledOnce();
  ask();
  vi.advanceTimersByTime(100);
  expect(work).toHaveBeenCalledTimes(2);
});

it('does nothing once what was asked for is taken back', () => {
  const work = vi.fn();
  const { ask, cancel } = afterBurst(work, 100);
  ask();
  cancel();
  vi.advanceTimersByTime(1000);
  expect(work).not.toHaveBeenCalled();
});
