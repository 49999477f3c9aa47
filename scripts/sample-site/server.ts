import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { calendarPage } from './calendar';
import { crmContact, crmList } from './crm';

/** A page served at its address, until `close`. */
export interface SampleSite {
  /** With a trailing slash. */
  url: string;
  close(): Promise<void>;
}

const files: Record<string, [file: string, type: string]> = {
  '/style.css': ['style.css', 'text/css'],
  '/calendar.js': ['calendar.client.js', 'text/javascript'],
};

async function answer(path: string): Promise<{ body: string | Buffer; type: string } | null> {
  const file = files[path];
  if (file) return { body: await readFile(new URL(file[0], import.meta.url)), type: file[1] };
  if (path === '/') return { body: calendarPage(new Date()), type: 'text/html; charset=utf-8' };
  const contact = /^\/crm\/contacts\/(\d+)$/.exec(path);
  const body = contact ? crmContact(Number(contact[1])) : path === '/crm' ? crmList() : null;
  return body === null ? null : { body, type: 'text/html; charset=utf-8' };
}

/** Serves the sample calendar and the sample CRM on a free port of this machine only. */
export async function serveSamples(): Promise<SampleSite> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    answer(pathname).then(
      (found) => {
        if (!found) response.writeHead(404).end('Not found');
        else response.writeHead(200, { 'content-type': found.type }).end(found.body);
      },
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
