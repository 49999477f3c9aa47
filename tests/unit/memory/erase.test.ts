import { describe, expect, it, vi } from 'vitest';
import { eraseBank } from '../../../lib/memory/erase';
import { MemoryError } from '../../../lib/memory/errors';

const logs = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `log-${at}`,
    at: '2026-11-01T10:00:00.000Z',
    outcome: 'none' as const,
    summary: 'x',
    prospect: 'Ada',
    type: 'call_log' as const,
  }));

describe('erasing a bank', () => {
  it('removes every log and what was decided, and asks whether any is left', async () => {
    const held = new Map(logs(20).map((log) => [log.id, log]));
    const memory = {
      allLogs: vi.fn(async () => [...held.values()]),
      remove: vi.fn(async (id: string) => void held.delete(id)),
      forgetDecisions: vi.fn(async () => undefined),
    };
    expect(await eraseBank(memory)).toBe(20);
    expect(memory.remove).toHaveBeenCalledTimes(20);
    expect(memory.forgetDecisions).toHaveBeenCalledOnce();
    expect(memory.allLogs).toHaveBeenCalledTimes(2);
  });

  it('is no success where the server still holds one', async () => {
    const memory = {
      allLogs: async () => logs(1),
      remove: async () => undefined,
      forgetDecisions: async () => undefined,
    };
    await expect(eraseBank(memory)).rejects.toThrow(MemoryError);
  });
});
