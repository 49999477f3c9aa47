import type { OutboxItem } from './item';

/** Logs that go to the server in one request, under one operation. */
export interface Parcel {
  operation: string;
  items: OutboxItem[];
}

/** How many logs, and how many characters of them, go in one request. */
const mostLogs = 20;
const mostCharacters = 20_000;

/**
 * Parcels what is to be handed over, in order. What was handed over before stays with what it shared
 * an operation with; what has an earlier wording on its way goes alone, so that only itself waits.
 *
 * @param newOperation makes the operation (a UUID) of logs that go together for the first time
 */
export function parcelsOf(items: readonly OutboxItem[], newOperation: () => string): Parcel[] {
  const parcels: Parcel[] = [];
  const again = new Map<string, Parcel>();
  let open: OutboxItem[] = [];
  let characters = 0;
  const close = () => {
    const [first, ...others] = open;
    if (!first) return;
    const operation = others.length === 0 ? first.operation : newOperation();
    parcels.push({ operation, items: open });
    open = [];
    characters = 0;
  };
  for (const item of items) {
    const { operation, attempts, earlier, interaction } = item;
    if (attempts > 0 || earlier.length > 0) {
      const shared = again.get(operation) ?? { operation, items: [] };
      if (shared.items.length === 0) {
        close();
        again.set(operation, shared);
        parcels.push(shared);
      }
      shared.items.push(item);
      continue;
    }
    const size = interaction.summary.length;
    if (open.length === mostLogs || characters + size > mostCharacters) close();
    open.push(item);
    characters += size;
  }
  close();
  return parcels;
}
