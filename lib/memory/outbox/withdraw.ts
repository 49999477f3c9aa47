import { MemoryError } from '../errors';
import { arrivalOfAny } from './arrival';
import { dropped } from './changes';
import type { Kept } from './kept';
import type { OutboxParts } from './parts';

/**
 * Takes what was undone from the server, once no delivery of it can arrive any more; what still can
 * stays for a later run.
 *
 * @param id only this log; absent: all
 * @returns whether the server answered, and is at work on any of it
 */
export async function withdraw(
  kept: Kept,
  { memory, now }: OutboxParts,
  id?: string,
): Promise<{ answered: boolean; working: boolean }> {
  let working = false;
  for (const item of await kept.items()) {
    const { interaction, undone } = item;
    if (!undone || (id !== undefined && interaction.id !== id)) continue;
    try {
      const server = await memory();
      const arrival = await arrivalOfAny(server, item, now);
      working ||= arrival === 'under way';
      if (arrival !== 'over') continue;
      await server.remove(interaction.id);
      await kept.change(dropped(interaction.id));
    } catch (error) {
      if (!(error instanceof MemoryError)) throw error;
      if (error.reason !== 'broken') return { answered: false, working };
    }
  }
  return { answered: true, working };
}
