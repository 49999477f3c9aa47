import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isRunning, withLock } from '../../../scripts/lock.mjs';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'salesmemory-lock-'));
  file = path.join(folder, 'deep', 'lock');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** A process id that was real a moment ago. */
function deadProcess(): number {
  const { pid } = spawnSync(process.execPath, ['--version']);
  return pid;
}

test('tasks under one lock never overlap, and whoever waits is told once', async () => {
  let inside = 0;
  let most = 0;
  let waited = 0;
  const task = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await sleep(20);
    inside -= 1;
  };
  const wait = () => {
    waited += 1;
  };
  await Promise.all([1, 2, 3].map(() => withLock(file, task, wait)));
  expect(most).toBe(1);
  expect(waited).toBe(2);
});

test('a task that fails gives its lock back, and its error through', async () => {
  const failing = withLock(file, () => Promise.reject(new Error('no network')));
  await expect(failing).rejects.toThrow('no network');
  expect(existsSync(file)).toBe(false);
});

test.each([
  ['a process that is gone', deadProcess],
  ["this process's id, from before a reboot", () => process.pid],
])('a lock left by %s is taken over', async (_, owner) => {
  await withLock(file, () => undefined);
  await writeFile(file, String(owner()));
  expect(await withLock(file, () => 'done')).toBe('done');
});

test('a process that ended is not running', () => {
  expect(isRunning(process.pid)).toBe(true);
  expect(isRunning(deadProcess())).toBe(false);
});
