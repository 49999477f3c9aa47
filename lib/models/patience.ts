import { ModelError, type ModelName, type ModelRequest } from './port';

/** Longest wait that a server may ask for while a rep looks on, in seconds. */
const longestWaitSeconds = 20;
/** Waits for one answer. */
const mostWaits = 2;
/** Where a server says "too many" but not for how long, in seconds. */
const unsaidWaitSeconds = 2;

/** @returns the seconds that a `retry-after` header names (seconds or an HTTP date), or null. */
export function retryAfterSeconds(header: string | null | undefined, nowMs: number): number | null {
  const text = header?.trim();
  if (!text) return null;
  const seconds = Number(text);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, (at - nowMs) / 1000);
}

function sleep(seconds: number, model: ModelName, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new ModelError(model, 'aborted'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, seconds * 1000);
    signal.addEventListener('abort', stop, { once: true });
  });
}

/**
 * Sends, and sends again after the time that a server asks for, twice at most. A longer wait than a
 * rep would sit through isn't begun.
 *
 * @throws ModelError of `send`, or `aborted`
 */
export async function withPatience<T>(
  send: () => Promise<T>,
  { signal, onWait }: Pick<ModelRequest, 'signal' | 'onWait'>,
): Promise<T> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof ModelError) || error.reason !== 'rate_limited') throw error;
      const seconds = error.retryAfterSeconds ?? unsaidWaitSeconds;
      if (waits === mostWaits || seconds > longestWaitSeconds) throw error;
      if (signal.aborted) throw new ModelError(error.model, 'aborted');
      onWait?.(Math.ceil(seconds));
      await sleep(seconds, error.model, signal);
    }
  }
}
