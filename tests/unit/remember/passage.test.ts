import { describe, expect, it } from 'vitest';
import { noteOf, passageOf } from '../../../lib/remember';

describe('a passage', () => {
  it('loses blank ends and keeps its lines', () => {
    expect(passageOf('  one\n\n  two \n', ' Title ', 'https://x.example/')).toEqual({
      text: 'one\ntwo',
      title: 'Title',
      url: 'https://x.example/',
    });
  });

  it('of nothing is none', () => {
    expect(passageOf(' \n ', 'Title', 'https://x.example/')).toBeNull();
  });

  it('is bounded, and says that it was cut', () => {
    const text = passageOf('word '.repeat(5_000), '', '')?.text ?? '';
    expect(text.length).toBeLessThanOrEqual(4_001);
    expect(text.endsWith('…')).toBe(true);
  });

  it('is logged with the page that it comes from', () => {
    const passage = passageOf('words', 'News', 'https://x.example/');
    expect(passage && noteOf(passage)).toBe('words\n(From: News)');
  });
});
