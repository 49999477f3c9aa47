import { vi } from 'vitest';

/**
 * Lets a test be done with waiting, for requests' time-outs too, which aren't the clock's of a test by
 * themselves. @param fetching answers instead of a server
 */
export function waitForNothing(fetching: typeof fetch): void {
  vi.useFakeTimers();
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(new DOMException('late', 'TimeoutError')), ms);
    return stop.signal;
  });
  vi.stubGlobal('fetch', fetching);
}

/** Gives the clock and the network back. */
export function waitAgain(): void {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
}
