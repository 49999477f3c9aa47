import { describe, expect, it } from 'vitest';
import { stretchesOf } from '../../../components/brief/quotes';

const marked = (summary: string, quotes: string[]) =>
  stretchesOf(summary, quotes)
    ?.map(({ text, quoted }) => (quoted ? `[${text}]` : text))
    .join('');

describe('a memory with what is quoted from it', () => {
  it('marks every quote in its place, in the order of the memory', () => {
    expect(
      marked('She likes it. Budget is frozen. Call in May.', ['Call in May', 'likes it']),
    ).toBe('She [likes it]. Budget is frozen. [Call in May].');
  });

  it('marks quotes that overlap or touch as one', () => {
    expect(marked('Budget is frozen until Q3.', ['Budget is frozen', 'frozen until Q3'])).toBe(
      '[Budget is frozen until Q3].',
    );
  });

  it('marks what is in it where another quote is not', () => {
    expect(marked('Budget is frozen.', ['never said', 'frozen'])).toBe('Budget is [frozen].');
    expect(stretchesOf('Budget is frozen.', ['never said', ''])).toBeNull();
  });

  it('leaves out what is far from any quote', () => {
    const long = `${'a'.repeat(1_000)}first${'b'.repeat(1_000)}second${'c'.repeat(1_000)}`;
    const shown = marked(long, ['first', 'second']) ?? '';
    expect(shown).toBe(
      `…${'a'.repeat(320)}[first]${'b'.repeat(320)} … ${'b'.repeat(320)}[second]${'c'.repeat(320)}…`,
    );
  });
});
