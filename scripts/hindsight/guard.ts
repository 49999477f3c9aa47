// Runs beside a command that started a server, holding the other end of a pipe. However that command
// ends, even killed or out of memory, the pipe closes, and the guard stops what it left running.
import { withLock } from '../lock.mjs';
import { lockOf, readState } from './state';
import { stopRecorded } from './stop';

const [home = '', owner = ''] = process.argv.slice(2);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.stdin.resume();
process.stdin.on('close', async () => {
  const isOurs = () => readState(home)?.owner === Number(owner);
  if (isOurs()) {
    await withLock(lockOf(home), async () => {
      if (isOurs()) await stopRecorded(home);
    });
  }
  process.exit(0);
});
