import fs from 'node:fs';
import path from 'node:path';
import { withLock } from '../lock.mjs';
import { databaseFolder, stopDatabase } from './postgres';
import { stopServer } from './server';
import { clearState, filesOf, lockOf, readState } from './state';

/**
 * Stops what runs in a home, for a caller that holds the home's lock.
 *
 * @returns whether anything was recorded as running
 */
export async function stopRecorded(home: string): Promise<boolean> {
  const state = readState(home);
  if (!state) return false;
  if (state.server) await stopServer(state.server);
  await stopDatabase(state.database);
  clearState(home);
  return true;
}

/**
 * Stops whatever runs in a home: the server, then its database. The data stay.
 *
 * @param home the home; nothing happens where nothing runs
 * @returns whether anything was recorded as running
 */
export async function stopAll(home: string): Promise<boolean> {
  const folder = path.resolve(home);
  if (!readState(folder)) return false;
  return withLock(lockOf(folder), () => stopRecorded(folder));
}

/**
 * Stops whatever runs in a home and removes its memory, key and log for good.
 *
 * @param home the home; what others keep in it stays
 */
export async function removeData(home: string): Promise<void> {
  const folder = path.resolve(home);
  if (!fs.existsSync(folder)) return;
  await withLock(lockOf(folder), async () => {
    await stopRecorded(folder);
    const all = [...filesOf(folder), databaseFolder(folder)];
    for (const part of all) fs.rmSync(part, { recursive: true, force: true });
  });
}
