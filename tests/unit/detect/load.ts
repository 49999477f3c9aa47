import { readdirSync, readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import type { Detection } from '../../../lib/detect/detection';

const root = new URL('../../fixtures/pages/', import.meta.url);

/** A page that a detector is held against: its address, and exactly what must be found on it. */
export interface Fixture {
  name: string;
  html: string;
  url: URL;
  expected: Detection | null;
}

/** The day that the fixtures were written for: some of them show dates without their year. */
export const fixtureNow = new Date(2026, 10, 23, 12);

/**
 * Times stand in the fixtures as on a clock ("2026-11-24T15:00"), since pages show them so.
 *
 * @returns them as instants of this machine's zone
 */
function withInstants(expected: Detection | null): Detection | null {
  // A date without its year is told by its weekday, within a year of the day it is read on.
  const instant = (clock: string | null) =>
    clock?.length === 16 ? new Date(clock).toISOString() : clock;
  return (
    expected && {
      ...expected,
      startsAt: instant(expected.startsAt),
      endsAt: instant(expected.endsAt),
    }
  );
}

/** Reads the fixtures of a folder; a page without its expectation (or the reverse) is an error. */
export function fixturesOf(folder: string): Fixture[] {
  const files = readdirSync(new URL(`${folder}/`, root));
  const names = [...new Set(files.map((file) => file.replace(/\.(html|json)$/, '')))];
  return names.map((name) => {
    const read = (kind: string) => readFileSync(new URL(`${folder}/${name}.${kind}`, root), 'utf8');
    const { url, expected } = JSON.parse(read('json')) as {
      url: string;
      expected: Detection | null;
    };
    const html = read('html');
    return { name: `${folder}/${name}`, html, url: new URL(url), expected: withInstants(expected) };
  });
}

/** Lists the folders of fixtures: one per site. */
export function fixtureFolders(): string[] {
  return readdirSync(root);
}

/** Makes a document of a page's HTML; its scripts don't run. */
export function documentOf(html: string, url: URL): Document {
  const window = new Window({ url: url.href });
  window.document.write(html);
  return window.document as unknown as Document;
}
