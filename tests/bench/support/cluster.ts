import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../scripts/hindsight/ports';
import {
  environmentOf,
  isHealthy,
  type Surroundings,
  workingFolder,
} from '../../../scripts/hindsight/server';

/** How long a worker may take to load its model, and to end (ms). */
const startMs = 60_000;
const endMs = 20_000;

/** Ends the worker once its input closes: however the bench ends, no worker outlives it. */
const shell = '"$@" >>"$LOG" 2>&1 & echo $!; cat >/dev/null; kill -TERM $! 2>/dev/null; wait $!';

/** A `hindsight-worker`: a process of its own that works off what an API server took. */
export interface Worker {
  id: string;
  /** Ends it as an administrator does: it gives back what it had begun. */
  stop(): Promise<void>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

/** Starts a worker, and waits until it answers. @param home a folder for its log. */
export async function startWorker(
  id: string,
  home: string,
  { settings, ...around }: Surroundings,
): Promise<Worker> {
  const folder = workingFolder(path.join(home, id));
  const log = path.join(folder, 'worker.log');
  const port = await freePort();
  const command = path.join(path.dirname(around.files.server), 'hindsight-worker');
  const args = ['--http-host', '127.0.0.1', '--http-port', String(port)];
  const own = { ...settings, HINDSIGHT_API_WORKER_ID: id };
  const child = spawn('/bin/sh', ['-c', shell, 'sh', command, ...args], {
    cwd: folder,
    env: { ...environmentOf({ ...around, settings: own }, folder), LOG: log },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const gone = once(child, 'exit');
  const pid = Number(String((await once(child.stdout, 'data'))[0]));
  const kill = async () => {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
    child.stdin.end();
    await gone;
  };
  const stop = async () => {
    child.stdin.end();
    await Promise.race([gone, sleep(endMs, undefined, { ref: false }).then(kill)]);
  };
  for (const until = Date.now() + startMs; !(await isHealthy(`http://127.0.0.1:${port}`)); ) {
    if (Date.now() > until) {
      await kill();
      throw new Error(`${id} did not answer: ${log}`);
    }
    await sleep(100);
  }
  return { id, stop, kill };
}
