import { describe, expect, it } from 'vitest';
import { basicBrief } from '../../../lib/brief';

const now = '2026-11-24T09:00:00.000Z';

/** @returns what became of the promises of two logs, the second a week after the first. */
function statesOf(...summaries: [string, string]): string[] {
  const history = summaries.map((summary, index) => ({
    id: `log-${index}`,
    at: `2026-11-0${1 + index * 7}T10:00:00.000Z`,
    outcome: 'none' as const,
    summary,
    prospect: 'Ann Lee',
    type: 'call_log' as const,
  }));
  const { sections } = basicBrief({ prospect: { name: 'Ann Lee' }, history, now });
  return sections.promises.map(({ state }) => state);
}

describe('a promise to send something', () => {
  const promise = 'I will send the security whitepaper.';

  it('is kept by sending it, and by showing just that', () => {
    expect(statesOf(promise, 'Whitepaper sent.')).toEqual(['kept']);
    expect(statesOf(promise, 'Walked her through the security whitepaper.')).toEqual(['kept']);
  });

  it('is not kept by talking of what it is about', () => {
    expect(statesOf(promise, 'Answered her security questions.')).toEqual(['overdue']);
    expect(statesOf(promise, 'Showed her the security page.')).toEqual(['overdue']);
  });
});

describe('a promise to do something', () => {
  it('is kept by what is about it', () => {
    expect(
      statesOf('We promised to prepare a migration plan.', 'Presented the migration timeline.'),
    ).toEqual(['kept']);
  });
});
