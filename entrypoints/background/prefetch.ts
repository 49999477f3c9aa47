import { browser } from 'wxt/browser';
import { z } from 'zod';
import { afterBurst } from '../../lib/after-burst';
import type { Detection } from '../../lib/detect/detection';
import type { Prospect } from '../../lib/identity/prospect';
import { prospectsOf } from '../../lib/identity/rules';
import { freshMs } from '../../lib/prefetch';
import { type ConnectionHints, sparesData } from '../../lib/prefetch-when';
import { onStale, planBriefs } from './briefs';
import { answer } from './door';
import { settingsRead } from './settings';
import { nextPeople, onMeetings, peopleOfEvent } from './upnext';

/** People of one meeting that are read ahead; more of them are read when they are asked about. */
const mostOfOne = 4;
/** How long after a change what it made stale is read anew (ms): a brief may be read meanwhile. */
const restMs = 2_000;

const hoveredSchema = z.object({
  id: z.string().min(1).max(500),
  texts: z.array(z.string().max(200)).max(8),
});

const batteryKey = 'spares-battery';

/** What a page said of the battery, for as long as the browser runs: a worker can't ask. */
let sparing = false;
const known: Promise<void> = browser.storage.session.get(batteryKey).then((kept) => {
  sparing = kept[batteryKey] === true;
});

/** Whether anything may be read that nobody asked for. */
async function isFree(): Promise<boolean> {
  const { connection } = navigator as { connection?: ConnectionHints };
  if (connection && sparesData(connection)) return false;
  await known;
  return !sparing;
}

/** Plans what a source finds, unless the source says something else before it is found. */
const newest = new Map<string, number>();
async function plan(source: string, find: () => Promise<readonly Prospect[]>): Promise<void> {
  const mine = (newest.get(source) ?? 0) + 1;
  newest.set(source, mine);
  const people = (await isFree()) ? await find().catch(() => []) : [];
  if (newest.get(source) === mine) planBriefs(source, people);
}

/** The people of a tab's page will be asked about next, by the panel or the chip. */
export function pageShows(tabId: number, detection: Detection | null): void {
  void plan(`tab ${tabId}`, async () =>
    // Not before the settings are there: they say who is the rep.
    detection ? prospectsOf(detection, await settingsRead()).slice(0, mostOfOne) : [],
  );
}

/** The event that the pointer rested on last, and when: the page doesn't tell when it leaves. */
let rested: { event: z.infer<typeof hoveredSchema>; at: number } | null = null;

/** Reads of that event, as long as what is read stands for a question. */
function planRested(): void {
  void plan('hovered', async () =>
    rested && performance.now() < rested.at + freshMs
      ? (await peopleOfEvent(rested.event)).slice(0, mostOfOne)
      : [],
  );
}

/**
 * Reads briefs before they are asked for: of the event that the pointer rests on, and of the next
 * meetings.
 */
export function answerPrefetch(): void {
  answer('hovered', 'calendar', hoveredSchema, ({ data }) => {
    rested = { event: data, at: performance.now() };
    planRested();
  });
  answer('battery', 'page', z.boolean(), async ({ data }) => {
    await known;
    sparing = data;
    await browser.storage.session.set({ [batteryKey]: data });
  });
  const { ask: planSoon } = afterBurst(() => void plan('next', nextPeople), restMs);
  onMeetings(planSoon);
  onStale(planSoon);
  onStale(afterBurst(planRested, restMs).ask);
}
