import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { repository } from '../../../scripts/home';

const read = (file: string) => readFileSync(path.join(repository, file), 'utf8');
const inFolder = (folder: string, ending: RegExp) =>
  readdirSync(path.join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => path.join(folder, file));

it('every command that the documentation and the helps name is there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const files = [
    ...['README.md', 'CONTRIBUTING.md', 'PRIVACY.md'],
    ...inFolder('docs', /\.md$/),
    ...inFolder('scripts', /\.ts$/),
  ];
  const named = files.flatMap((file) =>
    [...read(file).matchAll(/npm (run [\w:]+|start|stop|test)\b/g)].map(([, name = '']) => ({
      file,
      name: name.replace('run ', ''),
    })),
  );
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter(({ name }) => scripts[name] === undefined)).toEqual([]);
});
