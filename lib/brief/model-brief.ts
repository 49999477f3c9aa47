import {
  type WrittenClaim,
  type WrittenSignal,
  writtenClaimSchema,
  writtenSignalSchema,
} from '../../prompts/answer';
import type { BriefLanguage } from '../../prompts/language';
import { type Wording, wordingOf } from '../wording';
import { type BriefInput, composeBrief } from './compose';
import { type Grounded, ground } from './ground';
import { readSignals } from './offline/read';
import { jsonIn } from './raw-answer';
import type { Brief, ReaderName } from './types';

/** Longest answer that is looked at, in characters; an honest one is a few thousand. */
const longestAnswer = 200_000;

/** How a model came to read. */
export interface ModelReading {
  reader: ReaderName;
  /** Ids of the logs that it wasn't shown; the basic reader reads those. */
  leftOut?: string[];
  /** How many logs it was shown only the beginning of. */
  shortened?: number;
  /** What it was asked to write risk and advice in; English where nobody said. */
  language?: BriefLanguage;
  cost?: Brief['cost'];
}

/** An answer that no brief can be made from, with a sentence that says why. */
export interface InvalidAnswer {
  invalid: string;
}

/** An answer's claims, as far as their shape holds, and how many don't have one. */
interface Shaped {
  signals: WrittenSignal[];
  risk: WrittenClaim;
  action: WrittenClaim;
  malformed: number;
}

function shapeOf(raw: unknown): Shaped | InvalidAnswer {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { invalid: 'It is no JSON object.' };
  }
  const { signals: list, risk, action } = raw as Record<string, unknown>;
  if (!Array.isArray(list)) return { invalid: 'It has no list called "signals".' };
  let malformed = 0;
  const signals: WrittenSignal[] = [];
  for (const entry of list) {
    const parsed = writtenSignalSchema.safeParse(entry);
    if (parsed.success) signals.push(parsed.data);
    else malformed += 1;
  }
  if (list.length > 0 && signals.length === 0) {
    return {
      invalid:
        'No entry of "signals" has the text fields "kind", "topic", "memory_id", "date", "quote" and "due".',
    };
  }
  const claim = (value: unknown): WrittenClaim => {
    const parsed = writtenClaimSchema.safeParse(value);
    if (parsed.success) return parsed.data;
    malformed += 1;
    return null;
  };
  return { signals, risk: claim(risk), action: claim(action), malformed };
}

function withMalformed({ count, reasons }: Grounded['dropped'], malformed: number) {
  if (malformed === 0) return { count, reasons };
  return { count: count + malformed, reasons: { ...reasons, malformed } };
}

function notesOf(leftOut: number, shortened: number, unread: number, { note }: Wording): string[] {
  const notes: string[] = [];
  if (leftOut > 0) notes.push(note.leftOut(leftOut));
  if (unread > 0) notes.push(note.unreadOfThese(unread));
  if (shortened > 0) notes.push(note.shortened(shortened));
  return notes;
}

/**
 * The brief of one prospect from a model's raw answer.
 *
 * Extra fields are passed over, a score among them; every claim is held against the logs (`ground`);
 * code makes the score, the label and everything else. Logs that the model wasn't shown are read by
 * the basic reader, so that the score rests on the complete history.
 *
 * @param text what the model answered, as it came
 * @returns the brief, or why the answer is of no use: no JSON, another shape, too long, nothing in it
 * that the logs bear out
 */
export function modelBrief(
  input: BriefInput,
  text: string,
  { reader, leftOut = [], shortened = 0, language = 'en', cost }: ModelReading,
): Brief | InvalidAnswer {
  if (text.length > longestAnswer) {
    return { invalid: `It is longer than ${longestAnswer} characters.` };
  }
  if (text.trim() === '') return { invalid: 'It is empty.' };
  const raw = jsonIn(text);
  if (raw === undefined) return { invalid: 'It is no complete JSON.' };
  const shaped = shapeOf(raw);
  if ('invalid' in shaped) return shaped;

  const history = input.history.map((one) => ({ ...one, at: new Date(one.at).toISOString() }));
  const moment = new Date(input.now).toISOString();
  const unseen = new Set(leftOut);
  const shown = history.filter(({ id, at }) => !unseen.has(id) && at <= moment);
  const grounded = ground(shaped, shown, input.prospect, language);
  if (grounded.signals.length === 0 && readSignals(shown).signals.length > 0) {
    return {
      invalid:
        shaped.signals.length === 0
          ? '"signals" is empty, although the logs hold some.'
          : 'None of its quotes stands letter by letter in the log that it names.',
    };
  }
  const rest = readSignals(history.filter(({ id }) => unseen.has(id)));
  const brief = composeBrief(input, {
    reader,
    signals: [...grounded.signals, ...rest.signals],
    risk: grounded.risk,
    action: grounded.action,
    dropped: withMalformed(grounded.dropped, shaped.malformed),
    notes: notesOf(unseen.size, shortened, rest.unread.length, wordingOf(input.language)),
  });
  return cost ? { ...brief, cost } : brief;
}
