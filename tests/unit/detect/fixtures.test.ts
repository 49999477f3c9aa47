import { describe, expect, it } from 'vitest';
import { detectionSchema } from '../../../lib/detect/detection';
import { sites } from '../../../lib/detect/registry';
import { siteOf } from '../../../lib/detect/site';
import { documentOf, fixtureFolders, fixturesOf } from './load';

describe.each(fixtureFolders())('%s', (folder) => {
  it.each(fixturesOf(folder))('$name gives exactly the expected people', (fixture) => {
    const document = documentOf(fixture.html, fixture.url);
    const site = siteOf(sites, fixture.url);
    expect(site?.site).toBe(folder);
    const found = site?.detect(document, fixture.url) ?? null;
    expect(found).toEqual(fixture.expected);
    if (found !== null) expect(detectionSchema.parse(found)).toEqual(found);
  });
});
