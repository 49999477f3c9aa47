const words = (list: string) => new Set(list.split(' '));

/** The commonest small words of each language: most of its sentences have some, others lack them. */
const smallWords: Record<string, Set<string>> = {
  en: words(
    'the and to of is was in for we she he they with that on it has have will about asked not but our her his their after by this from are be who said sent call next no us as an at',
  ),
  de: words(
    'und der die das nicht ist mit wir ein eine sie auf von zu wird noch den dem kein keine auch kam gemacht geschickt für zum zur ihr ihre nur schon mehr bei',
  ),
  fr: words('le la les des est avec pour nous une dans pas sur du elle il qui de que'),
  es: words('el los las que con para por del una muy la de hay pero está más ya'),
  it: words('che di per sono della il gli non nel la una'),
  pt: words('o os uma com não de para que'),
  nl: words('de het een van niet met voor zijn naar'),
  sv: words('ett och att det som inte på'),
  pl: words('jest nie się że'),
};

/** Scripts that other languages are written in, with the language where a script has but one. */
const scripts: [language: string, script: RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
];

const otherWords = new Set(
  Object.entries(smallWords).flatMap(([language, list]) => (language === 'en' ? [] : [...list])),
);

/** The language with most small words among these; null for none. */
function byWords(found: string[]): string | null {
  const counts = Object.entries(smallWords)
    .filter(([language]) => language !== 'en')
    .map(([language, list]) => ({ language, count: found.filter((one) => list.has(one)).length }))
    .sort((a, b) => b.count - a.count);
  const [first] = counts;
  return first && first.count > 0 ? first.language : null;
}

/** The script that a text is written in for the most part, by the language it stands for. */
function byScript(text: string): string | null {
  // Japanese has Han letters too; any kana tells it from Chinese.
  const counts = scripts
    .map(([language, script]) => ({ language, count: text.match(script)?.length ?? 0 }))
    .filter(({ count }) => count > 0);
  if (counts.some(({ language }) => language === 'ja')) return 'ja';
  return counts.sort((a, b) => b.count - a.count)[0]?.language ?? null;
}

/**
 * The language of a text (ISO 639-1), by script and by small words; null where it is surely not
 * English and nothing tells what else. Other languages than English are told apart roughly: enough
 * to name them to the rep, and to choose among lexicons.
 *
 * Notes without any small word ("Demo done, pilot requested") count as English unless they carry
 * accents.
 */
export function languageOf(text: string): string | null {
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.length === 0) return 'en';
  const latin = text.match(/\p{Script=Latin}/gu) ?? [];
  if (latin.length / letters.length < 0.6) return byScript(text);
  // "w/o" is no Portuguese.
  const found = text.toLowerCase().match(/(?<!\/)\p{L}+/gu) ?? [];
  const english = smallWords.en as Set<string>;
  const ours = found.filter((word) => english.has(word)).length;
  const theirs = found.filter((word) => otherWords.has(word)).length;
  // A name may carry accents; small words don't in English.
  const small = text.match(/(?<!\p{L})\p{Ll}[\p{L}]*/gu) ?? [];
  if (ours === 0 && theirs === 0) {
    return small.some((word) => /[äöüßñçøåéèêàùôîœæ]/.test(word)) ? byWords(found) : 'en';
  }
  return ours >= theirs ? 'en' : byWords(found);
}

/** Whether a text reads as English. */
export function isEnglish(text: string): boolean {
  return languageOf(text) === 'en';
}
