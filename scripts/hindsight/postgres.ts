import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fail } from '../say';
import { end, isStill, lastLines } from './processes';

const NAME = 'salesmemory';
const USER = 'hindsight';

/** Whom the database runs as: PostgreSQL refuses to run as root. Undefined means as oneself. */
interface Account {
  uid: number;
  gid: number;
}

function account(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) =>
    Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout.trim());
  const found = { uid: id('-u'), gid: id('-g') };
  if (!found.uid || !found.gid) {
    fail('PostgreSQL refuses to run as root, and there is no user "nobody" to run it as.');
  }
  return found;
}

function canEnter(folder: string, as: Account): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...as, cwd: '/' }).status === 0;
}

/**
 * Chooses the folder of a home's database, and makes it.
 *
 * @param home the home
 * @returns `database` in the home; as root, where the home is closed to other users (/root), a
 * folder in /var/lib. Data that are already there decide.
 */
export function databaseFolder(home: string): string {
  const own = path.join(home, 'database');
  const as = account();
  if (!as) {
    fs.mkdirSync(own, { recursive: true, mode: 0o700 });
    return own;
  }
  const key = createHash('sha256').update(fs.realpathSync(home)).digest('hex').slice(0, 12);
  const shared = path.join('/var/lib/salesmemory', key);
  if (fs.existsSync(shared)) return shared;
  // Others may pass through the home, not list it; the files in it have their own permissions.
  fs.chmodSync(home, fs.statSync(home).mode | 0o011);
  const folder = canEnter(home, as) ? own : shared;
  fs.mkdirSync(folder, { recursive: true });
  fs.chownSync(folder, as.uid, as.gid);
  fs.chmodSync(folder, 0o700);
  return folder;
}

const instance = (folder: string) => path.join(folder, '.pg0', 'instances', NAME);
const dataOf = (folder: string) => path.join(instance(folder), 'data');
const pidFile = (folder: string) => path.join(dataOf(folder), 'postmaster.pid');

/** The process of the database in this folder, if it runs. */
function runningIn(folder: string): number | undefined {
  try {
    const pid = Number(fs.readFileSync(pidFile(folder), 'utf8').split('\n')[0]);
    return pid > 0 && isStill(pid, dataOf(folder)) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** pg0 must be where the database's account can run it. */
function runnable(pg0: string, folder: string, as: Account | undefined): string {
  if (!as) return pg0;
  const copy = path.join(folder, 'pg0');
  fs.copyFileSync(pg0, copy);
  fs.chmodSync(copy, 0o755);
  return copy;
}

/**
 * Starts the database of a home, whatever a crash left behind.
 *
 * @param options.pg0 the embedded PostgreSQL
 * @param options.folder from databaseFolder
 * @param options.port a free port
 * @param options.password the database user's
 * @param options.log where its start is logged
 * @returns the URL that a client connects to
 * @throws a Problem with the last lines of the log
 */
export async function startDatabase(options: {
  pg0: string;
  folder: string;
  port: number;
  password: string;
  log: string;
}): Promise<string> {
  const { folder, port, password, log } = options;
  await stopDatabase(folder);
  // A crash leaves these, and pg0 takes whatever process has the old id now for the database.
  fs.rmSync(pidFile(folder), { force: true });
  fs.rmSync(path.join(instance(folder), 'instance.json'), { force: true });

  const as = account();
  const output = fs.openSync(log, 'a', 0o600);
  const args = ['start', '--name', NAME, '--port', String(port)];
  args.push('--username', USER, '--password', password, '--database', USER);
  // pg0 turns it off; a log that was confirmed must survive a power cut.
  args.push('--config', 'fsync=on');
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(runnable(options.pg0, folder, as), args, {
      ...as,
      cwd: folder,
      stdio: ['ignore', output, output],
      // pg0 keeps everything under HOME; the person's own ~/.pg0 is not ours.
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        LC_ALL: process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8',
      },
    });
    child.on('error', reject);
    child.on('exit', resolve);
  });
  fs.closeSync(output);
  if (code !== 0)
    fail('The database could not be started.', ...lastLines(log), `All of it: ${log}`);
  return `postgresql://${USER}:${password}@127.0.0.1:${port}/${USER}`;
}

/** Stops the database in this folder, if it runs: SIGINT is PostgreSQL's fast, clean shutdown. */
export async function stopDatabase(folder: string): Promise<void> {
  const pid = runningIn(folder);
  if (pid) await end(pid, 'SIGINT', 20_000);
}
