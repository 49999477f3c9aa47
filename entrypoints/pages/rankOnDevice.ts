import type { DigestRun } from '../../lib/digest/run';
import {
  dropRankState,
  keepRanking,
  keepRankState,
  keepRun,
  keptCards,
  keptRankState,
  keptRun,
} from './digestStore';

/**
 * Compares a digest's deals with Chrome's own model, which lives in pages only. Its code is loaded once
 * it is needed. What it came to is kept after each answer, so that a page closed meanwhile costs one.
 *
 * @param signal ends it; what the run's state is then is up to who ended it
 */
export async function rankOnDevice(begun: DigestRun, signal: AbortSignal): Promise<void> {
  await navigator.locks
    .request('salesmemory-digest', { signal }, async () => {
      const run = await keptRun();
      // Another page may have done it meanwhile.
      if (run?.state === 'ranking' && run.now === begun.now) await rank(run, signal);
    })
    .catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
}

async function rank(begun: DigestRun, signal: AbortSignal): Promise<void> {
  const { chromeModel } = await import('../../lib/models/chrome');
  const { rankWithModel } = await import('../../lib/models/rank');
  let run = begun;
  try {
    const ranking = await rankWithModel(chromeModel(), await keptCards(), {
      now: run.now,
      signal,
      from: await keptRankState(),
      onState: keepRankState,
      onProgress: async ({ calls, batchesLeft }) => {
        // Stopped or begun anew meanwhile: not to be overwritten.
        const kept = await keptRun();
        if (kept?.state !== 'ranking' || kept.now !== run.now) return;
        run = { ...run, calls, batchesLeft };
        await keepRun(run);
      },
    });
    run = { ...run, state: 'done', calls: ranking.cost.calls, batchesLeft: 0 };
    await keepRanking(ranking, run);
    await dropRankState();
  } catch (error) {
    if (signal.aborted) return;
    const { ModelError } = await import('../../lib/models/port');
    const message = error instanceof ModelError ? error.saying('order') : String(error);
    await keepRun({ ...run, state: 'failed', message });
  }
}
