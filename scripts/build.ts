import { spawnSync } from 'node:child_process';
import { repository } from './home';
import { run } from './say';

/** Builds the extension into .output; arguments go to `wxt build`. */
await run(async () => {
  const args = ['build', ...process.argv.slice(2)];
  return spawnSync('wxt', args, { cwd: repository, stdio: 'inherit' }).status ?? 1;
});
