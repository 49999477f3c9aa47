import { expect, it } from 'vitest';
import { hasJointBrief } from '../../../lib/joint-brief';

it('one brief is for the several of a meeting that it can be made for, and for no other page', () => {
  expect([1, 2, 30, 31].map((people) => hasJointBrief('meeting', people))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(hasJointBrief('thread', 2)).toBe(false);
  expect(hasJointBrief(undefined, 2)).toBe(false);
});
