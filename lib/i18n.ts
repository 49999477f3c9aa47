import type english from '../public/_locales/en/messages.json';

/** The name of a text in `public/_locales`. */
export type MessageKey = keyof typeof english;

type Counted<K> = K extends `${infer Name}_other` ? Name : never;

/** The name of a text that has a form for one and a form for many: `NAME_one`, `NAME_other`. */
export type CountedKey = Counted<MessageKey>;

type Substitution = string | number;

/** Gives a text by its name, with `$1`, `$2` … replaced. Empty where there is no such text. */
export type Messages = (key: string, substitutions: string[]) => string;

/** The browser's own, in the language that it runs in. */
const ofBrowser: Messages = (key, substitutions) =>
  globalThis.chrome?.i18n?.getMessage(key, substitutions) ?? '';

let messages: Messages = ofBrowser;

/** Takes texts from elsewhere than the browser: tests and stories run where there is none. */
export function takeMessagesFrom(source: Messages | null): void {
  messages = source ?? ofBrowser;
  rules = null;
}

/**
 * @returns a text for the screen, in the browser's language. A text that is missing shows its name:
 * wrong, but never empty.
 */
export function t(key: MessageKey, ...substitutions: Substitution[]): string {
  return messages(key, substitutions.map(String)) || key;
}

let rules: Intl.PluralRules | null = null;

/** @returns a text with a number in it ("1 log", "4 logs"); `$1` is the number. */
export function tn(key: CountedKey, count: number, ...substitutions: Substitution[]): string {
  rules ??= new Intl.PluralRules(locale());
  const form = rules.select(count) === 'one' ? 'one' : 'other';
  return t(`${key}_${form}` as MessageKey, count, ...substitutions);
}

/** Stands for a substitution while its text is fetched; no text of people's holds one. */
const mark = (index: number) => `\uE000${index}\uE001`;

/**
 * A text with something other than words in it, e.g. a date that shows its exact time on hover.
 *
 * @returns the text in pieces, each substitution in its place.
 */
export function tParts<T>(key: MessageKey, ...substitutions: T[]): (string | T)[] {
  const whole = t(key, ...substitutions.map((_, index) => mark(index)));
  return whole.split(/(\uE000\d+\uE001)/).map((piece) => {
    const found = /^\uE000(\d+)\uE001$/.exec(piece);
    return found ? (substitutions[Number(found[1])] as T) : piece;
  });
}

/** @returns the locale that the texts are written in, for dates and numbers beside them. */
export function locale(): string {
  return messages('locale', []) || 'en-GB';
}

/** @returns the direction that the texts are read in: a language from right to left says so itself. */
export function direction(): 'ltr' | 'rtl' {
  return messages('direction', []) === 'rtl' ? 'rtl' : 'ltr';
}

/**
 * Fills a text of `messages.json` in, as the browser does it.
 *
 * @returns texts from one language's file.
 */
export function messagesOf(file: Record<string, { message: string }>): Messages {
  return (key, substitutions) =>
    (file[key]?.message ?? '').replace(/\$(\d)/g, (_, digit) => substitutions[digit - 1] ?? '');
}
