import { describe, expect, it } from 'vitest';
import { wordingOf } from '../../../lib/wording';
import { briefLanguages } from '../../../prompts/language';

/** What is handed to a sentence, told apart from every word of it. */
const marks = ['Qqq0', 'Qqq1', 'Qqq2', 'Qqq3', 'Qqq4', 'Qqq5'];

/** Sentences that take more than words: each with values of its kinds. */
const given: Record<string, unknown[]> = {
  listed: [['Qqq0', 'Qqq1', 'Qqq2']],
  times: [7],
  'risk.again': ['Qqq0', 7],
  'risk.silence': [31, 7],
  'action.promiseOverdue': ['Qqq0', { day: 'Qqq1', words: 'Qqq2' }],
  'action.call': ['Qqq0', true],
  'action.silence': ['Qqq0', { day: 'Qqq1', words: 'Qqq2' }],
  'warning.idle': [31],
  'warning.ghosted': [7],
  'warning.stalled': [31],
  'ledger.silence': [31],
  'note.later': [7],
  'note.unreadable': [7, 31, ['Qqq0', 'Qqq1']],
  'note.addressed': [7],
  'note.leftOut': [7],
  'note.unreadOfThese': [7],
  'note.shortened': [7],
  'meeting.strangersOnly': [['Qqq0', 'Qqq1']],
  'meeting.strangersToo': [['Qqq0', 'Qqq1']],
  'meeting.settle': ['Qqq0', ['Qqq1', 'Qqq2'], ['Qqq3'], 'Qqq4'],
  'meeting.begin': ['Qqq0', ['Qqq1', 'Qqq2'], 'Qqq3'],
  'week.gained': ['Hot', 'Qqq0'],
  'week.still': [31],
  'week.since': [31],
  'week.cameBack': ['Qqq0', 7, 'Qqq1', false],
  'week.deals': ['Qqq0', false],
  'week.byModel': ['Qqq0', 'Qqq1', 7, 'Qqq2', 'Qqq3'],
  'week.more': [31],
};

/** Greetings take a given name or the whole one, whichever the tone has. */
const oneOfTwo = /^mail\.greeting\./;

/** What a value says in small letters where a sentence puts it so. */
const said = (text: string, mark: string) => text.toLowerCase().includes(mark.toLowerCase());

type Said = [place: string, text: string, wants: string[]];

/** Every sentence under a wording, with what was handed to it. */
function sentencesOf(value: unknown, place = ''): Said[] {
  if (typeof value === 'string') return [[place, value, []]];
  if (typeof value === 'function') {
    const values = given[place] ?? marks.slice(0, Math.max(value.length, 1));
    const wants = JSON.stringify(values).match(/Qqq\d|\b(?:31|7)\b/g) ?? [];
    return [[place, (value as (...values: unknown[]) => string)(...values), wants]];
  }
  return Object.entries(value as object).flatMap(([name, inner]) =>
    sentencesOf(inner, place === '' ? name : `${place}.${name}`),
  );
}

/** Places whose words may be the same in two languages: names, and what is one word in both. */
const alike =
  /^(locale|numbers|topics\.|quoted|languages\.(th|hi)|risk\.both|bring\.both|ledger\.about|meeting\.(budget|bring)|week\.(tokens|labels|gained)|mail\.topics)/;

describe.each(['en', 'de', 'es'] as const)('what code composes in %s', (language) => {
  const sentences = sentencesOf(wordingOf(language));

  it('is there for every kind of line', () => {
    const places = (of: Said[]) => of.map(([place]) => place).sort();
    expect(places(sentences)).toEqual(places(sentencesOf(wordingOf('en'))));
    expect(sentences.length).toBeGreaterThan(200);
    expect(sentences.filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('holds every name, day, number and logged word that it is given', () => {
    const lost = sentences.filter(([place, text, wants]) => {
      const missing = wants.filter((mark) => !said(text, mark));
      return missing.length > (oneOfTwo.test(place) ? wants.length - 1 : 0);
    });
    expect(lost).toEqual([]);
  });

  it('has no slip of the pen: two spaces, a sign before a space, two full stops', () => {
    const slips = sentences.filter(([, text]) =>
      / {2}|undefined|null|\s[,.;:](?!\w)|\.\.(?!\.)/.test(text),
    );
    expect(slips).toEqual([]);
  });

  it.runIf(language !== 'en')('is no English', () => {
    const english = new Map(sentencesOf(wordingOf('en')).map(([place, text]) => [place, text]));
    const same = sentences.filter(
      ([place, text]) =>
        !alike.test(place) && english.get(place) === text && /\p{L}{3}/u.test(text),
    );
    expect(same.map(([place]) => place)).toEqual([]);
  });
});

describe('two risks in one sentence', () => {
  it('in German leave no noun in small letters', () => {
    const { risk, plays } = wordingOf('de');
    const texts = [
      ...Object.values(plays).map(({ hurts }) => hurts),
      ...Object.values(risk).filter((text) => typeof text === 'string'),
      risk.silence(8, 2),
      risk.promiseOverdue('x'),
    ];
    const small = /^(der|die|das|es|ein|eine|am|an|offene|fehlende|sie|seit|bisher|unser)$/i;
    expect(texts.filter((text) => !small.test(text.split(' ')[0] ?? ''))).toEqual([]);
  });
});

describe('other languages', () => {
  it('are worded in English', () => {
    for (const language of briefLanguages) {
      expect(wordingOf(language).risk.rejection).toMatch(
        /^(They said no|Sie haben abgesagt|Dijeron que no)$/,
      );
    }
    expect(wordingOf('fr')).toBe(wordingOf('en'));
  });
});
