import { describe, expect, it } from 'vitest';
import { normaliseName } from '../../../lib/identity/names';

describe('a name as it is compared', () => {
  const cases: [string, string][] = [
    ['Priya Sharma', 'priya sharma'],
    ['SHARMA, Priya', 'priya sharma'],
    ['Dr. Priya K. Sharma', 'priya sharma'],
    ['John Smith, PhD', 'john smith'],
    ['Smith, Dr. John', 'john smith'],
    ['Zoë Müller-Łuczak', 'zoe muller-łuczak'],
    ['  Ada   Lovelace ', 'ada lovelace'],
    ['Ada Lovelace (Analytical)', 'ada lovelace'],
    ['प्रिया शर्मा', 'प्रिया शर्मा'],
    ['李小龍', '李小龍'],
    ['محمد علي', 'محمد علي'],
    ['Юлия Ёлкина', 'юлия ёлкина'],
    ["Siobhán O'Brien", "siobhan o'brien"],
    ['J. Smith', 'j smith'],
  ];
  it.each(cases)('%s', (name, compared) => {
    expect(normaliseName(name)).toBe(compared);
  });

  it('is the name itself where nothing but a title is left', () => {
    expect(normaliseName('Dr.')).toBe('dr.');
    expect(normaliseName('...')).toBe('...');
  });
});
