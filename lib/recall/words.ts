/**
 * Words of questions and of logs that say nothing about the subject, in each language of the screen and
 * without accents: whoever asks in German may have logged in English.
 */
const hollow = new Set(
  `
    a about after all also am an and any anybody anyone anything are as ask asked asks at be
    been before being but by call calls can client clients could customer customers deal deals
    did do does doing done during else ever every everybody everyone everything far for from get
    gets give going got had happened has have having he her hers him his history how i if in
    info into is it its just know last lately latest list me mention mentioned mentions might
    most much my need needs newest news next not now of on one only or other our ours out over
    overview people person prospect prospects recap recent recently said say says she should
    show so some somebody someone something speak spoke spoken stand status step steps still
    summarise summarize summary talk talked tell that the their them then there these they thing
    things this those to told too up update updates us want wanted wants was we were what when
    where which while who whom whose why will with would you your

    aber als auch auf aus bei beim bis das dem den der des die ein eine einem einen einer er
    erwahnt es fur gab gefragt gesagt gibt haben hat hatte hatten ich ihm ihn ihr im ist jemand
    letzte letzten letzter mir mit nach neues noch ob oder sagt sagte sich sie sind uber um und
    uns vom von vor wann war waren warum welche welchem welchen welcher welches wem wen wer wie
    wir wo zu zuletzt zum zur

    al algo alguien como con cual cuales cuando de del dice dicho dijeron dijo donde el ella
    ellos en esta este fue ha han hay la las le les lo los mas menciono nos novedades para pero
    por porque pregunto que quien quienes se si sobre su sus ultima ultimo un una y ya
  `
    .split(/\s+/)
    .filter(Boolean),
);

/** Endings that come and go with the sentence, the longer of two first. */
const endings = [
  'ations',
  'ation',
  'ments',
  'ment',
  'ings',
  'ying',
  'ing',
  'ies',
  'ied',
  'ed',
  'es',
  's',
  'y',
];

/** @returns a word without its ending, as far as two forms of it meet. */
export function stem(word: string): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= 3);
  const root = ending === undefined ? word : word.slice(0, -ending.length);
  return root.length > 3 && root.endsWith('e') ? root.slice(0, -1) : root;
}

/** A word of a text, and where it stands there. */
export interface PlacedWord {
  stem: string;
  start: number;
  end: number;
}

/** @returns the words of a text that are about something, in order. */
export function wordsIn(text: string): PlacedWord[] {
  return [...text.matchAll(/([\p{L}\p{M}\p{N}]+)(['’]t(?!\p{L}))?/gu)].flatMap(
    ({ 1: word = '', 2: not, index }) => {
      // “won’t” is no “won”.
      if (not) return [];
      const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
      if (hollow.has(plain) || (plain.length < 2 && !/\p{N}/u.test(plain))) return [];
      return [{ stem: stem(plain), start: index, end: index + word.length }];
    },
  );
}
