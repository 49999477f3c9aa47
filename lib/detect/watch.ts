import type { Detection } from './detection';
import { touches } from './touches';

/** Attributes by which pages show, hide and reuse the parts that detectors read. */
export const attributeFilter = [
  'data-eventid',
  'data-email',
  'href',
  'hidden',
  'aria-hidden',
  'aria-selected',
  'class',
  'style',
];
/** Least time between two looks (ms): less than a rep can notice. */
const LEAST_REST_MS = 30;
/** Most time between two looks at a page that never stops changing (ms). */
const MOST_REST_MS = 250;
/** A look may take this part of the time, however large the page is and however much it changes. */
const SHARE = 1 / 20;
/**
 * Says how long a new surface must look as it does until that is believed (ms). Single-page
 * applications change the address, or the id, before they change the content, so what was on the
 * surface before may be left over on the new one, in whole or in part.
 */
function settleMs(found: Detection, before: Detection): number {
  if (found.pageId === before.pageId || found.people.length === 0) return 0;
  const sameTitle = found.title !== null && found.title === before.title;
  const samePeople = JSON.stringify(found.people) === JSON.stringify(before.people);
  const renamed = found.people.some(({ email, name }) =>
    before.people.some((old) => email !== null && old.email === email && old.name !== name),
  );
  if (!sameTitle && !samePeople && !renamed) return 0;
  // Meetings repeat, with one title and the same guests. Two records seldom share anything, and where
  // it is the person, waiting longer costs nothing: that person is still shown.
  return found.kind === 'meeting' ? 150 : 2000;
}

/** How a watch is done. */
export interface WatchOptions {
  /** Selects what the look reads; a change that touches nothing of it is no reason to look. */
  reads: string;
  /** Hears of each look, also of one that found nothing new. */
  looked?: (found: Detection | null) => void;
}

/**
 * Watches a page and says who is on it, once per change: null when the surface closes or the page
 * is left. Looks only after the page changed or navigated, and never while the tab is hidden.
 *
 * @param look reads the page as it is now.
 * @param report takes each change.
 * @param signal ends the watch, without a last word.
 * @param options what to watch, and who hears of each look.
 */
export function watch(
  document: Document,
  look: () => Detection | null,
  report: (detection: Detection | null) => void,
  signal: AbortSignal,
  { reads, looked }: WatchOptions,
): void {
  const window = document.defaultView as Window & typeof globalThis;
  // Unlike null: of a page that is loaded anew, it has to be said that nobody is on it any more.
  let last: Detection | null | undefined;
  let before: Detection | null = null;
  let nextLook = 0;
  let planned = false;
  let unsettled: { pageId: string; since: number } | null = null;

  const tell = (found: Detection | null) => {
    if (JSON.stringify(found) === JSON.stringify(last)) return;
    last = found;
    before = found ?? before;
    report(found);
  };

  /** @returns how long to wait (ms) before the content may be taken for that of the new surface. */
  const settling = (found: Detection, now: number): number => {
    const settle = before === null ? 0 : settleMs(found, before);
    if (settle === 0 || unsettled?.pageId !== found.pageId)
      unsettled = { pageId: found.pageId, since: now };
    return Math.max(0, unsettled.since + settle - now);
  };

  const check = () => {
    planned = false;
    if (signal.aborted || document.hidden) return;
    const now = window.performance.now();
    const found = look();
    const cost = window.performance.now() - now;
    nextLook = now + Math.min(MOST_REST_MS, Math.max(LEAST_REST_MS, cost / SHARE));
    looked?.(found);
    const wait = found === null ? 0 : settling(found, now);
    if (wait > 0) window.setTimeout(plan, wait);
    else tell(found);
  };

  const plan = () => {
    if (planned || signal.aborted || document.hidden) return;
    planned = true;
    // After the page's own task, and not after its frame: that would be up to 17 ms more.
    window.setTimeout(check, Math.max(0, nextLook - window.performance.now()));
  };

  // The tab's title is read on many sites, and changes seldom.
  const selector = `title, ${reads}`;
  const observer = new window.MutationObserver((records) => {
    if (!planned && touches(records, selector)) plan();
  });
  observer.observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter,
  });
  signal.addEventListener('abort', () => observer.disconnect());

  const on = (target: EventTarget | undefined, type: string, listener: () => void) =>
    target?.addEventListener(type, listener, { signal });
  on((window as { navigation?: EventTarget }).navigation, 'navigatesuccess', plan);
  for (const type of ['popstate', 'hashchange', 'pageshow']) on(window, type, plan);
  on(document, 'visibilitychange', plan);
  on(window, 'pagehide', () => tell(null));
  plan();
}
