import { spawn } from 'node:child_process';
import path from 'node:path';
import { repository } from './home';
import { fail } from './say';

/**
 * `production` is what a store gets. `samples` is the same, and also reads the sample calendar and
 * CRM on this machine.
 */
export type BuildMode = 'production' | 'samples';

/** @returns the folder that a build is loaded from as an unpacked extension. */
export function extensionFolder(mode: BuildMode | 'development'): string {
  const suffix = { production: '', samples: '-samples', development: '-dev' }[mode];
  return path.join(repository, '.output', `chrome-mv3${suffix}`);
}

/** Builds the extension. @throws (through `fail`) with the build's last lines where it doesn't. */
export async function buildExtension(mode: BuildMode): Promise<string> {
  const wxt = path.join(repository, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const build = spawn(process.execPath, [wxt, 'build', '--mode', mode], {
    cwd: repository,
    env: {
      ...process.env,
      NO_COLOR: '1',
      // Else WXT takes the mode's name for it, and packs React's slow development build.
      NODE_ENV: 'production',
      WXT_SAMPLES: mode === 'samples' ? '1' : '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  build.stdout.on('data', (data) => (output += data));
  build.stderr.on('data', (data) => (output += data));
  const code = await new Promise<number | null>((resolve) => build.on('close', resolve));
  if (code !== 0) {
    const lines = output.trim().split('\n').slice(-15).join('\n');
    fail(`The extension could not be built.`, lines);
  }
  return extensionFolder(mode);
}
