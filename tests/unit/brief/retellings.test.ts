import { describe, expect, it } from 'vitest';
import { basicBrief } from '../../../lib/brief';
import { jamesRetellings, priyaRetellings, retold } from '../../fixtures/deals/anchors';

const now = '2026-11-24T09:00:00.000Z';

describe.each(priyaRetellings)('Priya Sharma, $style', (retelling) => {
  const history = retold(retelling, 'Priya Sharma', now);
  const { email, company } = retelling;
  const brief = basicBrief({ prospect: { name: 'Priya Sharma', email, company }, history, now });

  it('scores 70, give or take five, and is hot, improving, of medium confidence', () => {
    expect(brief.score).toBeGreaterThanOrEqual(65);
    expect(brief.score).toBeLessThanOrEqual(75);
    expect(brief).toMatchObject({ label: 'Hot', momentum: 'improving', confidence: 'Medium' });
  });

  it('has data migration as its risk, and the action answers it and onboarding', () => {
    expect(brief.risk?.text).toMatch(/data migration.*stall/i);
    expect(brief.recommended_action.text).toMatch(/migration timeline.*onboarding plan/i);
  });
});

describe.each(jamesRetellings)('James Okafor, $style', (retelling) => {
  const history = retold(retelling, 'James Okafor', now);
  const { email, company } = retelling;
  const brief = basicBrief({ prospect: { name: 'James Okafor', email, company }, history, now });

  it('declines, under the competitor’s price', () => {
    expect(brief.momentum).toBe('declining');
    expect(brief.risk?.text).toMatch(/competitor.*price/i);
  });

  it('gets an action on the price that repeats nothing already done', () => {
    expect(brief.recommended_action.text).toMatch(/james.*(cost comparison|price)/i);
    expect(brief.recommended_action.text).not.toMatch(/security report|uptime|reliability/i);
  });
});
