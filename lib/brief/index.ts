import { type Wording, wordingOf } from '../wording';
import { type BriefInput, composeBrief } from './compose';
import { languageOf } from './offline/language';
import { readSignals } from './offline/read';
import type { Brief } from './types';

/**
 * The brief that needs no model and no network: signals by the offline reader, everything else by
 * the rubric. It paints first, always.
 */
export function basicBrief(input: BriefInput): Brief {
  const { signals, unread, addressed } = readSignals(
    input.history.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
  );
  const notes: string[] = [];
  const words = wordingOf(input.language);
  if (unread.length > 0) notes.push(unreadNote(unread, input.history, words));
  if (addressed.length > 0) notes.push(words.note.addressed(addressed.length));
  return composeBrief(input, { reader: 'basic', signals, notes });
}

/** @returns which logs the reader can't read, and in which languages they seem to be. */
function unreadNote(unread: string[], history: BriefInput['history'], words: Wording): string {
  const ids = new Set(unread);
  const texts = history.filter(({ id }) => ids.has(id)).map(({ summary }) => summary);
  const names = texts.map(languageOf).map((language) => words.languages[language ?? '']);
  const named = [...new Set(names.filter((name) => name !== undefined))].sort();
  return words.note.unreadable(unread.length, history.length, named);
}
