import { describe, expect, it } from 'vitest';
import { basicBrief } from '../../../lib/brief';
import type { Brief } from '../../../lib/brief/types';
import { newProspect, sampleDeals, sampleHistory } from '../../../scripts/samples/deals';

const now = '2026-11-24T09:00:00.000Z';

function briefOf(name: string, company: string, at = now): Brief {
  const deal = sampleDeals.find(
    ({ prospect }) => prospect.name === name && prospect.company === company,
  );
  if (!deal) throw new Error(`no deal of ${name}`);
  return basicBrief({ prospect: deal.prospect, history: sampleHistory(deal, now), now: at });
}

describe('Priya Sharma at Rentokil', () => {
  const brief = briefOf('Priya Sharma', 'Rentokil');

  it('is hot, improving, with medium confidence', () => {
    expect(brief.score).toBeGreaterThanOrEqual(65);
    expect(brief.score).toBeLessThanOrEqual(75);
    expect(brief).toMatchObject({ label: 'Hot', momentum: 'improving', confidence: 'Medium' });
  });

  it('has migration as its risk, and an action that answers it and onboarding', () => {
    expect(brief.risk?.text).toMatch(/migration.*stall/i);
    expect(brief.recommended_action.text).toMatch(/migration timeline.*onboarding plan/i);
  });

  it('counts what she asked for in other words too', () => {
    const history = [
      ['2026-10-01', 'objection', 'Budget frozen until Q3.'],
      ['2026-10-15', 'objection', 'She has concerns about onboarding.'],
      ['2026-11-01', 'positive', 'ROI calculator well received, pilot requested.'],
      ['2026-11-20', 'pilot', 'Pilot agreed. Concerns about migration of their data.'],
    ].map(([day, outcome, summary], index) => ({
      id: `log-${index}`,
      at: `${day}T10:00:00.000Z`,
      outcome: outcome as 'pilot',
      summary: summary ?? '',
      prospect: 'Priya Sharma',
      type: 'call_log' as const,
    }));
    const other = basicBrief({ prospect: { name: 'Priya Sharma' }, history, now });
    expect(other.score).toBeGreaterThanOrEqual(65);
    expect(other.score).toBeLessThanOrEqual(75);
    expect(other.momentum).toBe('improving');
    expect(other.risk?.text).toMatch(/migration/i);
  });
});

describe('James Okafor at Paysend', () => {
  const brief = briefOf('James Okafor', 'Paysend');

  it('declines under a competitor and silence', () => {
    expect(brief.momentum).toBe('declining');
    expect(brief.risk?.text).toMatch(/competitor.*price/i);
    expect(brief.risk?.text).toMatch(/7 days/);
  });

  it('gets a specific action that repeats nothing already done', () => {
    expect(brief.recommended_action.text).toMatch(/call james.*cost comparison/i);
    expect(brief.recommended_action.text).not.toMatch(/security report/i);
  });

  it('has reliability resolved and price open', () => {
    const open = brief.sections.objections.map(({ topic, open }) => [topic, open]);
    expect(open).toContainEqual(['reliability', false]);
    expect(open).toContainEqual(['price', true]);
  });
});

describe('every sample deal', () => {
  it.each(sampleDeals)('$prospect.name ($prospect.company) adds up, each claim quoted', (deal) => {
    const history = sampleHistory(deal, now);
    const brief = basicBrief({ prospect: deal.prospect, history, now });
    const sum = brief.ledger.reduce((total, { points }) => total + points, 0);
    expect(sum).toBe(brief.score);
    const words = new Map(history.map(({ id, summary }) => [id, summary]));
    const claims = [
      ...(brief.risk ? [brief.risk] : []),
      brief.recommended_action,
      ...Object.values(brief.sections).flat(),
    ];
    for (const { text, evidence } of claims) {
      expect(evidence, text).not.toHaveLength(0);
      for (const { memoryId, quote } of evidence) expect(words.get(memoryId)).toContain(quote);
    }
    for (const { source } of brief.ledger) {
      if (source !== null) expect(words.has(source)).toBe(true);
    }
  });
});

describe('a prospect without history', () => {
  it('gets the generic advice and no risk', () => {
    const brief = basicBrief({ prospect: newProspect, history: [], now });
    expect(brief.interactions.count).toBe(0);
    expect(brief.risk).toBeNull();
    expect(brief.recommended_action.text).toMatch(/priorities and introduce the product/i);
    expect(brief).toMatchObject({ score: 10, label: 'Cold', momentum: 'steady' });
  });
});
