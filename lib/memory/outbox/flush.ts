import type { Deliver, Handed } from './deliver';
import type { OutboxItem } from './item';
import type { Kept } from './kept';
import type { OutboxParts } from './parts';
import { askForMs } from './patience';
import { newRun, nextOf } from './run';
import { withdraw } from './withdraw';

/**
 * How many logs the server is given to work on at the same time, and how many of them are left when
 * it is given more: it looks for work twice a second, and would idle where it always got little, or
 * got the next only after the last.
 */
const mostInWork = 100;
const moreBelow = 50;

/** Sends what waits and is due, and takes from the server what was taken back. */
export async function flush(kept: Kept, deliver: Deliver, parts: OutboxParts): Promise<void> {
  const { now } = parts;
  const run = newRun();
  // What can't be taken back yet holds up nothing: whether the server answers, the next request tells.
  await withdraw(kept, parts);
  const inWork: Handed[] = [];
  let until = 0;
  for (;;) {
    const busyWith = inWork.reduce((sum, { items }) => sum + items.length, 0);
    let batch: OutboxItem[] = [];
    if (run.goOn && busyWith <= moreBelow) {
      // Read anew each time: logs are added and taken out while others are being sent.
      batch = nextOf(await kept.items(), run, mostInWork - busyWith, now());
      for (const { interaction } of batch) run.tried.add(interaction.id);
      inWork.push(...(await deliver.handOver(batch, run)));
      if (busyWith === 0) until = now() + askForMs;
    }
    const oldest = inWork.shift();
    if (!oldest && batch.length === 0) break;
    // A server that gets on with it is given the same time again.
    if (oldest && (await deliver.settle(oldest, run, until))) until = now() + askForMs;
  }
  if (run.goOn && run.tried.size > 0) await withdraw(kept, parts);
}
