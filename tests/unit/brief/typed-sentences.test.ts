import { describe, expect, it } from 'vitest';
import { readSignals } from '../../../lib/brief/offline/read';
import { stillMadeUp, type TypedSentence, typedSentences } from '../../fixtures/typed-sentences';

/** @returns what is read from a sentence and wasn't told in it. */
function madeUp([summary, told, mayBeTold]: TypedSentence): string[] {
  const allowed = new Set(`${told} ${mayBeTold}`.split(' '));
  const { signals } = readSignals([
    {
      id: 'log',
      at: '2026-11-03T10:00:00.000Z',
      outcome: 'none',
      summary,
      prospect: 'Ann Lee',
      type: 'call_log',
    },
  ]);
  return signals
    .filter(({ kind, topic }) => !allowed.has(kind) && !allowed.has(`${kind}:${topic}`))
    .map(({ kind, topic }) => `${kind}:${topic}`);
}

describe('sentences as reps type them', () => {
  it.each(typedSentences)('%s', (...row) => expect(madeUp(row)).toEqual([]));
  it.fails.each(stillMadeUp)('%s', (...row) => expect(madeUp(row)).toEqual([]));
});
