import { createClient, createConfig } from '@vectorize-io/hindsight-client';
import { carefulFetch } from '../careful-fetch';
import type { Connection } from '../settings';
import { MemoryError } from './errors';

type Client = ReturnType<typeof createClient>;

/** How long one request may take (ms). The client has no time-out of its own. */
const patienceMs = 10_000;
/** Pauses before a request is tried again (ms). */
const pausesMs = [200, 800];

type Answered = { data?: unknown; error?: unknown; response?: Response | undefined };

/** One request: given the client and a signal that ends it. */
type Call = (options: { client: Client; signal: AbortSignal }) => Promise<Answered>;

/** Sends requests to one server, with time-outs, retries of reads, and errors that screens know. */
export interface Transport {
  /** @throws MemoryError. Tried again where the server can't be reached. */
  read(call: Call, signal?: AbortSignal): Promise<unknown>;
  /**
   * For what the server does but once, however often it is asked. Tried again where it can't be
   * reached, all within the time of one request: after that none is on its way any more.
   *
   * @throws MemoryError
   */
  repeatable(call: Call, signal?: AbortSignal): Promise<unknown>;
  /** @throws MemoryError. Sent once. */
  write(call: Call, signal?: AbortSignal): Promise<unknown>;
}

function failed(status: number | undefined, detail: string): MemoryError {
  if (status === undefined) return new MemoryError('unreachable', detail);
  if (status === 401 || status === 403) return new MemoryError('refused', detail);
  if (status === 404 && /bank/i.test(detail)) return new MemoryError('no_bank', detail);
  if (status === 502 || status === 503 || status === 504 || status === 429) {
    return new MemoryError('unreachable', detail);
  }
  return new MemoryError('broken', `${status} ${detail}`);
}

const describe = (error: unknown): string =>
  error instanceof Error ? error.message : (JSON.stringify(error) ?? '').slice(0, 500);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** @returns a transport to the server of a connection. */
export function createTransport(
  { baseUrl, apiKey }: Pick<Connection, 'baseUrl' | 'apiKey'>,
  timeoutMs = patienceMs,
): Transport {
  const client = createClient(
    createConfig({
      baseUrl: baseUrl.replace(/\/+$/, '') as never,
      fetch: carefulFetch,
      headers: apiKey ? { Authorization: `Bearer ${apiKey}` } : {},
    }),
  );

  async function send(
    call: Call,
    signal?: AbortSignal,
    limit = AbortSignal.timeout(timeoutMs),
  ): Promise<unknown> {
    const both = signal ? AbortSignal.any([signal, limit]) : limit;
    let answered: Answered;
    try {
      answered = await call({ client, signal: both });
    } catch (error) {
      signal?.throwIfAborted();
      throw new MemoryError('unreachable', describe(error), { cause: error });
    }
    const { data, error, response } = answered;
    if (response?.ok && error === undefined) return data;
    signal?.throwIfAborted();
    throw failed(response?.status, describe(error));
  }

  /** Tries again where nobody answers, unless time is up. */
  async function tryAgain(once: () => Promise<unknown>, limit?: AbortSignal): Promise<unknown> {
    for (const wait of pausesMs) {
      try {
        return await once();
      } catch (error) {
        if (!(error instanceof MemoryError) || error.reason !== 'unreachable') throw error;
        if (limit?.aborted) throw error;
        await pause(wait);
      }
    }
    return once();
  }

  return {
    read: (call, signal) => tryAgain(() => send(call, signal)),
    repeatable: (call, signal) => {
      const limit = AbortSignal.timeout(timeoutMs);
      return tryAgain(() => send(call, signal, limit), limit);
    },
    write: (call, signal) => send(call, signal),
  };
}
