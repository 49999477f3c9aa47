import { beforeEach, expect, it } from 'vitest';
import { createShelf, type Shelf } from '../../../lib/memory/shelf';

let clock: number;
let reads: number;
let shelf: Shelf<number>;
const read = async () => {
  reads += 1;
  return reads;
};

beforeEach(() => {
  clock = 1_000;
  reads = 0;
  shelf = createShelf<number>(500, 2_000, () => clock);
});

it('reads once for all who ask within its time, also while it is read', async () => {
  expect(await Promise.all([shelf.get('a', read), shelf.get('a', read)])).toEqual([1, 1]);
  clock += 499;
  expect(await shelf.get('a', read)).toBe(1);
  clock += 1;
  expect(await shelf.get('a', read)).toBe(2);
});

it('reads anew for another server, after a change, and where the clock went back', async () => {
  await shelf.get('a', read);
  expect(await shelf.get('b', read)).toBe(2);
  shelf.clear();
  expect(await shelf.get('b', read)).toBe(3);
  clock -= 10;
  expect(await shelf.get('b', read)).toBe(4);
});

it('keeps no failure', async () => {
  await expect(shelf.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await shelf.get('a', read)).toBe(1);
});

it('doesn’t let an answer from before a change come back', async () => {
  let answer: (value: number) => void = () => {};
  const slow = shelf.get('a', () => new Promise<number>((resolve) => (answer = resolve)));
  shelf.clear();
  expect(await shelf.get('a', read)).toBe(1);
  answer(99);
  expect(await slow).toBe(99);
  expect(await shelf.get('a', read)).toBe(1);
});

it('gives what is older or from before a change to who can do with it', async () => {
  await shelf.get('a', read);
  shelf.clear();
  expect(await shelf.lately('a', read)).toBe(1);
  clock += 1_999;
  expect(await shelf.lately('a', read)).toBe(1);
  expect(await shelf.lately('b', read)).toBe(2);
  clock += 2_000;
  expect(await shelf.lately('b', read)).toBe(3);
});

it('gives what is older at once to who would rather not wait, and reads it anew once behind that', async () => {
  await shelf.get('a', read);
  clock += 1_500;
  expect(await shelf.atOnce('a', read)).toBe(1);
  expect(await shelf.atOnce('a', read)).toBe(2);
  expect(await shelf.get('a', read)).toBe(2);
  clock += 2_000;
  expect(await shelf.atOnce('a', read)).toBe(3);
});

it('lets those who would rather not wait wait all the same after a change', async () => {
  await shelf.get('a', read);
  shelf.clear();
  expect(await shelf.atOnce('a', read)).toBe(2);
});

it('keeps nothing that was read behind an answer and was overtaken by a change', async () => {
  await shelf.get('a', read);
  clock += 500;
  let answer: (value: number) => void = () => {};
  await shelf.atOnce('a', () => new Promise<number>((resolve) => (answer = resolve)));
  shelf.clear();
  answer(99);
  expect(await shelf.atOnce('a', read)).toBe(2);
  expect(await shelf.get('a', read)).toBe(2);
});

it('tries again behind an answer where that failed', async () => {
  await shelf.get('a', read);
  clock += 500;
  expect(await shelf.atOnce('a', () => Promise.reject(new Error('away')))).toBe(1);
  expect(await shelf.atOnce('a', read)).toBe(1);
  expect(await shelf.atOnce('a', read)).toBe(2);
});

it('tells what is at hand without reading anything', async () => {
  expect(shelf.peek('a')).toBe(null);
  await shelf.get('a', read);
  clock += 1_999;
  expect(await shelf.peek('a')).toBe(1);
  expect(shelf.peek('b')).toBe(null);
  shelf.clear();
  expect(shelf.peek('a')).toBe(null);
  expect(reads).toBe(1);
});
