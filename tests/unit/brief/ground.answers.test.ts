import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { modelBrief } from '../../../lib/brief/model-brief';
import type { Brief } from '../../../lib/brief/types';
import { sampleDeals, sampleHistory } from '../../../scripts/samples/deals';

const now = '2026-05-20T08:00:00.000Z';

function answered(name: 'priya' | 'james'): Brief {
  const deal = sampleDeals.find(({ prospect }) => prospect.name.toLowerCase().startsWith(name));
  if (!deal) throw new Error(`no deal of ${name}`);
  const text = readFileSync(
    new URL(`../../fixtures/answers/${name}.json`, import.meta.url),
    'utf8',
  );
  const input = { prospect: deal.prospect, history: sampleHistory(deal, now), now };
  const brief = modelBrief(input, text, { reader: 'groq' });
  if ('invalid' in brief) throw new Error(brief.invalid);
  return brief;
}

test('a faithful answer about Priya gives the brief that the design asks for', () => {
  const brief = answered('priya');
  expect(brief.dropped).toEqual({ count: 0, reasons: {} });
  expect(brief.score).toBeGreaterThanOrEqual(65);
  expect(brief.score).toBeLessThanOrEqual(75);
  expect(brief.label).toBe('Hot');
  expect(brief.momentum).toBe('improving');
  expect(brief.confidence).toBe('Medium');
  expect(brief.risk?.text).toMatch(/data migration.*stall the deal/i);
  expect(brief.recommended_action.text).toMatch(/migration timeline.*onboarding plan/i);
  expect(brief.recommended_action.evidence.map(({ quote }) => quote)).toContain(
    'Priya is worried about onboarding: the last vendor took five months to go live.',
  );
  expect(brief.reader).toBe('groq');
});

test('a faithful answer about James gives a deal that goes down, with its reason', () => {
  const brief = answered('james');
  expect(brief.dropped).toEqual({ count: 0, reasons: {} });
  expect(brief.momentum).toBe('declining');
  expect(brief.score).toBeLessThanOrEqual(40);
  expect(brief.risk?.text).toContain('20%');
  expect(brief.recommended_action.text).toMatch(/cost comparison/);
  const reliability = brief.sections.objections.find(({ topic }) => topic === 'reliability');
  expect(reliability?.open).toBe(false);
});
