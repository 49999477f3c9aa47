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
  const pins = read('scripts/hindsight/pins.txt')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  /** A requirement with the checksums that follow it on lines of their own. */
  const requirements = read('scripts/hindsight/requirements.txt')
    .trim()
    .split(/\n(?! )/);

  it('are each of one version', () => {
    expect(pins.length).toBeGreaterThan(100);
    expect(pins.filter((line) => !/^[\w.-]+(\[[\w,-]+\])?==[\w.+!]+$/.test(line))).toEqual([]);
  });

  it('are each of known files: every one has checksums, and nothing else is installed', () => {
    const wrong = requirements.filter(
      (one) => !/^[\w.-]+(\[[\w,-]+\])?==[\w.+!]+( \\\n {4}--hash=sha256:[0-9a-f]{64})+$/.test(one),
    );
    expect(wrong).toEqual([]);
    const plain = (line: string) => line.replace(/\[.*\]| .*/gs, '').replace(/[-_.]+/g, '-');
    const sorted = (lines: string[]) => lines.map((line) => plain(line).toLowerCase()).sort();
    expect(sorted(requirements)).toEqual(sorted(pins));
  });

  it('are installed only by their checksums, and only those named', () => {
    const source = read('scripts/hindsight/environment.ts');
    const installs = [...source.matchAll(/await pip\(venv, \[(.*)\], current\)/g)];
    expect(installs.map(([, args]) => args)).toEqual([
      "'--require-hashes', '--no-deps', '-r', REQUIREMENTS",
    ]);
  });
});
