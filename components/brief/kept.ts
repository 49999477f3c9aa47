/** A promise's own words before what was promised: who speaks, and that it is still to come. */
const frame =
  /^.*?\b(?:(?:i|we)(?:['’]ll| will| shall| am going to| are going to| need to| have to| must| owe)|promised(?= (?:her|him|them|us|to|that|a|an|the|our|\p{Lu}))|agreed to|committed to|owe)\b/iu;
/** How a note to oneself begins. */
const begins = /^(?:(?:todo|next)\s*:\s*)?(?:(?:will|to|need to|must|have to)\s+)?/i;
/** Who it was promised to. */
const toWhom =
  /^(?:(?:to )?(?:her|him|them|us|you|everyone|the team)\b|that (?:i|we)(?:['’]ll| will|['’]d| would)\b|to\b|\p{Lu}\p{Ll}+ (?=a |an |the |our |to ))\s*/u;
/** What we would do with it: "Delivered" says as much. */
const doing =
  /^(?:send|share|get|give|provide|prepare|deliver|forward|draft|write|put together|build|set up|arrange|book|schedule|make|bring|show|email|mail)\b(?: over| across| out)?\s*/i;
const andSend = /\s+and (?:send|share|email|mail) (?:it|them)\b/i;
/** By when: no part of what. */
const byWhen =
  /[\s,]*\b(?:by|on|before|until|this|next|end of|tomorrow|today|tonight|within|in the|later)\b(?: (?:the|end of|this|next|early|late))*(?: (?:mon|tues|wednes|thurs|fri|satur|sun)day| tomorrow| today| tonight| eod| cob| (?:the )?(?:day|week|month|quarter|year)s?| morning| afternoon| \d\S*(?: \p{L}+)?)*$/iu;

/**
 * The words to log once a promise of ours was kept. They name what was promised without its "will",
 * which a reader would take for another promise.
 *
 * @param promise the promise as it was logged ("I’ll send the security report by Friday.")
 * @returns "Kept our promise. Delivered: the security report."
 */
export function keptNote(promise: string): string {
  const sentence = promise.trim().replace(/[.!;,\s]+$/, '');
  const told = sentence.match(frame);
  let what = (told ? sentence.slice(told[0].length) : sentence.replace(begins, '')).trim();
  for (const part of [toWhom, toWhom, doing, toWhom, andSend]) what = what.replace(part, '').trim();
  what = what.replace(byWhen, '').trim();
  return `Kept our promise. Delivered: ${what || 'what was promised'}.`;
}
