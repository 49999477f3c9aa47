import { expect, it } from 'vitest';
import { detectionSchema } from '../../lib/detect/detection';
import { lookAtHostilePages } from '../bench/hostile';
import { hostilePages } from '../fixtures/hostile/pages';

/** Far above the bench's budget: the machine may be busy, and only a hang is a failure here. */
const patienceMs = 1_000;

it('detectors neither throw nor hang on pages made for that, in a real browser', async () => {
  const looks = await lookAtHostilePages();
  expect(new Set(looks.map(({ page }) => page)).size).toBe(Object.keys(hostilePages).length);
  for (const { page, site, ms, error, found } of looks) {
    const where = `${site} on ${page}`;
    expect(error, where).toBeNull();
    expect(ms, where).toBeLessThan(patienceMs);
    expect(detectionSchema.nullable().safeParse(found).error, where).toBeUndefined();
  }
  // The corpus reaches the detectors: some of these pages have people on them.
  expect(looks.some(({ found }) => found !== null)).toBe(true);
});
