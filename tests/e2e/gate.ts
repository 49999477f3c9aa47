import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server in between that keeps chosen requests waiting. */
export interface Gate {
  url: string;
  /** Paths and queries of everything that was asked, decoded. */
  seen: string[];
  /** How many are kept waiting now. */
  waiting(): number;
  /** From now on, requests whose decoded address has these words wait. */
  hold(words: string): void;
  /** Lets all pass. */
  open(): void;
  close(): void;
}

/** Starts a gate before the server at `target`, on a free port. */
export async function startGate(target: string): Promise<Gate> {
  const seen: string[] = [];
  const kept = new Set<() => void>();
  let held: string | null = null;
  const server = createServer((incoming, outgoing) => {
    const address = incoming.url ?? '/';
    seen.push(decodeURIComponent(address));
    const pass = () => {
      const passed = request(
        new URL(address, target),
        { method: incoming.method, headers: incoming.headers },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(outgoing);
        },
      );
      passed.on('error', () => incoming.socket.destroy());
      incoming.pipe(passed);
    };
    if (held === null || !seen.at(-1)?.includes(held)) return pass();
    kept.add(pass);
    outgoing.on('close', () => kept.delete(pass));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    waiting: () => kept.size,
    hold: (words) => {
      held = words;
    },
    open: () => {
      held = null;
      for (const pass of kept) pass();
      kept.clear();
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
