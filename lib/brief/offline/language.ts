const words = (list: string) => new Set(list.split(' '));

/** The commonest small words, which most sentences of a language have and others lack. */
const english = words(
  'the and to of is was in for we she he they with that on it has have will about asked not but our her his their after by this from are be who said sent call next no us as an at',
);
const others = words(
  'und der die das nicht ist mit wir ein eine sie auf von zu wird noch den dem le la les des est avec pour nous une dans pas sur du elle il qui el los las que con para por del una muy che di per sono della il gli non nel o os uma com não de het een van niet met voor zijn naar ett och att det som inte på jest nie się że',
);

/**
 * Whether a text reads as English: by script, and by whether more of its small words are English
 * than of the neighbours. Notes without any ("Demo done, pilot requested") get the benefit of the
 * doubt unless they carry accents.
 */
export function isEnglish(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.length === 0) return true;
  const latin = text.match(/\p{Script=Latin}/gu) ?? [];
  if (latin.length / letters.length < 0.6) return false;
  const found = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const ours = found.filter((word) => english.has(word)).length;
  const theirs = found.filter((word) => others.has(word)).length;
  // A name may carry accents; small words don't in English.
  const small = text.match(/(?<!\p{L})\p{Ll}[\p{L}]*/gu) ?? [];
  if (ours === 0 && theirs === 0) {
    return !small.some((word) => /[äöüßñçøåéèêàùôîœæ]/.test(word));
  }
  return ours >= theirs;
}
