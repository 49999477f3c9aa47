import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

it('every request goes through the one function that follows no redirect', () => {
  const sources = ['lib', 'entrypoints', 'components'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.join(folder, file)),
  );
  const asking = sources.filter((file) =>
    /(?<![\w.])fetch\(|new (?:XMLHttpRequest|WebSocket|EventSource)\b|\bsendBeacon\(/.test(
      readFileSync(path.join(root, file), 'utf8'),
    ),
  );
  expect(asking).toEqual([path.join('lib', 'careful-fetch.ts')]);
});
