import { dayKey, readGrid, type ShownEvent } from './grid';

/** Least time between two looks at the grid (ms): it changes seldom, and nobody waits for it. */
const restMs = 1_500;

/**
 * Tells of today's and tomorrow's events while a calendar is open, once per change.
 *
 * @param report takes what is shown; never called where no grid is
 * @param signal ends it
 */
export function watchGrid(
  document: Document,
  report: (events: ShownEvent[]) => void,
  signal: AbortSignal,
): void {
  let last = '[]';
  let planned = false;

  const look = () => {
    planned = false;
    if (signal.aborted || document.hidden) return;
    const now = new Date();
    const tomorrow = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    const events = readGrid(document, [dayKey(now), dayKey(tomorrow)]);
    const said = JSON.stringify(events);
    if (said === last || events.length === 0) return;
    last = said;
    report(events);
  };
  const plan = () => {
    if (planned || signal.aborted) return;
    planned = true;
    setTimeout(look, restMs);
  };

  const observer = new MutationObserver(plan);
  observer.observe(document.documentElement, { subtree: true, childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
  document.addEventListener('visibilitychange', plan, { signal });
  look();
}
