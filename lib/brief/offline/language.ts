const english = new Set(
  'the and to of is was in for we she he they with that on it has have will about asked not but our her his their after by this from are be who said sent call next no us as an at'.split(
    ' ',
  ),
);

/**
 * Whether a text reads as English, by how many of its words are the commonest English ones. Short
 * notes of a few Latin words get the benefit of the doubt.
 */
export function isEnglish(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.length === 0) return true;
  const latin = text.match(/\p{Script=Latin}/gu) ?? [];
  if (latin.length / letters.length < 0.6) return false;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < 6) return !/[äöüßñçøåéèêàùôîœæ]/i.test(text);
  return words.filter((word) => english.has(word)).length / words.length >= 0.12;
}
