import type { Interaction } from '../interaction';
import type { Answer } from '../messages';

/** Logs handed over at once: few enough that cancelling and progress feel immediate. */
export const importChunk = 25;

/** How far an import is. */
export interface ImportProgress {
  /** Logs worked off so far, of `total`. */
  done: number;
  total: number;
  /** Of those: newly stored, and already there from an earlier import. */
  stored: number;
  known: number;
}

/** How an import ended. Going on later is running it again: what is there isn't added twice. */
export type ImportEnd =
  | (ImportProgress & { ended: 'complete' | 'cancelled' })
  | (ImportProgress & { ended: 'failed'; message: string });

interface ImportParts {
  /** Stores logs for good; of those that are there already, nothing is changed. */
  send: (logs: Interaction[]) => Promise<Answer<{ stored: number; known: number }>>;
  onProgress: (progress: ImportProgress) => void;
  signal: AbortSignal;
}

/**
 * Imports logs in parts, one after the other. Cancelling takes effect between two parts; a part that
 * fails ends the import, with everything before it stored.
 */
export async function runImport(
  interactions: Interaction[],
  { send, onProgress, signal }: ImportParts,
): Promise<ImportEnd> {
  let progress: ImportProgress = { done: 0, total: interactions.length, stored: 0, known: 0 };
  onProgress(progress);
  for (let at = 0; at < interactions.length; at += importChunk) {
    if (signal.aborted) return { ...progress, ended: 'cancelled' };
    const part = interactions.slice(at, at + importChunk);
    const answer = await send(part);
    if (!answer.ok) return { ...progress, ended: 'failed', message: answer.message };
    progress = {
      ...progress,
      done: at + part.length,
      stored: progress.stored + answer.stored,
      known: progress.known + answer.known,
    };
    onProgress(progress);
  }
  return { ...progress, ended: 'complete' };
}
