import { describe, expect, it } from 'vitest';
import { subjects } from '../../../lib/recall/english';
import { judged } from '../../../lib/recall/rank';
import { examplesFor, subjectsOf } from '../../../lib/recall/subjects';
import { wordsIn } from '../../../lib/recall/words';

const log = (
  said: string,
  semantic: number | null = 0.2,
  example: number | null = 0.2,
  who = '',
) => ({
  who,
  said,
  semantic,
  example,
});
const order = (question: string, ...logs: ReturnType<typeof log>[]) =>
  judged(question, logs, (one) => one).map(({ said }) => said);

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

it('a word meets its forms', () => {
  const stems = wordsIn('worry worries worried worrying').map(({ stem }) => stem);
  expect(new Set(stems).size).toBe(1);
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

  it('a company that is named in part is a word of its logs, and no subject', () => {
    const [first, second] = judged(
      'teranga seats',
      [log('Wants 15 seats.'), log('Wants 15 seats.', 0.2, 0.2, 'Amara Diallo Teranga Price')],
      (one) => one,
    );
    expect(first).toMatchObject({ who: 'Amara Diallo Teranga Price', covered: 1 });
    expect(second?.covered).toBeLessThan(0.5);
    const [priced] = judged(
      'is it too expensive?',
      [log('Hello.', 0, 0, 'Tom Price')],
      (one) => one,
    );
    expect(priced?.covered).toBe(0);
  });

  it.each([
    ['competiter', 'The competitor came down again.'],
    ['propsal', 'Sent the proposal.'],
    ['redliens', 'Second round of redlines.'],
    ['encyrption', 'Asked about encryption.'],
  ])('a mistyped word finds what was meant: %s', (word, said) => {
    expect(judged(word, [log('Something else.'), log(said)], (one) => one)[0]).toMatchObject({
      said,
      covered: 1,
    });
  });

  it.each([
    ['Who is the contact?', 'The contact is new.', 'Sent the contract.'],
    ['Was it won?', 'Was won on Monday.', 'He won’t sign.'],
    ['Who lost the trial?', 'They lost.', 'Off the trail.'],
    ['Whose cart?', 'The cart is full.', 'Sent a carton.'],
  ])('another word is no slip of one that was said: %s', (question, said, other) => {
    const [first, second] = judged(question, [log(other), log(said)], (one) => one);
    expect(first?.said).toBe(said);
    expect(second?.covered).toBe(0);
  });

  it('a product that is asked for by name is not answered by another', () => {
    const rivals = log('They compare us with two rivals.');
    const covered = (question: string, ...logs: ReturnType<typeof log>[]) =>
      judged(question, logs, (one) => one)[0]?.covered;
    expect(covered('Who mentioned Gong?', rivals)).toBe(0);
    expect(covered('Who mentioned Gong?', rivals, log('They saw Gong.'))).toBe(1);
    expect(covered('Who saw a competitor?', log('Gong was there.'))).toBeGreaterThan(0);
  });

  it('long texts and many logs are ranked to the end', () => {
    const many = Array.from({ length: 300 }, () => log('price and word '.repeat(1_000)));
    const asked = 'Who found the price and the budget too high for legal and support?';
    const found = judged(asked, many, (one) => one);
    expect(found).toHaveLength(300);
  }, 60_000);
});
