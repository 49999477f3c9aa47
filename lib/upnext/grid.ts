/**
 * Chips of events in the grid of Google Calendar (seen July 2026): they carry the id of the event, its
 * time and title as texts in the page's language, and hardly ever guests.
 */
export const CHIP = '[role="button"][data-eventid]';
/** Cell of a day in the grid, with the day packed into a number (relied on by extensions). */
const DAY = '[data-datekey]';

/** Longest text of a chip that is read, and how many of them. */
const longest = 200;
const mostTexts = 8;
/** More than anybody has on two days. */
const mostEvents = 80;

/** An event as the grid shows it; what its texts mean is read where they arrive. */
export interface ShownEvent {
  /** The page's own id of it, the same that its popover has. */
  id: string;
  /** Its day, as the page packs it. */
  day: number;
  texts: string[];
}

/** @returns a local day as the grid packs it: `(year − 1970) << 9 | month << 5 | day`. */
export function dayKey(date: Date): number {
  return ((date.getFullYear() - 1970) << 9) | ((date.getMonth() + 1) << 5) | date.getDate();
}

/** Texts of the innermost elements, and those that stand beside elements. */
export function textsOf(chip: Element): string[] {
  const own = (element: Element): string[] =>
    [...element.childNodes].flatMap((node) => {
      if (node.nodeType === 1) return own(node as Element);
      const text = node.nodeType === 3 ? (node.textContent ?? '').replace(/\s+/g, ' ').trim() : '';
      return text === '' ? [] : [text.slice(0, longest)];
    });
  return own(chip).slice(0, mostTexts);
}

/**
 * Reads what the grid shows of the given days, and of no others. Changes nothing, asks nothing.
 *
 * @param days as `dayKey` packs them
 * @returns each event once, in the page's order; empty on any other page
 */
export function readGrid(document: Document, days: readonly number[]): ShownEvent[] {
  const found = new Map<string, ShownEvent>();
  for (const chip of document.querySelectorAll(CHIP)) {
    const id = chip.getAttribute('data-eventid');
    const day = Number(chip.closest(DAY)?.getAttribute('data-datekey'));
    if (!id || id.length > 500 || found.has(id) || !days.includes(day)) continue;
    found.set(id, { id, day, texts: textsOf(chip) });
    if (found.size === mostEvents) break;
  }
  return [...found.values()];
}
