import type { FirstBriefProps } from '../../components/still/FirstBrief';
import type { Brief } from '../../lib/brief/types';
import type { Detection } from '../../lib/detect/detection';
import { samePerson } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';
import type { PageContext } from '../../lib/messages';
import { isAt, pageKey, peopleKey } from '../pages/pageKeys';
import { wantedNow } from '../pages/wanted';
import { heldBriefs, newestOf } from './firstPaint';

/** What a panel that opens can paint before anybody was asked. */
export interface AtOnce {
  /** Whom the tab in front names; null where it names nobody, or that isn't known. */
  context: PageContext | null;
  /** Whom the rep asked for elsewhere than in the panel. */
  wanted: Prospect | null;
  /** The session's newest brief of whichever of them the panel is about. */
  brief: Brief | null;
}

/** What the background remembers of a tab. Written by it alone. */
async function pageOf({ id, url }: chrome.tabs.Tab): Promise<PageContext | null> {
  const tabId = id as number;
  const [page, people] = [pageKey(tabId), peopleKey(tabId)];
  const kept = await chrome.storage.session.get([page, people]);
  const said = kept[page] as { detection: Detection; origin: string } | undefined;
  const prospects = kept[people] as Prospect[] | undefined;
  return prospects?.length && isAt(url, said?.origin)
    ? { tabId, detection: said?.detection ?? null, prospects }
    : null;
}

async function read(): Promise<AtOnce> {
  const front = chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab);
  // Side by side, though of the briefs one is needed: each question takes the browser a while.
  const [wanted, context, held] = await Promise.all([
    wantedNow(front.then((tab) => tab?.windowId)),
    front.then((tab) => (tab ? pageOf(tab) : null)),
    heldBriefs(),
  ]);
  const about = wanted ?? context?.prospects[0];
  return { context, wanted, brief: about ? newestOf(about, held) : null };
}

const nothing: AtOnce = { context: null, wanted: null, brief: null };

/** @returns what there is now. Where that can't be told, the panel begins with nothing. */
export const heldNow = (): Promise<AtOnce> => read().catch(() => nothing);

/** @returns what the page's head has asked for (`entrypoints/at-once.ts`); nothing where it couldn't. */
export const heldAtOnce = async (): Promise<AtOnce> =>
  (globalThis as { atOnce?: Promise<AtOnce> }).atOnce ?? nothing;

/**
 * @returns the brief that can be drawn before the panel's own code runs; null where there is none, or
 * where the panel shows more above it: several people to choose from, or that it isn't about the page.
 */
export function drawnFirst({ context, wanted, brief }: AtOnce): FirstBriefProps | null {
  const [first, ...others] = context?.prospects ?? [];
  const prospect = wanted ?? first;
  if (!brief || !prospect || others.length > 0) return null;
  if (first && !samePerson(first, prospect)) return null;
  return { prospect, brief, detection: context?.detection ?? null };
}
