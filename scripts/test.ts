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
  /** What failed, a line each: said once more at the end, where nobody has to look for it. */
  failures: string[];
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
  const count: Count = { passed: 0, failures: [] };
  for (const [title, name, ...args] of checks) {
    const ok = (await command(name, args)) === 0;
    say(`${ok ? '✓' : '✗'} ${title}`);
    if (ok) count.passed += 1;
    else count.failures.push(title);
  }
  return count;
}

interface VitestReport {
  numPassedTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

/** @returns a line for each test that failed, and for each file that failed by itself. */
function failuresOf({ testResults }: VitestReport): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(repository, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length > 0) return failed.map(({ fullName }) => `${file}: ${fullName}`);
    return status === 'failed' ? [`${file}: ${message.split('\n')[0]}`] : [];
  });
}

/** A run that ends without a report, or fails without saying where, counts as one failure. */
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
    const failures = failuresOf(report);
    if (code !== 0 && failures.length === 0)
      failures.push(`${project}: an error outside its tests`);
    return { passed: report.numPassedTests, failures };
  } catch {
    return { passed: 0, failures: [`${project}: ended without a report`] };
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
  const total: Count = { passed: 0, failures: [] };
  const add = ({ passed, failures }: Count) => {
    total.passed += passed;
    total.failures.push(...failures);
  };
  // Downloading and unpacking, beside what needs none of it: on a fresh machine it takes minutes.
  const preparing = prepare(wanted).then(
    () => [],
    (error: Error) => [error.message],
  );
  if (wanted.has('static')) add(await runChecks());
  if (wanted.has('unit')) add(await runVitest('unit', words));
  const unprepared = await preparing;
  add({ passed: 0, failures: unprepared });
  for (const part of ['contract', 'e2e'] as const) {
    if (unprepared.length === 0 && wanted.has(part)) add(await runVitest(part, words));
  }
  for (const failure of total.failures) say(`✗ ${failure}`);
  process.stdout.write(`${total.passed} passed, ${total.failures.length} failed\n`);
  return total.failures.length === 0 ? 0 : 1;
});
