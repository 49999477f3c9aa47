import { describe, expect, it } from 'vitest';
import { inWords } from '../../../entrypoints/background/chip-words';

describe('the words of a chip', () => {
  it('say all that it shows', () => {
    const words = inWords({ name: 'Ann', score: 70, label: 'Hot', momentum: 'improving' });
    expect(words.spoken).toBe('SalesMemory: Ann, 70, Hot, Improving. Open the brief');
    expect(words.label).toBe('Hot ↗');
  });

  it('say a name alone where there is no score', () => {
    const words = inWords({ name: 'Bo', score: null, label: null, momentum: null });
    expect(words.spoken).toBe('SalesMemory: Bo. Open the brief');
  });
});
