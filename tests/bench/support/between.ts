import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What happens to one request on its way. */
export type Fate =
  | 'pass'
  /** It never arrives. */
  | 'lose request'
  /** It is worked off, and its answer never comes back. */
  | 'lose answer'
  /** It is worked off, and its answer comes after the one who asked has given up. */
  | 'delay answer';

/** A server in between that the network's faults happen in. */
export interface Between {
  baseUrl: string;
  /** Nothing gets through from now on; what is under way is torn. */
  cut(): void;
  mend(): void;
  close(): void;
}

/**
 * Starts a server in between, on a free port.
 *
 * @param target address of the real one
 * @param fateOf what happens to the next request of a method
 * @param delayMs how late a delayed answer comes
 */
export async function startBetween(
  target: string,
  fateOf: (method: string) => Fate,
  delayMs: number,
): Promise<Between> {
  let whole = true;
  const server = createServer((incoming, outgoing) => {
    const fate = fateOf(incoming.method ?? 'GET');
    if (!whole || fate === 'lose request') return void incoming.socket.destroy();
    const passed = request(
      new URL(incoming.url ?? '/', target),
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('error', () => incoming.socket.destroy());
        answer.on('end', () => {
          if (fate === 'lose answer') return void incoming.socket.destroy();
          const send = () => {
            outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
            outgoing.end(Buffer.concat(chunks));
          };
          if (fate === 'delay answer') setTimeout(send, delayMs).unref();
          else send();
        });
      },
    );
    passed.on('error', () => incoming.socket.destroy());
    incoming.on('error', () => passed.destroy());
    incoming.pipe(passed);
  });
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    cut: () => {
      whole = false;
      server.closeAllConnections();
    },
    mend: () => {
      whole = true;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
