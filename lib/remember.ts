/** As much of a page as is kept of one selection, in characters. */
const mostPassage = 4_000;

/** A passage that the rep selected on a page. */
export interface Passage {
  text: string;
  /** Title and address of the page it comes from. */
  title: string;
  url: string;
}

/** As what a passage is logged: named anew whom it is about, since no answer came, it is the same log. */
export interface Attempt {
  id: string;
  /** ISO 8601. */
  at: string;
}

/**
 * What "Remember this" is at: a passage that waits for a person, or one that was remembered. Lives
 * in `storage.session` under `rememberKey`, where the panel reads it.
 */
export type Remembering =
  | { state: 'asking'; passage: Passage; attempt: Attempt }
  | { state: 'done'; id: string; name: string };

export const rememberKey = 'remember';

/** @returns a selection with its blank ends cut off, and bounded; null where nothing is left. */
export function passageOf(selection: string, title: string, url: string): Passage | null {
  const text = selection.replace(/\s*\n\s*\n\s*/g, '\n').trim();
  if (text === '') return null;
  const bounded = text.length > mostPassage ? `${text.slice(0, mostPassage).trimEnd()}…` : text;
  return { text: bounded, title: title.trim().slice(0, 200), url: url.slice(0, 2000) };
}

/** @returns a passage as it is logged: the words, and where they stood. */
export function noteOf({ text, title }: Passage): string {
  return title === '' ? text : `${text}\n(From: ${title})`;
}
