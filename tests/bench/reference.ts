import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { estimateTokens } from '../../lib/brief/budget';
import { gather } from '../../lib/digest/gather';
import type { DealCard } from '../../lib/digest/types';
import type { Prospect } from '../../lib/identity/prospect';
import type { Interaction } from '../../lib/interaction';
import type { Memory } from '../../lib/memory/memory';
import type { Model } from '../../lib/models/port';
import { rankWithModel } from '../../lib/models/rank';
import type { Connection } from '../../lib/settings';
import { buildBriefPrompt } from '../../prompts/brief';
import { judgedAt } from '../fixtures/deals/deal';
import { longHistory } from './brief';
import { fillBank, invented, storeLogs } from './support/fill';
import type { BenchResult } from './support/result';
import { withServer } from './support/server';
import { isSmoke, msOf, type Spread, timed } from './support/spread';
import { figure, spreadCell, table } from './support/table';

/** How many logs the prospects have whose brief is made. */
const lengths = isSmoke ? [5, 20] : [5, 20, 50, 200];
/** Prospects of the digest; each has 20 logs. */
const digestSize = 25;
/** Memories of others beside those of the prospect in question. */
const others = isSmoke ? 500 : 5_000;
/** How long the stand-in for a model takes over any answer (ms), the same for both ways. */
const modelMs = 300;
const topOfFirstVersion = 10;

/** The first version's words to the model, as plain as such words usually are. */
const plainPrompt = (name: string, texts: string[]) =>
  `You are a sales assistant. Here are past interactions with ${name}:\n\n${texts.join('\n\n')}\n\nReturn JSON with: summary, key objections, budget signals, emotional tone, deal health score from 0 to 100, and the recommended next action.`;

const recalledSchema = z.object({
  results: z.array(z.object({ document_id: z.string().nullish(), text: z.string() })),
});

/** Semantic recall by the prospect's name with the server's own settings, the first ten. */
async function recallByName({ baseUrl, apiKey, bank }: Connection, name: string) {
  const answer = await fetch(`${baseUrl}/v1/default/banks/${bank}/memories/recall`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: `interactions with ${name}` }),
  });
  return recalledSchema.parse(await answer.json()).results.slice(0, topOfFirstVersion);
}

interface OfBrief {
  logs: number;
  first: { found: number; foreign: number; tokens: number; ms: Spread };
  whole: { tokens: number };
  ours: { found: number; tokens: number; inPrompt: number; ms: Spread };
}

const textOf = ({ at, outcome, summary }: Interaction) => `${at} (${outcome}): ${summary}`;

async function ofBrief(memory: Memory, connection: Connection, logs: number): Promise<OfBrief> {
  const prospect: Prospect = { name: `Lou Long${logs}`, email: `lou@long${logs}.example` };
  const stored = longHistory(logs).map((log, index) => ({
    ...log,
    id: `long${logs}-${index}`,
    prospect: prospect.name,
    email: prospect.email as string,
  }));
  await storeLogs(connection, stored);
  const ids = new Set(stored.map(({ id }) => id));
  const recalled = await recallByName(connection, prospect.name);
  const own = new Set(
    recalled.map(({ document_id }) => document_id).filter((id) => ids.has(id ?? '')),
  );
  const history = await memory.historyOf(prospect);
  const prompt = buildBriefPrompt({ prospect, history, now: judgedAt });
  return {
    logs,
    first: {
      found: own.size,
      foreign: recalled.filter(({ document_id }) => !ids.has(document_id ?? '')).length,
      tokens: estimateTokens(
        plainPrompt(
          prospect.name,
          recalled.map(({ text }) => text),
        ),
      ),
      ms: await timed(11, () => recallByName(connection, prospect.name)),
    },
    whole: { tokens: estimateTokens(plainPrompt(prospect.name, stored.map(textOf))) },
    ours: {
      found: history.filter(({ id }) => ids.has(id)).length,
      tokens: prompt.messages.reduce((sum, { content }) => sum + estimateTokens(content), 0),
      inPrompt: prompt.choice.included.length,
      ms: await timed(11, () => memory.historyOf(prospect)),
    },
  };
}

