import { describe, expect, it } from 'vitest';
import { keptNote } from '../../../components/brief/kept';
import { basicBrief } from '../../../lib/brief';
import type { Interaction } from '../../../lib/interaction';

const prospect = { name: 'Maria Rossi', email: 'maria.rossi@luxottica.example' };

function log(id: string, at: string, summary: string): Interaction {
  return { id, at, outcome: 'none', summary, prospect: prospect.name, type: 'call_log' };
}

const briefOf = (history: Interaction[]) =>
  basicBrief({ prospect, history, now: '2026-05-30T10:00:00.000Z' });

describe('the note that a promise was kept', () => {
  it.each([
    ['I’ll send the security report by Friday.', 'the security report'],
    ['I promised her a call with our onboarding lead.', 'a call with our onboarding lead'],
    ['We agreed to prepare a migration plan and send it on Monday.', 'a migration plan'],
    ['I owe them the uptime figures.', 'the uptime figures'],
    ['Promised him a quote for 40 seats by end of next week.', 'a quote for 40 seats'],
    ['Will send the ROI calculator on 3 June.', 'the ROI calculator'],
  ])('names what "%s" was about', (promise, what) => {
    expect(keptNote(promise)).toBe(`Kept our promise. Delivered: ${what}.`);
  });

  it.each([
    'I’ll send the security report by Friday.',
    'I promised her a call with our onboarding lead.',
    'We agreed to prepare a migration plan and send it on Monday.',
    'I owe them the uptime figures.',
    'We’ll get her a reference customer from retail before Tuesday.',
    'I need to send over the DPA and the sub-processor list tomorrow.',
    'I must introduce her to our CTO.',
    'To send the pricing sheet by Friday.',
    'I will follow up on Thursday.',
  ])('makes the brief count "%s" as kept, and no new promise', (promise) => {
    const made = log('made', '2026-05-01T10:00:00.000Z', `Good call. ${promise}`);
    const [read] = briefOf([made]).sections.promises;
    expect(read).toMatchObject({ by: 'us', state: 'overdue' });
    const note = log('note', '2026-05-20T10:00:00.000Z', keptNote(read?.text ?? ''));
    const { promises } = briefOf([made, { ...note, type: 'note' }]).sections;
    expect(promises.map(({ by, state }) => ({ by, state }))).toEqual([{ by: 'us', state: 'kept' }]);
  });

  it('keeps only the promise that it names', () => {
    const one = log('one', '2026-05-01T10:00:00.000Z', 'I’ll send the security report.');
    const two = log('two', '2026-05-02T10:00:00.000Z', 'I owe them the uptime figures.');
    const note = log('note', '2026-05-20T10:00:00.000Z', keptNote(two.summary));
    const { promises } = briefOf([one, two, note]).sections;
    const states = Object.fromEntries(
      promises.map(({ evidence, state }) => [evidence[0]?.memoryId, state]),
    );
    expect(states).toEqual({ one: 'overdue', two: 'kept' });
  });
});
