import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTransport } from '../../../lib/memory/transport';
import { waitAgain, waitForNothing } from './clock';

const connection = { baseUrl: 'http://memory.example', apiKey: '' };
const patienceMs = 5_000;

/** What becomes of each request, in order; then all are answered. */
let fates: ('lost' | 'never answered' | 'refused')[] = [];
let requests = 0;

async function fetching(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  requests += 1;
  const fate = fates.shift();
  if (fate === 'lost') throw new TypeError('Failed to fetch');
  if (fate === 'refused') return new Response('{}', { status: 403 });
  if (fate !== 'never answered') return Response.json({ ok: true });
  const signal = init?.signal ?? (input as Request).signal;
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
}

beforeEach(() => {
  waitForNothing(fetching);
  fates = [];
  requests = 0;
});

afterEach(waitAgain);

/** Sends one request in one of the ways. @returns what came of it, after how many ms. */
async function sent(how: 'read' | 'repeatable' | 'write') {
  const transport = createTransport(connection, patienceMs);
  const from = Date.now();
  const answer = transport[how](({ client, signal }) => client.get({ url: '/', signal }))
    .then(
      () => 'answered',
      ({ reason }: { reason: string }) => reason,
    )
    .then((became) => ({ became, requests, ms: Date.now() - from }));
  await vi.runAllTimersAsync();
  return answer;
}

it.each(['read', 'repeatable'] as const)('tries what it may repeat (%s) again', async (how) => {
  fates = ['lost', 'lost'];
  expect(await sent(how)).toMatchObject({ became: 'answered', requests: 3 });
});

it.each(['read', 'repeatable'] as const)('gives %s up after the third time', async (how) => {
  fates = ['lost', 'lost', 'lost'];
  expect(await sent(how)).toMatchObject({ became: 'unreachable', requests: 3 });
});

it('sends what may be done but once a single time', async () => {
  fates = ['lost'];
  expect(await sent('write')).toMatchObject({ became: 'unreachable', requests: 1 });
});

it('repeats nothing that was refused', async () => {
  fates = ['refused'];
  expect(await sent('repeatable')).toMatchObject({ became: 'refused', requests: 1 });
});

it('has nothing on its way any more once one request’s time is up, however often it was sent', async () => {
  fates = ['lost', 'never answered', 'never answered'];
  const { became, requests: times, ms } = await sent('repeatable');
  expect({ became, times }).toEqual({ became: 'unreachable', times: 2 });
  expect(ms).toBeLessThanOrEqual(patienceMs);
});
