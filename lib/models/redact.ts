import type { Model, ModelRequest } from './port';

/**
 * What is taken out of a text before a model elsewhere reads it, the widest first. What carries
 * meaning for a brief stays: dates, amounts, percentages, and the ids that evidence points at.
 */
const patterns: [kind: string, pattern: RegExp][] = [
  ['address', /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu],
  // IBAN: a country, two digits, then eleven to thirty signs, in groups of four as they are written.
  [
    'account',
    /(?<![\p{L}\p{N}-])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}-])/gu,
  ],
  // Numbers of 8 to 19 digits as people write phones and cards; one with a plus from 7 on.
  ['number', /(?<![\p{L}\p{N}.,:/-])(?:\+\d|\(\d|\d)[\d ()./-]{5,40}\d(?![\p{L}\p{N}-]|[.,:]\d)/gu],
];

const date = /(\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b)/;

/** Whether digits are a phone or card number, and no amount or span of years. */
function isNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  if (digits.length > 19) return false;
  if (text.startsWith('+')) return digits.length >= 7;
  // "12 000 000" and "2025 - 2026" are no numbers to call.
  if (/^[1-9]\d{0,2}(?: \d{3})+$/.test(text)) return false;
  if (/^(?:19|20)\d{2}\s*[-/]\s*(?:19|20)\d{2}$/.test(text)) return false;
  return digits.length >= 8;
}

/** Hides the numbers beside the dates of what looked like one long number. */
function hideNumbers(found: string, hide: (number: string) => string): string {
  return found
    .split(date)
    .map((piece, index) => {
      const number = piece.trim();
      if (index % 2 === 1 || !isNumber(number)) return piece;
      return piece.replace(number, () => hide(number));
    })
    .join('');
}

/** Takes addresses and numbers out of texts and puts them back: the same one, the same stand-in. */
export interface Redaction {
  hide(text: string): string;
  /** Puts back what stands for something, in a text that may be JSON. */
  restore(text: string): string;
  /** How many different ones were taken out. */
  readonly count: number;
}

/** @returns a redaction for one conversation with a model. */
export function createRedaction(): Redaction {
  const standIns = new Map<string, string>();
  const originals = new Map<string, string>();
  const standInOf = (kind: string, original: string) => {
    const known = standIns.get(original);
    if (known) return known;
    const name = `[${kind}-${originals.size + 1}]`;
    standIns.set(original, name);
    originals.set(name, original);
    return name;
  };
  return {
    hide: (text) =>
      patterns.reduce(
        (rest, [kind, pattern]) =>
          rest.replace(pattern, (found) =>
            kind === 'number'
              ? hideNumbers(found, (number) => standInOf(kind, number))
              : standInOf(kind, found),
          ),
        text,
      ),
    // What is put back holds neither quotes nor backslashes, so that JSON stays JSON.
    restore: (text) =>
      text.replace(
        /\[(?:address|account|number)-\d{1,6}\]/g,
        (name) => originals.get(name) ?? name,
      ),
    get count() {
      return originals.size;
    },
  };
}

/**
 * A model that never sees an address, an account or a phone number. Its answer holds the originals
 * again, so that quotes are still the words that were logged.
 */
export function withRedaction(model: Model): Model {
  return {
    ...model,
    async complete(request: ModelRequest) {
      const { hide, restore } = createRedaction();
      const messages = request.messages.map((message) => ({
        ...message,
        content: hide(message.content),
      }));
      const answer = await model.complete({ ...request, messages });
      return { ...answer, text: restore(answer.text) };
    },
  };
}
