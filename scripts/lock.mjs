import fs from 'node:fs';
import path from 'node:path';

/**
 * Whether a process is there and running. A dead one that nobody has reaped is not: in a container
 * without an init process such entries stay for ever.
 *
 * @param {number} pid
 */
export function isRunning(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const isDead = /^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
    // The first thread counts as dead before the others have let go of files and ports.
    return !isDead || fs.readdirSync(`/proc/${pid}/task`).length > 1;
  } catch {
    return true;
  }
}

/** The locks that this process holds: another with its id is a dead namesake's. */
const held = new Set();

/** @param {string} file */
function take(file) {
  try {
    // Linked into place with its content, so that no reader ever sees a lock without an owner.
    const mine = `${file}.${process.pid}`;
    fs.writeFileSync(mine, String(process.pid));
    try {
      fs.linkSync(mine, file);
    } finally {
      fs.rmSync(mine, { force: true });
    }
    held.add(file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  let owner = 0;
  try {
    owner = Number(fs.readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
  const stale = owner === process.pid ? !held.has(file) : !isRunning(owner);
  if (stale) fs.rmSync(file, { force: true });
  return false;
}

/**
 * Runs a task while no other process holds the same lock; a lock whose owner is gone is taken over.
 *
 * @template T
 * @param {string} file the lock; its folder is made
 * @param {() => Promise<T> | T} task
 * @param {() => void} [onWait] called once if another process holds the lock
 * @returns {Promise<T>} what the task returns; its errors pass through
 */
export async function withLock(file, task, onWait) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  let told = false;
  while (!take(file)) {
    if (!told && fs.existsSync(file)) {
      told = true;
      onWait?.();
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  try {
    return await task();
  } finally {
    held.delete(file);
    fs.rmSync(file, { force: true });
  }
}
