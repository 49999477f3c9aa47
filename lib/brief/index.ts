import { type BriefInput, composeBrief } from './compose';
import { languageOf } from './offline/language';
import { readSignals } from './offline/read';
import type { Brief } from './types';

/** How the languages that can be told apart are called. */
const languageNames: Record<string, string> = {
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  nl: 'Dutch',
  sv: 'Swedish',
  pl: 'Polish',
  ja: 'Japanese',
  ko: 'Korean',
  zh: 'Chinese or Japanese',
  ru: 'Russian or a neighbour of it',
  el: 'Greek',
  he: 'Hebrew',
  ar: 'Arabic or Persian',
  th: 'Thai',
  hi: 'Hindi or a neighbour of it',
};

/**
 * The brief that needs no model and no network: signals by the offline reader, everything else by
 * the rubric. It paints first, always.
 */
export function basicBrief(input: BriefInput): Brief {
  const { signals, unread, addressed } = readSignals(
    input.history.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
  );
  const notes: string[] = [];
  if (unread.length > 0) notes.push(unreadNote(unread, input.history));
  if (addressed.length > 0) {
    const logs = addressed.length === 1 ? '1 log turns' : `${addressed.length} logs turn`;
    notes.push(`${logs} to whoever reads it by machine: what follows there isn’t counted.`);
  }
  return composeBrief(input, { reader: 'basic', signals, notes });
}

/** @returns which logs the reader can't read, and in which languages they seem to be. */
function unreadNote(unread: string[], history: BriefInput['history']): string {
  const ids = new Set(unread);
  const texts = history.filter(({ id }) => ids.has(id)).map(({ summary }) => summary);
  const names = texts.map(languageOf).map((language) => languageNames[language ?? '']);
  const named = [...new Set(names.filter((name) => name !== undefined))].sort();
  const which = named.length === 0 ? '' : ` (${named.join(', ')})`;
  return `${unread.length} of ${history.length} logs are not in English${which}: the basic reader can’t read them. They are in the timeline.`;
}
