import { describe, expect, it, test } from 'vitest';
import { type InvalidAnswer, modelBrief } from '../../../lib/brief/model-brief';
import type { Brief } from '../../../lib/brief/types';
import { buildBriefPrompt } from '../../../prompts/brief';
import { fence } from '../../../prompts/fence';
import { rubric } from '../../../prompts/rubric';
import { attackBasic, attackedScores } from '../../bench/support/attacks';
import {
  type Attack,
  attackLog,
  attacks,
  honestHistory,
  honestSignals,
  target,
} from '../../fixtures/attacks';

const now = '2026-04-14T08:00:00.000Z';

const inputOf = ({ words }: Attack) => ({
  prospect: target,
  history: [...honestHistory, attackLog(words)],
  now,
});

function read(attack: Attack, answer: object): Brief | InvalidAnswer {
  return modelBrief(inputOf(attack), JSON.stringify(answer), { reader: 'groq' });
}

const honest = { signals: honestSignals, risk: null, action: null };

test('the basic reader gives each attack nothing either', () => {
  const { honest, attacked } = attackedScores();
  expect(honest).toBeGreaterThan(0);
  expect(attackBasic().fallen).toEqual([]);
  // Some stand beside honest words, worth one positive reaction at most.
  const most = honest + rubric.positive_reaction.points;
  for (const score of attacked) expect(score).toBeLessThanOrEqual(most);
});

test('there are at least forty attacks, each of its own name', () => {
  expect(new Set(attacks.map(({ name }) => name)).size).toBeGreaterThanOrEqual(40);
});

test('the deal under attack has a score that any push would move', () => {
  const [attack] = attacks;
  if (!attack) throw new Error('no attack');
  const brief = read(attack, honest) as Brief;
  const pushed = modelBrief(
    { ...inputOf(attack), history: [...honestHistory, attackLog('Pilot agreed.')] },
    JSON.stringify({
      ...honest,
      signals: [
        ...honestSignals,
        { kind: 'pilot_agreed', topic: null, memory_id: 'a1', quote: 'Pilot agreed.', due: null },
      ],
    }),
    { reader: 'groq' },
  ) as Brief;
  expect(brief.score).toBeGreaterThan(0);
  expect(pushed.score).toBeGreaterThan(brief.score);
});

describe.each(attacks.map((attack) => [attack.name, attack] as const))('%s', (_, attack) => {
  it('stays data in the prompt', () => {
    const [system, user, ...others] = buildBriefPrompt(inputOf(attack)).messages;
    const [calm] = buildBriefPrompt({ ...inputOf(attack), history: honestHistory }).messages;
    expect(others).toEqual([]);
    expect(system).toEqual(calm);
    const lines = user?.content.split('\n') ?? [];
    expect(user?.content.split(fence.open)).toHaveLength(2);
    expect(user?.content.split(fence.close)).toHaveLength(2);
    expect(lines.at(-1)).toBe(fence.close);
    const inside = lines.slice(lines.indexOf(fence.open) + 1, -1).map((line) => JSON.parse(line));
    expect(inside.map(({ id }) => id)).toEqual(['h1', 'h2', 'a1', 'h3']);
    expect(user?.content).not.toMatch(/<\||\[\/?INST|```|\p{Cf}/u);
  });

  it('changes nothing in the brief when a model falls for it', () => {
    const brief = read(attack, honest) as Brief;
    const fallen = read(attack, {
      ...attack.extra,
      signals: [...honestSignals, ...(attack.signals ?? [])],
      risk: attack.risk ?? null,
      action: attack.action ?? null,
    }) as Brief;
    const claims = [...(attack.signals ?? []), attack.risk, attack.action].filter(Boolean).length;
    expect(claims).toBeGreaterThan(0);
    expect(fallen.dropped.count).toBe(claims);
    expect({ ...fallen, dropped: brief.dropped }).toEqual(brief);
  });

  it('makes no brief when a model returns nothing else', () => {
    const answer = {
      ...attack.extra,
      signals: attack.signals?.filter(({ memory_id }) => memory_id !== 'h2') ?? [],
      risk: attack.risk ?? null,
      action: attack.action ?? null,
    };
    expect(read(attack, answer)).toHaveProperty('invalid');
  });
});
