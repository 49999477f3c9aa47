import type { Detection } from './detection';
import { timesIn } from './times';

/** "Tue 11/24/2026 10:00 AM - 10:30 AM", in some language: the first time ends the date. */
const IN_ONE = /^(.*?\d.*?)[\s,،、]+((?:\p{L}+\s*)?[\d٠-٩]{1,2}[:.時][\d٠-٩]{2}.*)$/u;

/** An id of a repeated event says when it was to start; it may have been moved since. */
function plannedStart({ site, pageId }: Detection): string | null {
  if (site !== 'google-calendar') return null;
  try {
    const id = atob(pageId.replace(/-/g, '+').replace(/_/g, '/'));
    const [, date, hour, minute] = /_(\d{8})T(\d\d)(\d\d)\d\dZ/.exec(id) ?? [];
    const day = date?.replace(/(\d{4})(\d\d)/, '$1-$2-');
    return day ? new Date(`${day}T${hour}:${minute}:00Z`).toISOString() : null;
  } catch {
    // Not every id is made so.
    return null;
  }
}

/**
 * Reads start and end from the words in which the page shows them. It is done where the detection
 * arrives, so that no page has to load it.
 *
 * @param now the moment of the look, for dates without their year
 * @returns the detection with its times, where they are certain, and without the words
 */
export function withTimes({ shown, ...found }: Detection, now: Date): Detection {
  if (!shown) return found;
  const [date = '', times = ''] =
    shown.pieces.length > 1 ? shown.pieces : (IN_ONE.exec(shown.pieces[0] ?? '')?.slice(1) ?? []);
  const read = timesIn(date, times, shown.language, now);
  const planned = plannedStart(found);
  // Moved, or shown in another zone than the browser's: which of the two, nothing tells.
  if (planned !== null && planned !== read.startsAt) return found;
  return { ...found, ...read };
}
