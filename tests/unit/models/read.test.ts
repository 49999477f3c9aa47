import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { groqModel } from '../../../lib/models/groq';
import { type Model, ModelError, type ModelRequest } from '../../../lib/models/port';
import { readWithModel } from '../../../lib/models/read';
import { recallQuestions } from '../../../prompts/brief';
import { sampleDeals, sampleHistory } from '../../../scripts/samples/deals';
import { type GroqServer, groqErrors, startGroqServer, tooLarge } from '../../fakes/groq-server';

const now = '2026-05-20T08:00:00.000Z';
const [deal] = sampleDeals;
if (!deal) throw new Error('no sample deal');
const input = { prospect: deal.prospect, history: sampleHistory(deal, now), now };
const faithful = readFileSync(
  new URL('../../fixtures/answers/priya.json', import.meta.url),
  'utf8',
);
const signal = new AbortController().signal;

let server: GroqServer;
beforeAll(async () => {
  server = await startGroqServer();
});
afterAll(() => server.close());
beforeEach(() => server.behave());

const model = (): Model =>
  groqModel({ apiKey: 'k', model: 'openai/gpt-oss-120b', baseUrl: server.url, timeoutMs: 2_000 });

/** A model that answers from a list, and keeps what it was asked. */
function scripted(...texts: string[]): Model & { asked: ModelRequest[] } {
  const asked: ModelRequest[] = [];
  return {
    name: 'chrome',
    memoryTokens: 400,
    asked,
    async complete(request) {
      asked.push(request);
      const text = texts[Math.min(asked.length, texts.length) - 1] ?? '';
      return { text, usage: null, ms: 5, model: 'm' };
    },
  };
}

test('a faithful answer over the wire becomes a brief with its cost', async () => {
  server.behave({ kind: 'answer', content: faithful });
  const brief = await readWithModel(model(), input, { signal });
  expect(brief).toMatchObject({ reader: 'groq', label: 'Hot', momentum: 'improving' });
  expect(brief.cost).toMatchObject({
    model: 'openai/gpt-oss-120b',
    promptTokens: 1000,
    completionTokens: 200,
  });
  const [{ body } = { body: null }] = server.seen;
  expect(body.messages.map(({ role }: { role: string }) => role)).toEqual(['system', 'user']);
  expect(body.messages[1].content).toContain('Pilot agreed for 20 reps.');
});

test('an answer that can’t be used is asked for once more, with what was wrong', async () => {
  server.behave(
    { kind: 'answer', content: '{"signals": [' },
    { kind: 'answer', content: faithful },
  );
  const brief = await readWithModel(model(), input, { signal });
  expect(brief.label).toBe('Hot');
  expect(brief.cost).toMatchObject({ promptTokens: 2000, completionTokens: 400 });
  const again = server.seen[1]?.body.messages;
  expect(again).toHaveLength(4);
  expect(again[2]).toEqual({ role: 'assistant', content: '{"signals": [' });
  expect(again[3].content).toContain('It is no complete JSON.');
});

test('an answer that Groq itself finds outside the schema is asked for once more', async () => {
  server.behave(groqErrors.outsideSchema, { kind: 'answer', content: faithful });
  expect((await readWithModel(model(), input, { signal })).label).toBe('Hot');
  const roles = server.seen[1]?.body.messages.map(({ role }: { role: string }) => role);
  expect(roles).toEqual(['system', 'user', 'user']);
});

test('two answers that can’t be used are an error, and the basic brief stands', async () => {
  server.behave({ kind: 'answer', content: 'I cannot help with that.' });
  const error = await readWithModel(model(), input, { signal }).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(ModelError);
  expect(error.reason).toBe('invalid');
  expect(error.message).toContain('The basic brief stands.');
  expect(server.seen).toHaveLength(2);
});

test('other failures are not asked again', async () => {
  server.behave(groqErrors.badKey);
  const error = await readWithModel(model(), input, { signal }).catch((thrown) => thrown);
  expect(error.reason).toBe('refused');
  expect(server.seen).toHaveLength(1);
});

test('a prompt that is too long for the plan is sent with fewer memories, and the brief says so', async () => {
  const long = Array.from({ length: 60 }, (_, index) => ({
    ...input.history[0],
    id: `old-${index}`,
    at: new Date(Date.parse('2025-01-01') + index * 86_400_000).toISOString(),
    outcome: 'neutral' as const,
    summary: `Talked about the weather and their holidays, call ${index}. ${'Nothing else came up. '.repeat(10)}`,
    prospect: deal.prospect.name,
    type: 'call_log' as const,
  }));
  const whole = { ...input, history: [...long, ...input.history] };
  server.behave(tooLarge(8000, 14_000), { kind: 'answer', content: faithful });
  const brief = await readWithModel(model(), whole, { signal });
  const [before = 0, after = 0] = server.seen.map(({ body }) => body.messages[1].content.length);
  expect(after).toBeLessThan(before - 4 * 3_000);
  expect(brief.notes.join(' ')).toMatch(/\d+ logs didn’t fit into what a model reads/);
  expect(brief.interactions.count).toBe(64);
});

test('recall is asked only where not all fits, and its failure costs nothing', async () => {
  const questions: string[] = [];
  const recall = async (question: string) => {
    questions.push(question);
    if (questions.length % 2) throw new Error('recall is down');
    return ['old-7'];
  };
  const small = scripted(faithful);
  await readWithModel({ ...small, memoryTokens: 10_000 }, input, { signal, recall });
  expect(questions).toEqual([]);

  const old = Array.from({ length: 30 }, (_, index) => ({
    ...input.history[0],
    id: `old-${index}`,
    at: new Date(Date.parse('2025-01-01') + index * 86_400_000).toISOString(),
    outcome: 'neutral' as const,
    summary: `They told of topic ${index}.`,
    prospect: deal.prospect.name,
    type: 'call_log' as const,
  }));
  await readWithModel(small, { ...input, history: [...old, ...input.history] }, { signal, recall });
  expect(questions).toEqual([...recallQuestions]);
  const sent = small.asked.at(-1)?.messages[1]?.content ?? '';
  expect(sent).toContain('"old-7"');
  expect(sent).not.toContain('"old-6"');
});

test('the signal and the word about waiting reach the model', async () => {
  const small = scripted(faithful);
  const onWait = () => {};
  await readWithModel(small, input, { signal, onWait });
  expect(small.asked[0]).toMatchObject({ signal, onWait, name: 'brief' });
});
