// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { useTick } from '../../../entrypoints/pages/useTick';
import { byId, draw } from './render';

const start = new Date('2026-05-20T08:00:40.000Z');

let drawn = 0;
function Clock() {
  drawn += 1;
  return <p data-testid="clock">{useTick().toISOString().slice(11, 19)}</p>;
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

function hide(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
}

afterEach(() => {
  vi.useRealTimers();
  hide(false);
});

it('a page’s clock goes on as each minute begins, and stands still where nobody looks', async () => {
  vi.useFakeTimers({ now: start });
  draw(<Clock />);
  await pass(19_000);
  expect(byId('clock').textContent).toBe('08:00:40');
  await pass(1_000);
  expect(byId('clock').textContent).toBe('08:01:00');
  hide(true);
  const before = drawn;
  await pass(300_000);
  expect(drawn).toBe(before);
  expect(vi.getTimerCount()).toBe(0);
  hide(false);
  expect(byId('clock').textContent).toBe('08:06:00');
  await pass(60_000);
  expect(byId('clock').textContent).toBe('08:07:00');
});
