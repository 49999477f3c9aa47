import { describe, expect, it } from 'vitest';
import { basicBrief } from '../../../lib/brief';
import { alreadySent } from '../../../lib/brief/already';
import { humanDate } from '../../../lib/brief/days';
import { ground } from '../../../lib/brief/ground';
import { strangersIn } from '../../../lib/brief/mentions';
import { readSignals } from '../../../lib/brief/offline/read';
import type { Interaction } from '../../../lib/interaction';
import { writtenDeals } from '../../fixtures/deals';
import { historyOf, judgedAt } from '../../fixtures/deals/deal';

const log = (day: number, summary: string): Interaction => ({
  id: `log-${day}`,
  at: `2026-05-0${day}T10:00:00.000Z`,
  outcome: 'none',
  summary,
  prospect: 'Ann Lee',
  type: 'call_log',
});

const sent = [log(1, 'Ann asked for the security report.'), log(2, 'Sent the security report.')];
const found = (advice: string, history = sent) =>
  alreadySent(advice, readSignals(history).signals, ['Ann Lee']) !== null;

describe('an advice to hand over what was handed over', () => {
  it.each([
    'Send Ann the security report.',
    'Share the security report with Ann, and ask for a date.',
    'Email Ann the report and ask what is missing.',
  ])('is found: %s', (advice) => expect(found(advice)).toBe(true));

  it.each([
    'Send Ann the updated security report.',
    'Send Ann the migration plan.',
    'Ask Ann what came of the security report.',
    'Call Ann about the security report.',
    'Send Ann a reminder about the security report.',
  ])('is none: %s', (advice) => expect(found(advice)).toBe(false));

  it('is fine again once they asked for it again', () => {
    const again = [...sent, log(3, 'Ann asked for the security report once more.')];
    expect(found('Send Ann the security report.', again)).toBe(false);
  });

  it('of a model is dropped and counted, and the code’s own advice stands', () => {
    const written = {
      signals: [
        {
          kind: 'covered_sent',
          topic: 'security',
          memory_id: 'log-2',
          date: null,
          quote: 'Sent the security report.',
          due: null,
        },
      ],
      risk: null,
      action: { text: 'Send Ann the security report.', memory_ids: ['log-1', 'log-2'] },
    };
    const grounded = ground(written, sent, { name: 'Ann Lee' });
    expect(grounded.action).toBeNull();
    expect(grounded.dropped.reasons).toEqual({ already_done: 1 });
  });
});

describe('risk and advice of the basic reader', () => {
  it.each(writtenDeals)('bring no name and no number of their own: $id', (deal) => {
    const history = historyOf(deal);
    const { prospect } = deal;
    const brief = basicBrief({ prospect, history, now: judgedAt });
    const words = new Map(history.map(({ id, summary }) => [id, summary]));
    const dates = [
      ...history.map(({ at }) => at),
      ...brief.sections.promises.flatMap(({ dueAt }) => dueAt ?? []),
    ].map((at) => humanDate(at, judgedAt));
    for (const claim of [brief.risk, brief.recommended_action]) {
      if (!claim) continue;
      // What the code counts itself stands in no log: days of silence, tries, how often.
      const counted = claim.text.replace(/\b\d+ (?:days|of our tries|times)\b/g, 'some');
      const text = dates.reduce((rest, date) => rest.replaceAll(date, 'then'), counted);
      const sources = claim.evidence.map(({ memoryId }) => words.get(memoryId) ?? '');
      expect(strangersIn(text, [...sources, prospect.name])).toEqual([]);
    }
  });

  it.each(writtenDeals)('hand nothing over twice: $id', (deal) => {
    const history = historyOf(deal);
    const brief = basicBrief({ prospect: deal.prospect, history, now: judgedAt });
    const { text } = brief.recommended_action;
    expect(alreadySent(text, brief.signals, [deal.prospect.name])).toBeNull();
  });
});
