import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');

interface Package {
  version?: string;
  integrity?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
}

const packages = Object.entries(
  (JSON.parse(read('package-lock.json')) as { packages: Record<string, Package> }).packages,
).filter(([at]) => at !== '');
const nameOf = (at: string) => at.replace(/^.*node_modules\//, '');

/** Packages that bring an installer along, and what becomes of it. */
const installers: Record<string, string> = {
  esbuild: 'not run: it only checks what npm has put in place',
  node: 'run by name in scripts/run.mjs: it puts the Node of this project in place',
};

/** Licences that code in the extension may have. */
const shippable = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'MPL-2.0'];
/** And those of tools, which are not shipped. */
const usable = [
  ...shippable,
  'MIT OR Apache-2.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'Python-2.0',
  'BlueOak-1.0.0',
];

describe('packages from npm', () => {
  it('are each of one version, with a checksum', () => {
    // Binaries of other platforms are named only.
    const loose = packages.filter(([, one]) => !one.optional && !(one.version && one.integrity));
    expect(loose.map(([at]) => at)).toEqual([]);
  });

  it('run nothing at installation but what is named', () => {
    const found = packages.filter(([, one]) => one.hasInstallScript).map(([at]) => nameOf(at));
    expect([...new Set(found)].sort()).toEqual(Object.keys(installers).sort());
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  });

  it('have a licence that allows it', () => {
    const others = packages.filter(([, { dev, optional, license }]) => {
      if (license === undefined) return !optional;
      return !(dev || optional ? usable : shippable).includes(license);
    });
    expect(others.map(([at, { license }]) => `${nameOf(at)}: ${license}`)).toEqual([]);
  });
});

describe('packages from PyPI', () => {
  it.each(['constraints.txt', 'requirements.txt', 'requirements-embeddings.txt'])(
    'of %s are each of one version',
    (file) => {
      const lines = read(`scripts/hindsight/${file}`)
        .split('\n')
        .filter((line) => line.trim() !== '' && !line.startsWith('#'));
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.filter((line) => !/^[\w.-]+(\[[\w,-]+\])?==[\w.+!]+$/.test(line))).toEqual([]);
    },
  );
});
