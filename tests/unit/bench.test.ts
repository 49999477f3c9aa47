import { describe, expect, it } from 'vitest';
import { spreadOf } from '../bench/support/spread';
import { table } from '../bench/support/table';
import { ownerOf, sourcesOf } from '../bench/support/weigh';

describe('the spread of samples', () => {
  it('takes the middle of an odd and of an even number of samples', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ samples: 3, min: 1, median: 2, p95: 3, max: 3 });
    expect(spreadOf([4, 1, 2, 3]).median).toBe(2.5);
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
