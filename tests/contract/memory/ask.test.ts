import { beforeAll, expect, inject, it } from 'vitest';
import { logsFor } from '../../../lib/ask/find';
import { basicReply } from '../../../lib/ask/reply';
import { scopeOf } from '../../../lib/ask/scope';
import type { Reply } from '../../../lib/ask/types';
import type { Memory } from '../../../lib/memory/memory';
import { storeAll } from '../../bench/support/store';
import { log, newBank } from './bank';

const ada = { prospect: 'Ada Lovelace', email: 'ada@analytical.example', company: 'Analytical' };
const tom = { prospect: 'Tom Reed', email: 'tom@reed.example', company: 'Reed Rooms' };

const kai = { prospect: 'Kai Berg', email: 'kai@berg.example', company: 'Berg Lifts' };
/** More logs of one person than recall is asked for, oldest first. */
const calls = Array.from({ length: 40 }, (_, index) =>
  log({
    ...kai,
    id: `ask-call-${index}`,
    at: new Date(Date.UTC(2026, 0, 1 + index)).toISOString(),
    summary: index < 35 ? `Kai told what happened, call ${index}.` : 'Sent the price list.',
  }),
);

const logs = [
  ...calls,
  log({ ...ada, id: 'ask-sso', summary: 'Ada asked whether we support single sign-on.' }),
  log({ ...ada, id: 'ask-legal', summary: 'Their lawyers still sit on the contract.' }),
  log({ ...tom, id: 'ask-price', summary: 'Tom finds it too expensive for a small shop.' }),
  log({ ...tom, id: 'ask-tom', summary: 'Tom wants to see the mobile app next week.' }),
];

let memory: Memory & { bank: string };

beforeAll(async () => {
  memory = await newBank();
  await storeAll({ ...inject('hindsight'), bank: memory.bank }, logs);
});

async function ask(question: string): Promise<Reply> {
  const known = (await memory.allProspects()).map(({ prospect }) => prospect);
  const named = scopeOf(question, known);
  return basicReply({ question, ...named, recalled: await logsFor(memory, named) });
}

const idsOf = ({ passages }: Reply) => passages.map((passage) => passage.memory.id);

it('recalls whole logs, with how near they are', async () => {
  const [first] = await memory.recallLogs('single sign-on');
  expect(first?.interaction).toMatchObject({
    id: 'ask-sso',
    summary: 'Ada asked whether we support single sign-on.',
    ...ada,
  });
  expect(first?.semantic).toBeGreaterThan(0.3);
});

it('finds over all deals what was said', async () => {
  expect(idsOf(await ask('Whose lawyers still read the contract?'))[0]).toBe('ask-legal');
  expect(idsOf(await ask('Who thinks we are too expensive?'))[0]).toBe('ask-price');
});

it('a name narrows it to that person alone', async () => {
  const reply = await ask('What did Tom say about the app?');
  expect(reply.people.map(({ name }) => name)).toEqual(['Tom Reed']);
  expect(idsOf(reply)[0]).toBe('ask-tom');
  expect(reply.memories.every(({ prospect }) => prospect === 'Tom Reed')).toBe(true);
});

it.each([
  'What happened with Kai?',
  'Kai?',
  'latest on berg lifts',
  'status kai berg',
  'Was hat Kai gesagt?',
  '¿Qué hay de Kai Berg?',
])('“%s” is answered by the newest of all that was logged with them', async (question) => {
  const reply = await ask(question);
  expect(reply.found).toBe(true);
  expect(idsOf(reply)).toEqual([39, 38, 37, 36, 35].map((index) => `ask-call-${index}`));
});

it('says so where nothing fits', async () => {
  const reply = await ask('Who plays golf with the mayor?');
  expect(reply.found).toBe(false);
  expect(reply.passages).toEqual([]);
});
