import { describe, expect, it } from 'vitest';
import { subjects } from '../../../lib/recall/english';
import { judged } from '../../../lib/recall/rank';
import { examplesFor, subjectsOf } from '../../../lib/recall/subjects';
import { wordsIn } from '../../../lib/recall/words';

const log = (text: string, semantic: number | null = 0.2, example: number | null = 0.2) => ({
  text,
  semantic,
  example,
});
const order = (question: string, ...logs: ReturnType<typeof log>[]) =>
  judged(question, logs, ({ text }) => text).map(({ text }) => text);

describe('subjects', () => {
  it('know the words of a question that stand for them, and other words in a log', () => {
    const asked = wordsIn('Which deals are waiting for legal?');
    const found = subjectsOf('Which deals are waiting for legal?', asked);
    const legal = found.find(({ words }) => words.some(({ stem }) => stem === 'legal'));
    expect(legal?.isIn('Their lawyer is sitting on it.')).toBe(true);
    expect(legal?.isIn('The canteen serves soup.')).toBe(false);
  });

  it('take whole words: no subject in another word’s middle', () => {
    expect(subjectsOf('Whose ai?', []).length).toBeGreaterThan(0);
    expect(subjectsOf('a fair chair', [])).toEqual([]);
  });

  it('are each recognised in their own example, or it would lead astray', () => {
    const lost = subjects.filter(
      ({ example }) => !subjectsOf(example, []).some((one) => one.example === example),
    );
    expect(lost.map(({ example }) => example)).toEqual([]);
  });

  it('give at most two examples to look for, and none where there is no subject', () => {
    expect(examplesFor('price, budget, security, migration and support').length).toBe(2);
    expect(examplesFor('pancakes')).toEqual([]);
  });
});

describe('the order of what was found', () => {
  it('other words for the same come before a shared word about something else', () => {
    expect(
      order(
        'what are the lawyers doing',
        log('We walked through the old town, doing nothing.'),
        log('Counsel wants another clause in the contract.'),
      )[0],
    ).toContain('Counsel');
  });

  it('a word that few logs say weighs more than one that many do', () => {
    const common = Array.from({ length: 8 }, (_, index) => log(`The report of day ${index}.`));
    expect(order('report about Kilimanjaro', ...common, log('Climbed Kilimanjaro.'))[0]).toContain(
      'Kilimanjaro',
    );
  });

  it('nearness decides where words say nothing', () => {
    expect(order('anything', log('One.', 0.1), log('Two.', 0.5), log('Three.', null))).toEqual([
      'Two.',
      'One.',
      'Three.',
    ]);
  });

  it('long texts and many logs are ranked to the end', () => {
    const many = Array.from({ length: 300 }, () => log('price and word '.repeat(1_000)));
    const asked = 'Who found the price and the budget too high for legal and support?';
    const found = judged(asked, many, ({ text }) => text);
    expect(found).toHaveLength(300);
  }, 60_000);
});
