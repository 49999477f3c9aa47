import { createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

/** A proxy between the browser and everything else: no request gets past it unseen. */
export interface Recorder {
  /** Address of the proxy. */
  url: string;
  /** Every origin that was asked for, passed on or not, and how often. */
  readonly seen: ReadonlyMap<string, number>;
  /** Ends it. @throws where anything but this machine was asked for */
  close(): Promise<void>;
}

/** A test's own servers: the memory, the sample pages, models that are played. */
const isKnown = (origin: string) => /^http:\/\/127\.0\.0\.1:\d+$/.test(origin);

/** What Chromium asks for itself, without any extension: refused too, but no failure. */
const isBrowsers = (origin: string) =>
  /^https?:\/\/(?:update\.googleapis\.com|accounts\.google\.com|safebrowsing\.googleapis\.com|clients\d?\.google\.com|optimizationguide-pa\.googleapis\.com|content-autofill\.googleapis\.com|www\.google\.com|edgedl\.me\.gvt1\.com|redirector\.gvt1\.com)(?::\d+)?$/.test(
    origin,
  );

/**
 * Starts a proxy that passes on what goes to this machine, and refuses and remembers the rest.
 *
 * @param visited origins that the test itself opens, with pages of its own: refused, but no failure
 */
export async function startRecorder(visited: readonly string[] = []): Promise<Recorder> {
  const seen = new Map<string, number>();
  const passes = (origin: string) => {
    if (isBrowsers(origin)) return false;
    seen.set(origin, (seen.get(origin) ?? 0) + 1);
    return isKnown(origin);
  };
  const proxy = createServer((incoming, outgoing) => {
    const target = URL.parse(incoming.url ?? '');
    if (!target || !passes(target.origin)) {
      outgoing.writeHead(403).end('unknown origin');
      return;
    }
    const { 'proxy-connection': _, ...headers } = incoming.headers;
    const passed = request(target, { method: incoming.method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('error', () => outgoing.destroy());
      answer.pipe(outgoing);
    });
    // As without a proxy: a server that is gone is a connection that breaks.
    passed.on('error', () => incoming.socket.destroy());
    outgoing.on('close', () => passed.destroy());
    incoming.pipe(passed);
  });
  proxy.on('connect', (incoming, socket) => {
    const [host = '', port = '443'] = (incoming.url ?? '').split(':');
    socket.on('error', () => undefined);
    if (!passes(new URL(`https://${host}:${port}`).origin)) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const through = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      through.pipe(socket).pipe(through);
    });
    through.on('error', () => socket.destroy());
  });
  proxy.on('upgrade', (incoming, socket) => {
    const target = URL.parse(incoming.url ?? '');
    passes(target ? target.origin : `upgrade to ${incoming.headers.host}`);
    socket.destroy();
  });
  proxy.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    seen,
    close: async () => {
      proxy.closeAllConnections();
      proxy.close();
      const unknown = [...seen.keys()].filter(
        (origin) => !isKnown(origin) && !visited.includes(origin),
      );
      if (unknown.length > 0) throw new Error(`asked for unknown origins: ${unknown.join(', ')}`);
    },
  };
}
