import { describe, expect, it } from 'vitest';
import { estimateOf, roomOf } from '../../../lib/digest/batches';
import { composeDigest } from '../../../lib/digest/compose';
import type { DealCard } from '../../../lib/digest/types';
import { type Model, ModelError, type ModelRequest } from '../../../lib/models/port';
import { type RankState, rankWithModel } from '../../../lib/models/rank';
import { manyCards, now, sampleCards } from './deals';

const idsIn = ({ messages }: ModelRequest) =>
  [...(messages[1]?.content.matchAll(/^\{"id":"(d\d+)"/gm) ?? [])].map((match) => match[1]);

/** Does what it is asked in the simplest way: keeps the order, names the first ones. */
function obedient(request: ModelRequest): string {
  const ids = idsIn(request);
  return request.name === 'nominees'
    ? JSON.stringify({ nominees: ids.slice(0, 3) })
    : JSON.stringify({
        deals: ids.map((id) => ({ id, bucket: 'attention', why: null, action: null })),
      });
}

/** A model behind the port; `say` gives the text of each answer, or throws. */
function modelOf(say: (request: ModelRequest, call: number) => string, more: Partial<Model> = {}) {
  const seen: ModelRequest[] = [];
  const model: Model = {
    name: 'groq',
    async complete(request) {
      if (request.signal.aborted) throw new ModelError('groq', 'aborted');
      seen.push(request);
      const text = say(request, seen.length);
      return { text, usage: { promptTokens: 100, completionTokens: 10 }, ms: 5, model: 'm' };
    },
    ...more,
  };
  return { model, seen };
}

const signal = new AbortController().signal;
const covered = (cards: DealCard[], ranking: Awaited<ReturnType<typeof rankWithModel>>) => {
  const { entries } = composeDigest(cards, { now, ranking });
  expect(entries.map(({ key }) => key).sort()).toEqual(cards.map(({ key }) => key).sort());
  return entries;
};

describe('a model that ranks', () => {
  it('forty deals compares in one pass', async () => {
    const cards = manyCards(40);
    const { model, seen } = modelOf(obedient);
    const ranking = await rankWithModel(model, cards, { now, signal });
    expect(seen).toHaveLength(1);
    expect(ranking.cost).toMatchObject({ calls: 1, promptTokens: 100, completionTokens: 10 });
    covered(cards, ranking);
  });

  it.each([400, 4_000])(
    '%i deals by batches that name and a last pass over the named',
    async (n) => {
      const cards = manyCards(n);
      const { model, seen } = modelOf(obedient);
      const ranking = await rankWithModel(model, cards, { now, signal });
      expect(seen.filter(({ name }) => name === 'digest')).toHaveLength(1);
      expect(seen.at(-1)?.name).toBe('digest');
      expect(idsIn(seen.at(-1) as ModelRequest).length).toBeLessThanOrEqual(40);
      expect(ranking.cost.calls).toBe(seen.length);
      expect(seen.length).toBeLessThan(n / 20);
      const entries = covered(cards, ranking);
      // The compared ones stand first in their bucket.
      const compared = new Set(ranking.placed.map(({ key }) => key));
      const first = entries.slice(0, compared.size).map(({ key }) => key);
      expect(new Set(first)).toEqual(compared);
    },
  );

  it('estimates the calls that a model takes that names as many as it may', async () => {
    const cards = manyCards(400);
    const { model, seen } = modelOf((request) => {
      const most = Number(/At most (\d+) ids/.exec(request.messages[0]?.content ?? '')?.[1] ?? 0);
      return request.name === 'nominees'
        ? JSON.stringify({ nominees: idsIn(request).slice(0, most) })
        : obedient(request);
    });
    await rankWithModel(model, cards, { now, signal });
    expect(estimateOf(cards, roomOf(undefined)).calls).toBe(seen.length);
  });

  it('goes on where it was interrupted, and asks no batch again', async () => {
    const cards = manyCards(400);
    const whole = modelOf(obedient);
    const undisturbed = await rankWithModel(whole.model, cards, { now, signal });
    let kept: RankState | null = null;
    const keep = (state: RankState) => {
      kept = state;
    };
    const killed = modelOf((request, call) => {
      if (call === 5) throw new ModelError('groq', 'unreachable');
      return obedient(request);
    });
    await expect(
      rankWithModel(killed.model, cards, { now, signal, onState: keep }),
    ).rejects.toMatchObject({ reason: 'unreachable' });
    const rest = modelOf(obedient);
    // As it comes back out of storage.
    const from = JSON.parse(JSON.stringify(kept)) as RankState;
    const resumed = await rankWithModel(rest.model, cards, { now, signal, from });
    expect(rest.seen.length).toBe(whole.seen.length - 4);
    expect(resumed.placed).toEqual(undisturbed.placed);
    expect(resumed.cost.calls).toBe(undisturbed.cost.calls);
  });

  it('waits as long as the server asks, and says so', async () => {
    const waited: number[] = [];
    const told: (number | null)[] = [];
    const { model } = modelOf((request, call) => {
      if (call === 1) throw new ModelError('groq', 'rate_limited', { retryAfterSeconds: 41 });
      return obedient(request);
    });
    await rankWithModel(model, sampleCards(), {
      now,
      signal,
      pause: async (seconds) => void waited.push(seconds),
      onProgress: ({ waiting }) => void told.push(waiting),
    });
    expect(waited).toEqual([41]);
    expect(told).toContain(41);
  });

  it('doesn’t wait for tomorrow', async () => {
    const { model } = modelOf(() => {
      throw new ModelError('groq', 'rate_limited', { retryAfterSeconds: 3_600 });
    });
    await expect(rankWithModel(model, sampleCards(), { now, signal })).rejects.toMatchObject({
      reason: 'rate_limited',
    });
  });

  it('is stopped by the rep, also while it waits', async () => {
    const stop = new AbortController();
    const { model } = modelOf(() => {
      setTimeout(() => stop.abort(), 5);
      throw new ModelError('groq', 'rate_limited', { retryAfterSeconds: 60 });
    });
    await expect(
      rankWithModel(model, sampleCards(), { now, signal: stop.signal }),
    ).rejects.toMatchObject({ reason: 'aborted' });
  });

  it('is asked once more, with what was wrong', async () => {
    const { model, seen } = modelOf((request, call) => (call === 1 ? '{' : obedient(request)));
    const ranking = await rankWithModel(model, sampleCards(), { now, signal });
    expect(seen[1]?.messages.at(-1)?.content).toMatch(/no complete JSON/);
    expect(ranking.cost.calls).toBe(2);
  });

  it('whose batch is of no use twice leaves that batch to the rules, and says so', async () => {
    const cards = manyCards(100);
    const { model } = modelOf((request, call) => (call <= 2 ? 'nonsense' : obedient(request)));
    const ranking = await rankWithModel(model, cards, { now, signal });
    expect(ranking.cost.byRules).toBe(1);
    covered(cards, ranking);
  });

  it('whose last pass is of no use gives none', async () => {
    const { model } = modelOf(() => '{"deals": []}');
    await expect(rankWithModel(model, sampleCards(), { now, signal })).rejects.toMatchObject({
      reason: 'invalid',
    });
  });

  it('gets smaller batches where its server takes no more tokens', async () => {
    const cards = manyCards(40);
    const { model, seen } = modelOf((request) => {
      const length = request.messages[1]?.content.length ?? 0;
      if (length > 8_000) throw new ModelError('groq', 'unavailable', { tokensOver: 1_000 });
      return obedient(request);
    });
    const ranking = await rankWithModel(model, cards, { now, signal });
    expect(seen.length).toBeGreaterThan(2);
    covered(cards, ranking);
  });

  it('that tells no tokens has none counted', async () => {
    const { model } = modelOf(obedient);
    const silent: Model = {
      ...model,
      complete: async (request) => ({ ...(await model.complete(request)), usage: null }),
    };
    const { cost } = await rankWithModel(silent, sampleCards(), { now, signal });
    expect(cost).toMatchObject({ calls: 1, promptTokens: null, completionTokens: null });
  });
});
