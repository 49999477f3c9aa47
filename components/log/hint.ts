import type { MessageKey } from '../../lib/i18n';

interface Part {
  /** What a log that has it is likely to say, in the languages of the screens. */
  has: RegExp;
  hint: MessageKey;
}

/** What makes a log worth reading before the next call, the most telling first. */
const parts: readonly Part[] = [
  {
    has: /worr|concern|object|hesita|afraid|push(ed)? back|too |block|expens|problem|issue|risk|sorge|bedenk|einwand|zu teuer|preocup|objeci|caro/i,
    hint: 'hint_concern',
  },
  {
    has: /next|follow|agreed|meet|call|demo|pilot|trial|send|nächst|termin|verein|prüf|próxim|reuni|llamad|acord/i,
    hint: 'hint_next',
  },
  {
    has: /\d|mon|tues|wednes|thurs|fri|week|month|tomorrow|quarter|woche|montag|dienstag|mittwoch|donnerstag|freitag|morgen|semana|lunes|martes|miércoles|jueves|viernes|mañana/i,
    hint: 'hint_when',
  },
];

/** Characters from which on a log says enough that a question about it makes sense. */
const enough = 25;

/** @returns what would still be worth writing, as one question; null where nothing comes to mind. */
export function hintFor(summary: string): MessageKey | null {
  const text = summary.trim();
  if (text.length < enough) return 'hint_start';
  return parts.find(({ has }) => !has.test(text))?.hint ?? null;
}
