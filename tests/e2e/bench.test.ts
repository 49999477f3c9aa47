import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { repository } from '../../scripts/home';

const run = promisify(execFile);

/** One that is pure and one on a real server: the others take up to minutes however small they are. */
const parts = ['brief', 'ask'];

/** No figure is looked at: a bench that nobody could start would be found out much later. */
it('the bench starts, runs parts on tiny sizes, and prints their tables', async () => {
  const { stdout } = await run(
    process.execPath,
    ['--import', 'tsx', path.join(repository, 'scripts', 'bench.ts'), ...parts],
    { cwd: repository, env: { ...process.env, SALESMEMORY_BENCH_SMOKE: '1' } },
  );
  const sections = stdout.split(/^## /m).slice(1);
  expect(sections.map((section) => section.split('\n')[0])).toEqual(parts);
  for (const [index, section] of sections.entries()) {
    // Whoever reads the figures is told that they are of a tiny run.
    expect(section).toContain(`\`SALESMEMORY_BENCH_SMOKE=1 npm run bench -- ${parts[index]}\``);
    expect(section).toMatch(/^\|.*\|\n\| ---/m);
    expect(section).not.toMatch(/undefined|NaN/);
  }
}, 240_000);
