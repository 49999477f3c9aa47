import type { DealCard, ObjectionRow } from './types';

/** @returns what was objected to in the last thirty days, over all deals, the commonest first. */
export function objectionsOfMonth(cards: DealCard[]): ObjectionRow[] {
  const rows = new Map<string, ObjectionRow>();
  for (const { recent } of cards) {
    for (const { topic, dates, open } of recent) {
      const row = rows.get(topic) ?? { topic, deals: 0, times: 0, open: 0 };
      row.deals += 1;
      row.times += dates.length;
      row.open += open ? 1 : 0;
      rows.set(topic, row);
    }
  }
  return [...rows.values()].sort(
    (a, b) => b.deals - a.deals || b.times - a.times || (a.topic < b.topic ? -1 : 1),
  );
}
