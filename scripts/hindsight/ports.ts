import { createServer } from 'node:net';
import { fail } from '../say';

function bind(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const bound = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(bound));
    });
  });
}

/**
 * Finds a port of this machine that nothing listens on.
 *
 * @param wanted this one and no other; without it, any
 * @throws a Problem if the wanted one is taken
 */
export async function freePort(wanted?: number): Promise<number> {
  try {
    return await bind(wanted ?? 0);
  } catch {
    fail(
      `Port ${wanted} is taken by another program.`,
      'Stop that program, or set SALESMEMORY_PORT to a free one.',
    );
  }
}
