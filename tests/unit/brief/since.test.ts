import { describe, expect, it } from 'vitest';
import { basicBrief } from '../../../lib/brief';
import { newsSince } from '../../../lib/brief/since';
import type { Interaction } from '../../../lib/interaction';

const log = (at: string, outcome: Interaction['outcome'], summary: string): Interaction => ({
  id: at,
  at: `${at}T10:00:00.000Z`,
  outcome,
  summary,
  prospect: 'Ann Lee',
  type: 'call_log',
});

const history = [
  log('2026-05-01', 'objection', 'Ann is worried about security. I will send the report by 4 May.'),
  log('2026-05-10', 'pilot', 'Pilot agreed for ten people.'),
];
const briefAt = (now: string) => basicBrief({ prospect: { name: 'Ann Lee' }, history, now });

describe('what is new since the rep last looked', () => {
  it('is what happened since, with the words that moved the score, and the score of then', () => {
    const brief = briefAt('2026-05-11T09:00:00.000Z');
    const news = newsSince(brief, '2026-05-02T09:00:00.000Z');
    expect(news).toMatchObject({ interactions: 1, scoreThen: brief.course[0]?.score });
    const pilot = news?.moves.find(({ text }) => text === 'Pilot or trial agreed');
    expect(pilot?.points).toBeGreaterThan(0);
    expect(pilot?.evidence[0]?.quote).toMatch(/Pilot agreed/);
  });

  it('counts what the calendar did: a promise that fell due, a silence', () => {
    const news = newsSince(briefAt('2026-05-30T09:00:00.000Z'), '2026-05-11T09:00:00.000Z');
    expect(news?.interactions).toBe(0);
    expect(news?.moves.map(({ text }) => text).join()).toMatch(/Silence of \d+ days/);
  });

  it('is nothing where nothing happened', () => {
    expect(newsSince(briefAt('2026-05-11T09:00:00.000Z'), '2026-05-11T08:00:00.000Z')).toBeNull();
  });

  it('takes moments of any time zone', () => {
    const brief = briefAt('2026-05-11T09:00:00.000Z');
    expect(newsSince(brief, '2026-05-10T13:00:00+04:00')?.interactions).toBe(1);
    expect(newsSince(brief, '2026-05-10T15:00:00+04:00')).toBeNull();
  });
});
