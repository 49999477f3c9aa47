import type { Brief } from '../../lib/brief/types';
import type { Prospect } from '../../lib/identity/prospect';
import { type FewBriefs, keyOf, namedIn } from './fewBriefs';

const named = async (few: FewBriefs) => namedIn(few, await chrome.storage.session.get(few.list));
const namedBut = async (few: FewBriefs, key: string) =>
  (await named(few)).filter((one) => one !== key);

/** Keeps a brief, and as many others as there may be. A full storage costs the instant paint, nothing else. */
export async function keepIn(few: FewBriefs, brief: Brief): Promise<void> {
  const key = keyOf(few, brief.prospect);
  const keys = [key, ...(await namedBut(few, key))];
  await chrome.storage.session
    .set({ [key]: brief, [few.list]: keys.slice(0, few.most) })
    .then(() => chrome.storage.session.remove(keys.slice(few.most)))
    .catch(() => {});
}

/** Lets go of a prospect's. */
export async function dropFrom(few: FewBriefs, prospect: Prospect): Promise<void> {
  const key = keyOf(few, prospect);
  await chrome.storage.session.set({ [few.list]: await namedBut(few, key) });
  await chrome.storage.session.remove(key);
}

/** Lets go of all: whoever reads after this was called finds none, though it isn't over yet. */
export async function dropAllOf(few: FewBriefs): Promise<void> {
  const keys = named(few);
  await chrome.storage.session.remove(few.list);
  await chrome.storage.session.remove(await keys);
}
