import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startHindsight, stopAll } from '../../scripts/hindsight';

const TIMEOUT = 180_000;

let home: string;

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'salesmemory-home-'));
});

afterEach(async () => {
  await stopAll(home);
  await rm(home, { recursive: true, force: true });
});

function listens(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

async function statusOf(url: string, key?: string): Promise<number> {
  const headers: HeadersInit = key ? { authorization: `Bearer ${key}` } : {};
  return (await fetch(url, { headers })).status;
}

test('a local Hindsight answers to its key only, survives a crash, and leaves nothing', {
  timeout: TIMEOUT,
}, async () => {
  const server = await startHindsight({ home });
  expect(server.owned).toBe(true);
  expect(await statusOf(`${server.baseUrl}/health`)).toBe(200);

  const banks = `${server.baseUrl}/v1/default/banks`;
  expect(await statusOf(banks)).toBe(401);
  expect(await statusOf(banks, `${server.apiKey}x`)).toBe(401);
  expect(await statusOf(banks, server.apiKey)).toBe(200);
  expect((await stat(path.join(home, 'secrets.json'))).mode & 0o077).toBe(0);

  const again = await startHindsight({ home });
  expect(again).toMatchObject({ owned: false, baseUrl: server.baseUrl, apiKey: server.apiKey });
  await again.stop();
  expect(await statusOf(`${server.baseUrl}/health`)).toBe(200);

  await server.kill();
  expect(await listens(server.baseUrl)).toBe(false);
  await server.restart();
  expect(await statusOf(banks, server.apiKey)).toBe(200);

  const database = path.join(home, 'database/.pg0/instances/salesmemory/data/postmaster.pid');
  expect(existsSync(database)).toBe(true);
  await server.stop();
  expect(existsSync(database)).toBe(false);
  expect(await listens(server.baseUrl)).toBe(false);
});
