import type { Draft } from '../../components/log/draft';
import { outcomes } from '../../lib/outcomes';

const key = 'draft';
/** Signs what this page writes, so that it can tell its own words from another page's. */
const me = crypto.randomUUID();

/** Only our own pages write here, so a look at the shape will do; a schema would weigh 15 kB. */
function parse(stored: unknown): Draft | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const fields = stored as Record<keyof Draft, unknown>;
  const text = (field: keyof Draft) => (typeof fields[field] === 'string' ? fields[field] : '');
  const draft: Draft = {
    name: text('name'),
    email: text('email'),
    company: text('company'),
    summary: text('summary'),
    outcome: outcomes.find((outcome) => outcome === fields.outcome) ?? 'none',
  };
  if (typeof fields.when === 'string') draft.when = fields.when;
  const attempt = fields.attempt as Draft['attempt'];
  if (typeof attempt?.id === 'string' && typeof attempt.at === 'string') {
    draft.attempt = { id: attempt.id, at: attempt.at };
  }
  return draft.summary.trim() === '' ? null : draft;
}

/** @returns what was typed and not saved since the browser started, or null. */
export async function loadDraft(): Promise<Draft | null> {
  return parse((await chrome.storage.session.get(key))[key]);
}

/**
 * Calls `onDraft` when another of our pages changes the draft; null where it was saved or emptied
 * there. @returns how to stop.
 */
export function watchDraft(onDraft: (draft: Draft | null) => void): () => void {
  const listener = (changes: Record<string, chrome.storage.StorageChange>) => {
    const stored = changes[key]?.newValue;
    const mine =
      typeof stored === 'object' && stored !== null && 'by' in stored && stored.by === me;
    if (key in changes && !mine) onDraft(parse(stored));
  };
  chrome.storage.session.onChanged.addListener(listener);
  return () => chrome.storage.session.onChanged.removeListener(listener);
}

/**
 * Lets go of the draft that became a log, in these words: the page that saved it may be closed before it
 * is told, and what is written over a draft that seems unsaved would replace that log.
 */
export async function dropDraft(id: string, summary: string): Promise<void> {
  const draft = await loadDraft();
  if (draft?.attempt?.id === id && draft.summary.trim() === summary.trim()) {
    await chrome.storage.session.remove(key);
  }
}

/** Keeps what is typed until it is saved. */
export async function keepDraft(draft: Draft): Promise<void> {
  await chrome.storage.session.set({ [key]: { ...draft, by: me } });
}
