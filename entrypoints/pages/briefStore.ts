import type { Brief } from '../../lib/brief/types';
import { prospectKey } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';

/** Where `storage.session` holds them. */
export const briefsKey = 'briefs';

/** How many briefs are kept: a morning's meetings. */
const most = 8;

/** Only our own pages write here, for this session of the browser. */
async function kept(): Promise<Brief[]> {
  const stored = (await chrome.storage.session.get(briefsKey))[briefsKey];
  return Array.isArray(stored) ? stored : [];
}

const isAbout = (prospect: Prospect) => {
  const wanted = prospectKey(prospect);
  return (brief: Brief) => prospectKey(brief.prospect) === wanted;
};

/** @returns the last brief of a prospect since the browser started, or null. */
export async function lastBrief(prospect: Prospect): Promise<Brief | null> {
  return (await kept()).find(isAbout(prospect)) ?? null;
}

/**
 * Keeps a brief for an instant first paint. Memory stays the only place where it lasts; of somebody
 * without a history nothing is kept.
 */
export async function keepBrief(brief: Brief): Promise<void> {
  const others = (await kept()).filter((one) => !isAbout(brief.prospect)(one));
  const briefs = brief.interactions.count === 0 ? others : [brief, ...others].slice(0, most);
  // A full storage costs the instant paint, nothing else.
  await chrome.storage.session.set({ [briefsKey]: briefs }).catch(() => {});
}

/** Lets go of a prospect's brief, once they are to be forgotten. */
export async function dropBrief(prospect: Prospect): Promise<void> {
  const others = (await kept()).filter((one) => !isAbout(prospect)(one));
  await chrome.storage.session.set({ [briefsKey]: others });
}

/** Lets go of everybody's: who is who was changed, and a brief may rest on somebody else's logs. */
export async function dropBriefs(): Promise<void> {
  await chrome.storage.session.remove(briefsKey);
}
