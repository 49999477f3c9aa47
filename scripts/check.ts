import { spawnSync } from 'node:child_process';
import { repository } from './home';
import { run, say } from './say';

const CHECKS = [
  ['tsc', '--noEmit', '-p', 'tsconfig.json'],
  ['biome', 'check', '--error-on-warnings', '.'],
  ['knip'],
] as const;

/** Types, lint and unused code, in that order; stops at the first that fails. */
await run(async () => {
  for (const [command, ...args] of CHECKS) {
    say(`→ ${command} ${args.join(' ')}`.trimEnd());
    const { status } = spawnSync(command, args, { cwd: repository, stdio: 'inherit' });
    if (status !== 0) return status ?? 1;
  }
  return 0;
});