/** No model: it answers as the prompt asks, after the same time each time. */
const standIn: Model = {
  name: 'openai_compatible',
  async complete({ messages }) {
    await sleep(modelMs);
    const asked = messages.map(({ content }) => content).join('\n');
    const ids = [...asked.matchAll(/^\{"id":"(d\d+)"/gm)].map((match) => match[1]);
    const entry = {
      bucket: 'follow_up',
      why: 'The concern is still open.',
      action: 'Agree a date.',
    };
    const text = JSON.stringify({ deals: ids.map((id) => ({ id, ...entry })) });
    const usage = { promptTokens: estimateTokens(asked), completionTokens: estimateTokens(text) };
    return { text, usage, ms: modelMs, model: 'stand-in' };
  },
};

async function ofDigest(memory: Memory, connection: Connection) {
  const people = Array.from({ length: digestSize }, (_, index) => invented(index));
  const { signal } = new AbortController();
  const first = { calls: 0, tokens: 0, ms: 0 };
  first.ms = await msOf(async () => {
    for (const { name } of people) {
      const texts = (await recallByName(connection, name)).map(({ text }) => text);
      first.tokens += estimateTokens(plainPrompt(name, texts));
      first.calls += 1;
      await sleep(modelMs);
    }
  });
  const ours = { calls: 0, tokens: 0, ms: 0 };
  ours.ms = await msOf(async () => {
    const cards: DealCard[] = [];
    await gather(people, {
      now: judgedAt,
      signal,
      historyOf: (prospect) => memory.historyOf(prospect),
      onCards: (some) => void cards.push(...some),
    });
    const { cost } = await rankWithModel(standIn, cards, { now: judgedAt, signal });
    ours.calls = cost?.calls ?? 0;
    ours.tokens = cost?.promptTokens ?? 0;
  });
  return { first, ours };
}

/** The plain way that a first version goes, beside ours: completeness, tokens, time. */
export default async function benchReference(): Promise<BenchResult> {
  const { briefs, digest } = await withServer(async ({ bank, databaseUrl }) => {
    const { memory, connection } = await bank('reference');
    await fillBank(connection, databaseUrl, others);
    const found: OfBrief[] = [];
    for (const logs of lengths) found.push(await ofBrief(memory, connection, logs));
    return { briefs: found, digest: await ofDigest(memory, connection) };
  });
  const markdown = [
    `The first version asks semantic recall for the prospect's name and takes the first ${topOfFirstVersion}, or puts the whole history into the prompt, and lets the model say the score; its digest is one call a prospect. A real server with ${figure(others)} memories of others. Tokens are estimated; milliseconds: median (least–most).`,
    table(
      [
        'logs of the prospect',
        'first version finds',
        'of others',
        'ours finds',
        'recall (ms)',
        'history (ms)',
        'tokens: ten recalled',
        'tokens: whole history',
        'tokens: ours',
        'logs in our prompt',
      ],
      briefs.map(({ logs, first, whole, ours }) => [
        logs,
        first.found,
        first.foreign,
        ours.found,
        spreadCell(first.ms),
        spreadCell(ours.ms),
        first.tokens,
        whole.tokens,
        ours.tokens,
        ours.inPrompt,
      ]),
    ),
    `Our prompt holds the same instructions each time, which servers cache; the score doesn't depend on it, since the ledger computes it from what was found.`,
    `A digest of ${digestSize} prospects with 20 logs each, with a stand-in for the model that takes ${modelMs} ms over any answer:`,
    table(
      ['', 'calls', 'tokens sent', 'seconds', 'compares the deals'],
      [
        ['first version', digest.first.calls, digest.first.tokens, digest.first.ms / 1000, 'no'],
        ['ours', digest.ours.calls, digest.ours.tokens, digest.ours.ms / 1000, 'yes'],
      ],
    ),
  ].join('\n\n');
  return { markdown, json: { briefs, digest } };
}
