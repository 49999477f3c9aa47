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

/** Reads the fixtures of a folder; a page without its expectation (or the reverse) is an error. */
export function fixturesOf(folder: string): Fixture[] {
  const files = readdirSync(new URL(`${folder}/`, root));
  const names = [...new Set(files.map((file) => file.replace(/\.(html|json)$/, '')))];
  return names.map((name) => {
    const read = (kind: string) => readFileSync(new URL(`${folder}/${name}.${kind}`, root), 'utf8');
    const { url, expected } = JSON.parse(read('json')) as { url: string; expected: Detection };
    return { name: `${folder}/${name}`, html: read('html'), url: new URL(url), expected };
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
