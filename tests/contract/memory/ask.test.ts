import { beforeAll, expect, inject, it } from 'vitest';
import { basicReply } from '../../../lib/ask/reply';
import { scopeOf } from '../../../lib/ask/scope';
import type { Reply } from '../../../lib/ask/types';
import type { Memory } from '../../../lib/memory/memory';
import { storeAll } from '../../bench/support/store';
import { log, newBank } from './bank';

const ada = { prospect: 'Ada Lovelace', email: 'ada@analytical.example', company: 'Analytical' };
const tom = { prospect: 'Tom Reed', email: 'tom@reed.example', company: 'Reed Rooms' };

const logs = [
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
  const recalled = await memory.recallLogs(named.rest, named.people);
  return basicReply({ question, ...named, recalled });
}

const idsOf = ({ passages }: Reply) => passages.map((passage) => passage.memory.id);

it('recalls whole logs, with how near they are', async () => {
  const [first] = await memory.recallLogs('single sign-on');
  expect(first?.interaction).toMatchObject({ id: 'ask-sso', summary: logs[0]?.summary, ...ada });
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

it('says so where nothing fits', async () => {
  const reply = await ask('Who plays golf with the mayor?');
  expect(reply.found).toBe(false);
  expect(reply.passages).toEqual([]);
});
