import type { Memory } from '../../lib/memory/memory';
import { outboxOf } from '../outbox';
import { sampleDeals, sampleHistory } from './deals';

/**
 * Loads the sample deals through the extension's own outbox and memory. What is there already stays;
 * a deal whose dates no longer fit today is loaded anew. What somebody logged is never touched.
 *
 * @returns how many logs were stored.
 */
export async function loadSamples(memory: Memory, now: string): Promise<number> {
  const outbox = outboxOf(memory);
  await memory.createBank();
  let stored = 0;
  for (const deal of sampleDeals) {
    const samples = sampleHistory(deal, now);
    const there = new Map((await memory.historyOf(deal.prospect)).map((one) => [one.id, one.at]));
    for (const sample of samples) {
      if (there.get(sample.id) === sample.at) continue;
      await outbox.add(sample);
      stored += 1;
    }
  }
  await outbox.flush();
  const [waiting] = await outbox.items();
  if (waiting) throw new Error(`A sample could not be stored: ${waiting.problem?.message}`);
  return stored;
}
