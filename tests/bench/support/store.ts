import type { Interaction } from '../../../lib/interaction';
import { toRecord } from '../../../lib/memory/record';
import type { Connection } from '../../../lib/settings';

/** Logs in one request. */
const inOne = 100;

/**
 * Stores many logs in requests of a hundred, as documents like those of the product: a bench wants
 * them stored, not how they got there. @throws where the server doesn't take them
 */
export async function storeAll(
  { baseUrl, apiKey, bank }: Connection,
  logs: readonly Interaction[],
): Promise<void> {
  for (let at = 0; at < logs.length; at += inOne) {
    const items = logs.slice(at, at + inOne).map(toRecord);
    const answer = await fetch(`${baseUrl}/v1/default/banks/${bank}/memories`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ items, async: false }),
    });
    if (!answer.ok) throw new Error(`storing: ${answer.status} ${await answer.text()}`);
  }
}
