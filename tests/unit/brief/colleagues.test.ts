import { describe, expect, it } from 'vitest';
import { basicBrief } from '../../../lib/brief';
import { colleaguesOf, hasHouse } from '../../../lib/brief/colleagues';
import type { Interaction } from '../../../lib/interaction';

const ann = { name: 'Ann Lee', email: 'ann@acme.example', company: 'Acme' };

describe('colleagues of a prospect', () => {
  it('are those of the same company or the same domain', () => {
    const bob = { name: 'Bob', company: 'ACME' };
    const cho = { name: 'Cho', email: 'cho@eu.acme.example' };
    const dee = { name: 'Dee', email: 'dee@other.example', company: 'Other' };
    expect(colleaguesOf(ann, [ann, bob, cho, dee])).toEqual([bob, cho]);
  });

  it('are not whoever has an address of the same free provider', () => {
    const one = { name: 'One', email: 'one@gmail.com' };
    expect(colleaguesOf(one, [{ name: 'Two', email: 'two@gmail.com' }])).toEqual([]);
    expect(hasHouse(one)).toBe(false);
    expect(hasHouse(ann)).toBe(true);
  });
});

describe('a deal that hangs on one person', () => {
  const history = [1, 2, 3].map(
    (day): Interaction => ({
      id: `log-${day}`,
      at: `2026-05-0${day}T10:00:00.000Z`,
      outcome: 'neutral',
      summary: 'Ann asked about pricing.',
      prospect: ann.name,
      type: 'call_log',
    }),
  );
  const warned = (colleagues: { name: string }[] | undefined, logs = history) =>
    basicBrief({
      prospect: ann,
      history: logs,
      now: '2026-05-04T10:00:00.000Z',
      ...(colleagues ? { colleagues } : {}),
    }).sections.warnings.some(({ kind }) => kind === 'single_threaded');

  it('is warned of once several calls were had and memory knows nobody else', () => {
    expect(warned([])).toBe(true);
    expect(warned([{ name: 'Bob' }])).toBe(false);
    expect(warned([], history.slice(0, 2))).toBe(false);
  });

  it('is not warned of where nobody looked', () => {
    expect(warned(undefined)).toBe(false);
  });
});
