import type { Memory } from '../memory';
import type { OutboxItem } from './item';

/** Whether a delivery can still come: the server is at work on it, it may be on its way, or neither. */
export type Arrival = 'under way' | 'possible' | 'over';

/** Longer than a request may be on its way (ms): its sender gives it up before. */
const requestMs = 15_000;

/**
 * Whether the server may yet store what was handed over before a log was reworded or taken back.
 *
 * @param now ms since 1970
 * @throws MemoryError
 */
export async function arrivalOf(
  server: Memory,
  { interaction, changedAt }: OutboxItem,
  operation: string,
  now: () => number,
): Promise<Arrival> {
  const [became] = await server.deliveriesOf([interaction], operation);
  if (became === 'working') return 'under way';
  // A request that the server knows nothing of may still be on its way, for as long as one lasts.
  const since = now() - changedAt;
  return became === 'unknown' && since >= 0 && since < requestMs ? 'possible' : 'over';
}

/** The same of any wording of a log that was taken back. @throws MemoryError */
export async function arrivalOfAny(
  server: Memory,
  item: OutboxItem,
  now: () => number,
): Promise<Arrival> {
  let worst: Arrival = 'over';
  for (const operation of [...item.earlier, ...(item.attempts > 0 ? [item.operation] : [])]) {
    const arrival = await arrivalOf(server, item, operation, now);
    if (arrival === 'under way') return arrival;
    if (arrival === 'possible') worst = arrival;
  }
  return worst;
}
