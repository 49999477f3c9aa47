import { z } from 'zod';
import type { Draft } from '../../components/log/draft';
import { outcomes } from '../../lib/interaction';

const key = 'draft';

const draftSchema = z.object({
  name: z.string(),
  email: z.string(),
  company: z.string(),
  summary: z.string(),
  outcome: z.enum(outcomes),
});

function parse(stored: unknown): Draft | null {
  const parsed = draftSchema.safeParse(stored);
  return parsed.success && parsed.data.summary.trim() !== '' ? parsed.data : null;
}

/** @returns what was typed and not saved since the browser started, or null. */
export async function loadDraft(): Promise<Draft | null> {
  return parse((await chrome.storage.session.get(key))[key]);
}

/** Calls `onDraft` when any of our pages changes the draft; null where it was saved or emptied. */
export function watchDraft(onDraft: (draft: Draft | null) => void): () => void {
  const listener = (changes: Record<string, chrome.storage.StorageChange>) => {
    if (key in changes) onDraft(parse(changes[key]?.newValue));
  };
  chrome.storage.session.onChanged.addListener(listener);
  return () => chrome.storage.session.onChanged.removeListener(listener);
}

/** Keeps what is typed until it is saved; forgets it where nothing is left of it. */
export async function keepDraft(draft: Draft): Promise<void> {
  if (draft.summary.trim() === '') await chrome.storage.session.remove(key);
  else await chrome.storage.session.set({ [key]: draft });
}
