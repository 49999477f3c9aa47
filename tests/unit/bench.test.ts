import { describe, expect, it } from 'vitest';
import { addedCell, addedOf } from '../bench/support/paired';
import { spreadOf } from '../bench/support/spread';
import { table } from '../bench/support/table';
import { ownerOf, sourcesOf } from '../bench/support/weigh';

describe('the spread of samples', () => {
  it('takes the middle of an odd and of an even number of samples', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ samples: 3, min: 1, median: 2, p95: 3, max: 3 });
    expect(spreadOf([4, 1, 2, 3]).median).toBe(2.5);
  });

  it('is none where a sample was not measured', () => {
    expect(() => spreadOf([3, Number.NaN, 2])).toThrow('NaN');
    expect(() => spreadOf([])).toThrow('needs samples');
  });

  it('doesn’t let one outlier of twenty be the 95th percentile', () => {
    const samples = [...Array.from({ length: 19 }, () => 1), 100];
    expect(spreadOf(samples).p95).toBe(1);
  });
});

describe('a table', () => {
  it('sets columns of figures to the right, and keeps a bar in a cell', () => {
    expect(table(['what', 'ms'], [['a|b', 1.234]])).toBe(
      '| what | ms |\n| --- | ---: |\n| a\\|b | 1.23 |',
    );
  });
});

describe('the sources of a script', () => {
  it('are counted by the characters that each gave', () => {
    // "aaaa" of the first source, "bb" of the second, from column 0 and 4.
    const map = {
      sources: ['../node_modules/@x/y/a.js', '../lib/brief/b.ts'],
      mappings: 'AAAA,ICAA',
    };
    const found = sourcesOf('aaaabb', map);
    expect([...found]).toEqual([
      ['../node_modules/@x/y/a.js', 4],
      ['../lib/brief/b.ts', 2],
    ]);
    expect([...found.keys()].map(ownerOf)).toEqual(['@x/y', 'lib/brief']);
  });
});

describe('pairs', () => {
  it('tell what one adds to the other, whatever the machine does to both', () => {
    const base = Array.from({ length: 100 }, (_, turn) => 10 + 5 * Math.sin(turn));
    const more = base.map((value, turn) => value + 1 + (turn % 10 === 0 ? 50 : 0));
    const { pairs, median, low, high, mean } = addedOf(base, more);
    expect([pairs, median, low, high, mean].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([
      100, 1, 1, 1, 6,
    ]);
  });

  it('say how sure they are', () => {
    const base = Array.from({ length: 100 }, () => 0);
    const { median, low, high } = addedOf(
      base,
      base.map((_, turn) => turn),
    );
    expect([low, median, high]).toEqual([39, 49.5, 60]);
    expect(addedCell({ pairs: 2, median: -1, low: -2.5, high: 3, mean: 0 })).toBe(
      '−1 (−2.5 to +3)',
    );
  });

  it('need two of each', () => {
    expect(() => addedOf([1], [1, 2])).toThrow();
    expect(() => addedOf([], [])).toThrow();
  });
});
