import path from 'node:path';
import { stopDatabase } from './postgres';
import { stopServer } from './server';
import { clearState, readState } from './state';

/**
 * Stops whatever runs in a home: the server, then its database. The data stay.
 *
 * @param home the home; nothing happens where nothing runs
 * @returns whether anything was recorded as running
 */
export async function stopAll(home: string): Promise<boolean> {
  const folder = path.resolve(home);
  const state = readState(folder);
  if (!state) return false;
  if (state.server) await stopServer(state.server);
  await stopDatabase(state.database);
  clearState(folder);
  return true;
}
