import type { Brief } from '../../lib/brief/types';
import { prospectKey } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';

/** The newest briefs of one kind, for this session of the browser. */
interface FewBriefs {
  /** @returns where `storage.session` holds the brief of a prospect */
  keyOf(prospect: Prospect): string;
  /** A full storage costs the instant paint, nothing else. */
  keep(brief: Brief): Promise<void>;
  drop(prospect: Prospect): Promise<void>;
  dropAll(): Promise<void>;
}

/**
 * Each brief is under a key of its own: a panel that opens waits for all that it reads, and read twelve
 * more for the one that it needed. Beside them stands which there are, newest first.
 *
 * @param name of that list in `storage.session`, and what the keys begin with
 * @param most how many are kept
 */
export function fewBriefs(name: string, most: number): FewBriefs {
  const keyOf = (prospect: Prospect) => `${name}:${prospectKey(prospect)}`;
  const held = async () => ((await chrome.storage.session.get(name))[name] ?? []) as string[];

  async function drop(prospect: Prospect): Promise<void> {
    const key = keyOf(prospect);
    await chrome.storage.session.set({ [name]: (await held()).filter((one) => one !== key) });
    await chrome.storage.session.remove(key);
  }

  async function keep(brief: Brief): Promise<void> {
    const key = keyOf(brief.prospect);
    const keys = [key, ...(await held()).filter((one) => one !== key)];
    const kept = { [key]: brief, [name]: keys.slice(0, most) };
    await chrome.storage.session.set(kept).catch(() => {});
    await chrome.storage.session.remove(keys.slice(most));
  }

  const dropAll = async () => chrome.storage.session.remove([name, ...(await held())]);

  return { keyOf, keep, drop, dropAll };
}
