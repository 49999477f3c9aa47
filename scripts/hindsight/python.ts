import { spawnSync } from 'node:child_process';
import { fail } from '../say';

const NAMES = ['python3.13', 'python3.12', 'python3.11', 'python3', 'python'];
const OLDEST = [3, 11] as const;

/** Prints version and path, and proves that a virtual environment with pip can be made. */
const PROBE = 'import ensurepip, sys, venv; print(*sys.version_info[:2], sys.executable)';

/**
 * Finds a Python that Hindsight can run on.
 *
 * @returns the path of a Python of at least 3.11 that can make virtual environments
 * @throws a Problem that says what to install if there is none
 */
export function findPython(): string {
  const tooOld: string[] = [];
  const incomplete: string[] = [];
  for (const name of NAMES) {
    const version = spawnSync(name, ['-c', 'import sys; print(*sys.version_info[:2])'], {
      encoding: 'utf8',
    });
    if (version.status !== 0) continue;
    const [major = 0, minor = 0] = version.stdout.trim().split(' ').map(Number);
    if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
      tooOld.push(`${name} is ${major}.${minor}`);
      continue;
    }
    const probe = spawnSync(name, ['-c', PROBE], { encoding: 'utf8' });
    if (probe.status === 0) return probe.stdout.trim().split(' ').slice(2).join(' ');
    incomplete.push(`${name} (${major}.${minor})`);
  }
  if (incomplete.length > 0) {
    fail(
      `Python is there, but cannot make virtual environments: ${incomplete.join(', ')}.`,
      'On Debian or Ubuntu: sudo apt-get install python3-venv',
    );
  }
  fail(
    `Python 3.11 or newer is needed to run Hindsight here; ${tooOld.join(', ') || 'none was found'}.`,
    'On Debian or Ubuntu: sudo apt-get install python3 python3-venv (on Ubuntu 22.04 python3.11',
    'python3.11-venv). On macOS: brew install python',
  );
}
