import type { Prospect } from '../identity/prospect';

/** Verbs as they stand beside "she", and beside "you". */
const verbs: Record<string, string> = {
  is: 'are',
  was: 'were',
  has: 'have',
  wants: 'want',
  needs: 'need',
  asks: 'ask',
  sends: 'send',
  will: 'will',
  would: 'would',
};

/** Verbs after which a person is who gets something. */
const giving =
  'promised|promise|owe|send|sending|sent|show|give|get|bring|tell|call|introduce|share with|back to';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Turns a rep's note to whom it is about: "I promised her a plan" becomes "I promised you a plan",
 * "Priya asked for a pilot" becomes "You asked for a pilot". Only at the start of the note and right
 * after verbs of giving, where it can't go wrong; all else stays as it was logged.
 */
export function addressed(note: string, { name }: Prospect): string {
  const parts = name.trim().split(/\s+/).map(escaped);
  const own = [name.trim() && escaped(name.trim()), ...parts]
    .filter((part) => part !== '' && part.length > 1)
    .join('|');
  const text = note.trim().replace(/^[-•–—*\s]+/, '');
  const asObject = text.replace(
    new RegExp(`\\b(${giving}) (?:${own}|her|him)(?![\\w’'-]| and\\b)(?= )`, 'giu'),
    '$1 you',
  );
  const subject = new RegExp(`^(?:${own}|she|he) (\\p{L}+)\\b`, 'iu').exec(asObject);
  const verb = subject?.[1];
  const turned = verb === undefined ? undefined : (verbs[verb.toLowerCase()] ?? pastOf(verb));
  const whole = subject && turned ? `You ${turned}${asObject.slice(subject[0].length)}` : asObject;
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}

/** Past tense is the same beside "you"; any other verb isn't touched. */
const pastOf = (verb: string) =>
  /(?:ed|said|sent|told|gave|took|brought|got|chose|came)$/i.test(verb) ? verb : undefined;
