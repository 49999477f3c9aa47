// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { ActionsContext } from '../../../components/brief/Actions';
import { Timeline } from '../../../components/brief/Timeline';
import type { Interaction } from '../../../lib/interaction';
import { allById, byId, click, draw, loaded, settle, type } from './render';

const memory = (id: string, over: Partial<Interaction>): Interaction => ({
  id,
  at: '2026-05-01T10:00:00.000Z',
  outcome: 'neutral',
  summary: 'A call.',
  prospect: 'Priya Sharma',
  type: 'call_log',
  ...over,
});

const memories = [
  memory('a', { summary: 'Worried about data migration.', outcome: 'objection' }),
  memory('b', { summary: 'Café meeting about the migration plan.', outcome: 'demo' }),
  memory('c', { summary: 'Passage from a mail.', type: 'note', outcome: 'none' }),
  memory('d', { summary: 'The budget is frozen.', outcome: 'objection', rep: 'Robin Rep' }),
];

const shown = () => allById('timeline-item').map(({ dataset }) => dataset.id);

function choose(testId: string, value: string) {
  const select = byId(testId) as HTMLSelectElement;
  act(() => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

describe('the timeline', () => {
  it('lets who edits a log by keyboard begin in its words, and leads back to where that began', async () => {
    const yes = async () => ({ ok: true as const });
    const logs = { onEdit: vi.fn(yes), onForget: yes };
    const actions = {
      logs,
      onCopy: async () => true,
      onKept: yes,
      onKnown: yes,
      onImport: () => {},
    };
    draw(
      <ActionsContext value={actions}>
        <Timeline memories={memories} />
      </ActionsContext>,
    );
    for (const ends of ['edit-cancel', 'edit-save']) {
      const edit = allById('timeline-edit')[1];
      // Each is told from the others without its line.
      expect(edit?.textContent).toMatch(/Edit: .*2026/);
      if (edit) click(edit);
      const words = await loaded('edit-words');
      expect(document.activeElement).toBe(words);
      click(byId(ends));
      await settle();
      expect(document.activeElement).toBe(allById('timeline-edit')[1]);
    }
    expect(logs.onEdit).toHaveBeenCalledOnce();
    // A newer brief leaves the focus where the rep has it by now.
    act(() => byId('timeline-filter-toggle').focus());
    draw(
      <ActionsContext value={actions}>
        <Timeline memories={[...memories]} />
      </ActionsContext>,
    );
    expect(document.activeElement).toBe(byId('timeline-filter-toggle'));
  });

  it('has no filter where a glance will do', () => {
    draw(<Timeline memories={memories.slice(0, 3)} />);
    expect(allById('timeline-filter-toggle')).toHaveLength(0);
  });

  it('finds all words of a search, whatever their case and accents', async () => {
    draw(<Timeline memories={memories} />);
    click(byId('timeline-filter-toggle'));
    await loaded('timeline-search');
    type(byId('timeline-search'), 'MIGRATION cafe');
    expect(shown()).toEqual(['b']);
    expect(byId('timeline-found').textContent).toBe('1 of 4 memories');
    const marks = [...byId('timeline-item').querySelectorAll('mark')];
    expect(marks.map(({ textContent }) => textContent)).toEqual(['Café', 'migration']);
    type(byId('timeline-search'), 'robin');
    expect(shown()).toEqual(['d']);
    type(byId('timeline-search'), 'zebra');
    expect(shown()).toEqual([]);
    expect(byId('timeline-found').textContent).toBe('0 of 4 memories');
  });

  it('shows the place that a search found, however far down a long log it stands', async () => {
    const long = memory('e', { summary: `${'A long mail. '.repeat(200)}They use Okta.` });
    draw(<Timeline memories={[...memories, long]} />);
    click(byId('timeline-filter-toggle'));
    await loaded('timeline-search');
    type(byId('timeline-search'), 'okta');
    const words = byId('timeline-item').querySelector('.words');
    expect(words?.textContent).toMatch(/^….*They use Okta\.$/);
    expect(words?.textContent?.length).toBeLessThan(400);
    expect(words?.querySelector('mark')?.textContent).toBe('Okta');
  });

  it('filters by outcome and kind, and offers only those that occur, with their number', async () => {
    draw(<Timeline memories={memories} />);
    click(byId('timeline-filter-toggle'));
    await loaded('timeline-outcome');
    const offered = [...byId('timeline-outcome').querySelectorAll('option')].map(
      ({ textContent }) => textContent,
    );
    expect(offered).toEqual(['Every outcome', 'No outcome (1)', 'Objection (2)', 'Demo (1)']);
    choose('timeline-outcome', 'objection');
    expect(shown()).toEqual(['a', 'd']);
    choose('timeline-kind', 'note');
    expect(shown()).toEqual([]);
    choose('timeline-outcome', '');
    expect(shown()).toEqual(['c']);
  });

  it('shows all again once the filter is closed', async () => {
    draw(<Timeline memories={memories} />);
    click(byId('timeline-filter-toggle'));
    await loaded('timeline-search');
    type(byId('timeline-search'), 'budget');
    expect(shown()).toEqual(['d']);
    click(byId('timeline-filter-toggle'));
    expect(shown()).toEqual(['a', 'b', 'c', 'd']);
  });
});
