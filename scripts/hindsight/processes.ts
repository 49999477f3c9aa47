import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from '../lock.mjs';

function commandOf(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
      .stdout;
  }
}

/** Whether a recorded process still runs and is the one that was meant, since ids are reused. */
export function isStill(pid: number, commandPart: string): boolean {
  return isRunning(pid) && (commandOf(pid) ?? '').includes(commandPart);
}

/**
 * Ends a process and waits until it is gone.
 *
 * @param pid the process; a negative one means its whole group
 * @param signal how it is asked first
 * @param patience how long it may take, in milliseconds, before it is killed
 */
export async function end(pid: number, signal: NodeJS.Signals, patience: number): Promise<void> {
  const leader = Math.abs(pid);
  const send = (name: NodeJS.Signals) => {
    try {
      process.kill(pid, name);
    } catch {
      // It ended by itself in between.
    }
  };
  send(signal);
  for (const until = Date.now() + patience; isRunning(leader); await sleep(50)) {
    if (Date.now() < until) continue;
    send('SIGKILL');
    break;
  }
  for (const until = Date.now() + 5_000; isRunning(leader) && Date.now() < until; ) await sleep(50);
}

/** The last lines of a log, for a message about why something ended. */
export function lastLines(file: string, count = 12): string[] {
  if (!fs.existsSync(file)) return [];
  return fs.readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count);
}
