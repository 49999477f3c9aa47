import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from './browser';
import { buildExtension } from './extension';
import { ensureEnvironment } from './hindsight';
import { repository } from './home';
import { run, say, step } from './say';

const help = `Runs every check: types, lint, unused code, unit, contract and end-to-end tests.

  npm test                        everything
  npm test -- unit                only some: static, unit, contract, e2e
  npm test -- unit -- ledger      and of those, only files whose path contains a word
  --help                          this text

The last line is "N passed, N failed".`;

interface Count {
  passed: number;
  failed: number;
}

const parts = ['static', 'unit', 'contract', 'e2e'] as const;
type Part = (typeof parts)[number];

function command(name: string, args: string[]): Promise<number> {
  const child = spawn(name, args, { cwd: repository, stdio: 'inherit' });
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve(code ?? 1);
    });
  });
}

const checks: [title: string, name: string, ...args: string[]][] = [
  ['types', 'tsc', '--noEmit', '-p', 'tsconfig.json'],
  ['lint and format', 'biome', 'check', '--error-on-warnings', '.'],
  ['unused code', 'knip'],
];

async function runChecks(): Promise<Count> {
  const count = { passed: 0, failed: 0 };
  for (const [title, name, ...args] of checks) {
    const ok = (await command(name, args)) === 0;
    say(`${ok ? '✓' : '✗'} ${title}`);
    count[ok ? 'passed' : 'failed'] += 1;
  }
  return count;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numTotalTests: number;
  success: boolean;
}

/** A run that ends without a report, or fails without a failed test, counts as one failure. */
async function runVitest(project: Part, words: string[]): Promise<Count> {
  const folder = await mkdtemp(path.join(tmpdir(), 'salesmemory-report-'));
  const file = path.join(folder, 'report.json');
  try {
    const code = await command('vitest', [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...words,
    ]);
    const report = JSON.parse(await readFile(file, 'utf8')) as VitestReport;
    const { numPassedTests: passed, numFailedTests } = report;
    const failed = code !== 0 && numFailedTests === 0 ? 1 : numFailedTests;
    return { passed, failed };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Gets ready what a part needs, so that no test waits for an installation. */
async function prepare(wanted: Set<Part>): Promise<void> {
  if (wanted.has('contract') || wanted.has('e2e')) await ensureEnvironment();
  if (!wanted.has('e2e')) return;
  await step('Finding a browser', findBrowser);
  await step('Building the extension', async () => {
    await buildExtension('production');
    await buildExtension('samples');
  });
}

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean' } },
  });
  if (values.help) {
    say(help);
    return 0;
  }
  const named = parts.filter((part) => positionals.includes(part));
  const words = positionals.filter((word) => !parts.includes(word as Part));
  const wanted = new Set<Part>(named.length === 0 ? parts : named);
  const total = { passed: 0, failed: 0 };
  const add = ({ passed, failed }: Count) => {
    total.passed += passed;
    total.failed += failed;
  };
  if (wanted.has('static')) add(await runChecks());
  try {
    await prepare(wanted);
    for (const part of parts) {
      if (part !== 'static' && wanted.has(part)) add(await runVitest(part, words));
    }
  } catch (error) {
    say(`✗ ${(error as Error).message}`);
    total.failed += 1;
  }
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 ? 0 : 1;
});
