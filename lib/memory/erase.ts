import { MemoryError } from './errors';
import type { Memory } from './memory';

/** How many logs are removed at the same time. */
const atOnce = 8;

/**
 * Removes every log of a bank, each one checked, and what was decided about who is who, and asks the server in the end whether any is left.
 * What others than this product keep in the bank stays.
 *
 * @returns how many logs that were. @throws MemoryError
 */
export async function eraseBank(
  memory: Pick<Memory, 'allLogs' | 'remove' | 'forgetDecisions'>,
): Promise<number> {
  const ids = (await memory.allLogs()).map(({ id }) => id);
  for (let at = 0; at < ids.length; at += atOnce) {
    await Promise.all(ids.slice(at, at + atOnce).map((id) => memory.remove(id)));
  }
  await memory.forgetDecisions();
  const left = (await memory.allLogs()).length;
  if (left > 0) throw new MemoryError('broken', `${left} logs are still there`);
  return ids.length;
}
