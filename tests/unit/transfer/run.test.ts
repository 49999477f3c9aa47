import { describe, expect, it } from 'vitest';
import type { Interaction } from '../../../lib/interaction';
import { type ImportProgress, importChunk, runImport } from '../../../lib/transfer/run';

const logs: Interaction[] = Array.from({ length: 3 * importChunk + 1 }, (_, index) => ({
  id: String(index),
  at: '2026-11-01T10:00:00.000Z',
  outcome: 'none',
  summary: `Words of ${index}`,
  prospect: 'Ada',
  type: 'import',
}));

/** A memory that knows what it was given. */
function memory() {
  const held = new Set<string>();
  const send = async (part: Interaction[]) => {
    const fresh = part.filter(({ id }) => !held.has(id));
    for (const { id } of fresh) held.add(id);
    return { ok: true as const, stored: fresh.length, known: part.length - fresh.length };
  };
  return { held, send };
}

describe('an import', () => {
  it('stores every log, says how far it is, and adds nothing when it runs again', async () => {
    const { held, send } = memory();
    const seen: ImportProgress[] = [];
    const parts = { send, onProgress: (now: ImportProgress) => seen.push(now) };
    const { signal } = new AbortController();
    const first = await runImport(logs, { ...parts, signal });
    expect(first).toEqual({
      ended: 'complete',
      done: logs.length,
      total: logs.length,
      stored: logs.length,
      known: 0,
    });
    expect(seen.map(({ done }) => done)).toEqual([0, 25, 50, 75, 76]);
    const again = await runImport(logs, { ...parts, signal });
    expect(again).toMatchObject({ ended: 'complete', stored: 0, known: logs.length });
    expect(held.size).toBe(logs.length);
  });

  it('that is cancelled stops before the next part, and goes on when it runs again', async () => {
    const { held, send } = memory();
    const stop = new AbortController();
    const onProgress = ({ done }: ImportProgress) => {
      if (done === importChunk) stop.abort();
    };
    const end = await runImport(logs, { send, onProgress, signal: stop.signal });
    expect(end).toMatchObject({ ended: 'cancelled', done: importChunk, stored: importChunk });
    expect(held.size).toBe(importChunk);
    const { signal } = new AbortController();
    const rest = await runImport(logs, { send, onProgress: () => {}, signal });
    expect(rest).toMatchObject({ stored: logs.length - importChunk, known: importChunk });
  });

  it('that fails says why and what is stored', async () => {
    const { send } = memory();
    let parts = 0;
    const end = await runImport(logs, {
      send: async (part) => {
        parts += 1;
        return parts === 3 ? { ok: false, reason: 'unreachable', message: 'Gone.' } : send(part);
      },
      onProgress: () => {},
      signal: new AbortController().signal,
    });
    expect(end).toMatchObject({ ended: 'failed', message: 'Gone.', done: 50, stored: 50 });
  });
});
