import { describe, expect, it } from 'vitest';
import { detectionSchema } from '../../../lib/detect/detection';
import { sites } from '../../../lib/detect/registry';
import { siteOf } from '../../../lib/detect/site';
import { withTimes } from '../../../lib/detect/when';
import { documentOf, fixtureFolders, fixtureNow, fixturesOf } from './load';

describe.each(fixtureFolders())('%s', (folder) => {
  it.each(fixturesOf(folder))('$name gives exactly the expected people', (fixture) => {
    const document = documentOf(fixture.html, fixture.url);
    const site = siteOf(sites, fixture.url);
    expect(site?.site).toBe(folder);
    const seen = site?.detect(document, fixture.url) ?? null;
    const found = seen && withTimes(seen, fixtureNow);
    expect(found).toEqual(fixture.expected);
    if (found !== null) expect(detectionSchema.parse(found)).toEqual(found);
  });
});
