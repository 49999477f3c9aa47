// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { draftAbout } from '../../../components/log/draft';
import { Panel } from '../../../components/Panel';
import type { PanelProps } from '../../../components/panel/props';
import type { Brief } from '../../../lib/brief/types';
import { MemoryError } from '../../../lib/memory/errors';
import type { KnownProspect, MemoryFailure } from '../../../lib/messages';
import { nobodyYet, priya } from '../../fixtures/briefs/priya';
import { weekProps } from '../../stories/week';
import { allById, button, byId, click, draw, loaded, settle, type } from './render';

function propsOf(over: Partial<PanelProps> = {}): PanelProps {
  return {
    detection: null,
    people: [priya.prospect],
    current: priya.prospect,
    picked: false,
    answer: { ok: true, brief: priya },
    last: null,
    ready: true,
    onChoose: vi.fn(),
    onBack: vi.fn(),
    onRetry: vi.fn(),
    onOpenOptions: vi.fn(),
    actions: { onCopy: vi.fn(), onKept: vi.fn(), onKnown: vi.fn(), onImport: vi.fn() },
    search: vi.fn(async () => ({ ok: true as const, prospects: [] })),
    quickLog: {
      draft: draftAbout(priya.prospect),
      onDraft: vi.fn(),
      about: priya.prospect,
      log: null,
      onSave: vi.fn(),
      onUndo: vi.fn(),
      due: null,
      onDismissDue: vi.fn(),
      dictation: null,
      search: vi.fn(async () => ({ ok: true as const, prospects: [] })),
    },
    remember: { remembering: null, onPick: vi.fn(), onUndo: vi.fn(), onDismiss: vi.fn() },
    view: 'brief',
    onView: vi.fn(),
    ...over,
  };
}

const failure = (reason: MemoryFailure['reason']): MemoryFailure => ({
  ok: false,
  reason,
  message: new MemoryError(reason).message,
});

describe('a selected passage', () => {
  const remember = () => ({ onPick: vi.fn(), onUndo: vi.fn(), onDismiss: vi.fn() });

  it('asks about whom it is, and shows the words as text', async () => {
    const answers = remember();
    const passage = { text: '<b>Forty</b> new stores', title: 'News', url: 'https://x.example/' };
    const attempt = { id: 'note', at: '2026-11-01T10:00:00.000Z' };
    const remembering = { state: 'asking' as const, passage, attempt };
    draw(<Panel {...propsOf({ remember: { remembering, ...answers } })} />);
    expect((await loaded('remember-asking')).textContent).toContain('<b>Forty</b> new stores');
    click(byId('remember-person'));
    expect(answers.onPick).toHaveBeenCalledWith(priya.prospect);
  });

  it('says that it is remembered, and can be taken back', async () => {
    const answers = remember();
    const remembering = { state: 'done' as const, id: 'note-1', name: 'Priya Sharma' };
    draw(<Panel {...propsOf({ remember: { remembering, ...answers } })} />);
    expect((await loaded('remember-done')).textContent).toContain('Remembered about Priya Sharma');
    click(byId('remember-undo'));
    expect(answers.onUndo).toHaveBeenCalledWith('note-1');
  });
});

const memoryOf = ({ timeline: [memory] }: Brief) => {
  if (!memory) throw new Error('This brief has no memories.');
  return memory;
};

describe('when memory fails', () => {
  const reasons = ['unreachable', 'refused', 'no_bank', 'broken', 'not_configured'] as const;

  it('says something different for each reason, what is safe, and what to do', () => {
    const said = reasons.map((reason) => {
      draw(<Panel {...propsOf({ answer: { ...failure(reason), brief: null } })} />);
      const problem = byId('memory-error');
      expect(problem.dataset.reason).toBe(reason);
      expect(problem.textContent).toContain('What you log is kept here');
      const settings = problem.querySelector('button:last-of-type')?.textContent;
      return { what: problem.querySelector('h2')?.textContent, settings };
    });
    expect(new Set(said.map(({ what }) => what)).size).toBe(reasons.length);
    expect(new Set(said.map(({ settings }) => settings)).size).toBe(reasons.length);
    expect(said[0]?.what).toBe('Memory can’t be reached.');
  });

  it('offers to try again, or the settings, whichever can help', () => {
    const props = propsOf({ answer: { ...failure('unreachable'), brief: null } });
    draw(<Panel {...props} />);
    click(button('Try again'));
    expect(props.onRetry).toHaveBeenCalledOnce();
    const unset = propsOf({ answer: { ...failure('not_configured'), brief: null } });
    draw(<Panel {...unset} />);
    expect(() => button('Try again')).toThrow();
    click(button('Connect a memory'));
    expect(unset.onOpenOptions).toHaveBeenCalledOnce();
  });

  it('shows what waits in this browser below the problem, and no score', () => {
    draw(<Panel {...propsOf({ answer: { ...failure('unreachable'), brief: priya } })} />);
    expect(byId('memory-error').textContent).toContain('what still waits in this browser');
    expect(allById('timeline-item')).toHaveLength(2);
    expect(allById('score')).toHaveLength(0);
  });

  it('keeps the last whole brief, says how old it is, and adds what waits to its timeline', () => {
    const waiting = { ...memoryOf(priya), id: 'new', pending: true };
    const answer = { ...failure('unreachable'), brief: { ...priya, timeline: [waiting] } };
    const last = { ...priya, generatedAt: '2026-05-20T05:00:00.000Z' };
    draw(<Panel {...propsOf({ answer, last })} />);
    expect(byId('memory-error').textContent).toContain('the brief as last read');
    expect(byId('read-at').textContent).toBe('read 3 hours ago');
    expect(byId('score').textContent).toBe('36');
    expect(allById('timeline-item').map(({ dataset }) => dataset.id)).toEqual(['new', 'm2', 'm1']);
  });

  it('of somebody new, what waits in this browser takes the place of an empty history', async () => {
    const onKnown = vi.fn(async () => ({ ok: true as const }));
    const actions = { ...propsOf().actions, onKnown };
    const lena = { current: nobodyYet.prospect, last: nobodyYet, actions };
    draw(<Panel {...propsOf({ ...lena, answer: { ok: true, brief: nobodyYet } })} />);
    type(byId('known-text'), 'Met at the fair.');
    click(byId('known-save'));
    await settle();
    const waiting = { ...memoryOf(priya), id: 'new', pending: true };
    const brief = { ...priya, prospect: nobodyYet.prospect, timeline: [waiting] };
    draw(<Panel {...propsOf({ ...lena, answer: { ...failure('unreachable'), brief } })} />);
    expect(allById('timeline-item')).toHaveLength(1);
    // It is remembered: neither is there nothing, nor is it still being saved.
    expect(allById('no-history')).toHaveLength(0);
    expect(allById('already-known')).toHaveLength(0);
    expect(byId('memory-error').textContent).toContain('what still waits in this browser');
    // Where nothing waits, the advice for somebody new stands as it was read.
    draw(<Panel {...propsOf({ ...lena, answer: { ...failure('unreachable'), brief: null } })} />);
    expect(allById('no-history')).toHaveLength(1);
  });

  it('never passes for an empty memory', () => {
    draw(<Panel {...propsOf({ answer: { ...failure('refused'), brief: null } })} />);
    expect(allById('no-history')).toHaveLength(0);
    expect(allById('empty-state')).toHaveLength(0);
    draw(<Panel {...propsOf({ answer: { ok: true, brief: nobodyYet } })} />);
    expect(allById('no-history')).toHaveLength(1);
    expect(allById('memory-error')).toHaveLength(0);
  });
});

describe('the panel', () => {
  it('tells screen readers when the brief arrives', () => {
    draw(<Panel {...propsOf({ answer: null })} />);
    expect(byId('announcement').textContent).toBe('');
    draw(<Panel {...propsOf()} />);
    const live = byId('announcement');
    expect(live.getAttribute('aria-live')).toBe('polite');
    expect(live.textContent).toBe('Brief for Priya Sharma: 36 of 100, Warming up, improving.');
  });

  it('says which meeting and when', () => {
    const detection = {
      site: 'google-calendar',
      kind: 'meeting' as const,
      people: [],
      company: null,
      deal: null,
      title: 'Pilot kick-off',
      startsAt: '2026-05-20T08:25:00.000Z',
      endsAt: null,
      pageId: 'e1',
      confidence: 'high' as const,
      reason: '',
    };
    draw(<Panel {...propsOf({ detection })} />);
    expect(byId('meeting').textContent).toMatch(/^Pilot kick-off · today \d\d:\d\d, in 25 min$/);
    // Of two lines at the most: a long title leaves room for when it is.
    const title = 'Quarterly review of the pilot, data migration and onboarding: '.repeat(3);
    draw(<Panel {...propsOf({ detection: { ...detection, title } })} />);
    expect(byId('meeting').textContent).toMatch(/^Quarterly review.{40,50}… · today .*in 25 min$/);
    expect(byId('meeting').textContent.length).toBeLessThan(90);
    draw(<Panel {...propsOf({ detection, picked: true })} />);
    expect(allById('meeting')).toHaveLength(0);
  });

  it('shows the last brief with its age while memory is read anew, and no placeholder', () => {
    const last = { ...priya, generatedAt: '2026-05-20T07:55:00.000Z' };
    draw(<Panel {...propsOf({ answer: null, last })} />);
    expect(allById('skeleton')).toHaveLength(0);
    expect(byId('read-at').textContent).toBe('read 5 min ago');
    draw(<Panel {...propsOf({ last })} />);
    expect(allById('read-at')).toHaveLength(0);
  });

  it('says how old a brief is that has stayed on the screen', () => {
    const old = { ...priya, generatedAt: '2026-05-20T07:00:00.000Z' };
    draw(<Panel {...propsOf({ answer: { ok: true, brief: old } })} />);
    expect(byId('read-at').textContent).toBe('read 1 hour ago');
  });

  it('copies the recommended action, and says whether it could', async () => {
    const onCopy = vi.fn(async () => true);
    const onKept = vi.fn();
    draw(<Panel {...propsOf({ actions: { ...propsOf().actions, onCopy, onKept } })} />);
    click(byId('copy'));
    await settle();
    expect(onCopy).toHaveBeenCalledExactlyOnceWith(priya.recommended_action.text);
    expect(byId('copy').textContent).toContain('Copied');
    draw(<Panel {...propsOf({ actions: { ...propsOf().actions, onCopy: async () => false } })} />);
    click(byId('copy'));
    await settle();
    expect(byId('copy').textContent).toContain('Not copied');
  });

  it('marks an open promise of ours as kept, once, and says why where it can’t', async () => {
    const onKept = vi.fn(async () => ({ ok: false as const, reason: 'x', message: 'Disk full.' }));
    draw(<Panel {...propsOf({ actions: { ...propsOf().actions, onKept } })} />);
    click(byId('mark-kept'));
    await settle();
    expect(byId('promises').textContent).toContain('Disk full.');
    const done = vi.fn(async () => ({ ok: true as const }));
    draw(<Panel {...propsOf({ actions: { ...propsOf().actions, onKept: done } })} />);
    click(byId('mark-kept'));
    await settle();
    expect(done).toHaveBeenCalledExactlyOnceWith(priya.sections.promises[0]);
    expect(allById('mark-kept')).toHaveLength(0);
    expect(byId('promises').textContent).toContain('Logged as kept');
  });

  it('offers no tick for what they promised, nor for what is kept', () => {
    const [promise] = priya.sections.promises;
    if (!promise) throw new Error('The fixture has no promise.');
    const promises = [
      { ...promise, by: 'them' as const },
      { ...promise, state: 'kept' as const },
    ];
    const brief = { ...priya, sections: { ...priya.sections, promises } };
    draw(<Panel {...propsOf({ answer: { ok: true, brief } })} />);
    expect(allById('mark-kept')).toHaveLength(0);
  });

  it('switches between the people of a page', () => {
    const lena = nobodyYet.prospect;
    const props = propsOf({ people: [priya.prospect, lena] });
    draw(<Panel {...props} />);
    expect(button('Priya Sharma').getAttribute('aria-pressed')).toBe('true');
    click(button('Lena Wójcik'));
    expect(props.onChoose).toHaveBeenCalledExactlyOnceWith(lena);
  });

  it('closes what was opened about one person when another comes up', async () => {
    draw(<Panel {...propsOf()} />);
    click(byId('ledger-toggle'));
    await loaded('ledger');
    const other = { ...priya, prospect: { name: 'James Okafor', email: 'j@paysend.example' } };
    draw(<Panel {...propsOf({ current: other.prospect, answer: { ok: true, brief: other } })} />);
    expect(allById('ledger')).toHaveLength(0);
  });

  it('begins at the top for another person and in another view, and stays for a newer brief', () => {
    const at = (top?: number) => {
      const body = document.querySelector('.panel-body');
      if (!body) throw new Error('There is no panel.');
      if (top !== undefined) body.scrollTop = top;
      return body.scrollTop;
    };
    const props = propsOf({ week: weekProps() });
    draw(<Panel {...props} />);
    expect(at(400)).toBe(400);
    draw(<Panel {...props} answer={{ ok: true, brief: { ...priya, score: 40 } }} />);
    expect(at()).toBe(400);
    const other = { ...priya, prospect: { name: 'James Okafor', email: 'j@paysend.example' } };
    draw(<Panel {...props} current={other.prospect} answer={{ ok: true, brief: other }} />);
    expect(at()).toBe(0);
    at(400);
    draw(<Panel {...props} view="week" />);
    expect(at()).toBe(0);
    // What the page in front is about doesn't change what is read of the week.
    at(400);
    draw(<Panel {...props} view="week" current={other.prospect} />);
    expect(at()).toBe(400);
  });

  it('shows placeholders only while nothing is known, and a calm empty state after', async () => {
    draw(<Panel {...propsOf({ ready: false, current: null, people: [], answer: null })} />);
    expect(allById('skeleton')).toHaveLength(1);
    expect(allById('empty-state')).toHaveLength(0);
    draw(<Panel {...propsOf({ current: null, people: [], answer: null })} />);
    await settle(5);
    expect(allById('skeleton')).toHaveLength(0);
    expect(byId('empty-state').textContent).toContain('Nobody is remembered yet.');
  });

  it('asks anew for the known prospects once memory changed', async () => {
    const props = propsOf({ current: null, people: [], answer: null });
    const failing = async () => ({ ok: false as const, reason: 'unreachable', message: 'Gone.' });
    draw(<Panel {...props} search={failing} />);
    await settle(5);
    expect(byId('empty-state').textContent).toContain('Gone.');
    draw(<Panel {...props} />);
    await settle(5);
    expect(byId('empty-state').textContent).not.toContain('Gone.');
    expect(byId('empty-state').textContent).toContain('Nobody is remembered yet.');
  });

  it('finds a known prospect by search and tells two of one name apart', async () => {
    const known: KnownProspect[] = ['northwind', 'contoso'].map((host) => ({
      prospect: { name: 'Sarah Chen', email: `sarah@${host}.example` },
      count: 3,
      lastAt: null,
    }));
    const search = vi.fn(async () => ({ ok: true as const, prospects: known }));
    const props = propsOf({ current: null, people: [], answer: null, search });
    draw(<Panel {...props} />);
    type(byId('prospect-search'), 'Sarah');
    await settle(250);
    expect(search).toHaveBeenLastCalledWith('Sarah');
    const found = allById('known-prospect');
    expect(found[0]?.textContent).toContain('sarah@northwind.example');
    if (found[1]) click(found[1]);
    expect(props.onChoose).toHaveBeenCalledExactlyOnceWith(known[1]?.prospect);
  });
});

describe('the views', () => {
  it('are no choice while there is only the brief', () => {
    draw(<Panel {...propsOf()} />);
    expect(document.querySelector('[role="tablist"]')).toBeNull();
    expect(allById('brief')).toHaveLength(1);
  });

  it('are switched by their names; the brief stays as it was left', async () => {
    const props = propsOf({ week: weekProps() });
    draw(<Panel {...props} />);
    click(byId('ledger-toggle'));
    await loaded('ledger');
    act(() => {
      byId('view-week').dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }));
    });
    expect(props.onView).toHaveBeenCalledWith('week');
    draw(<Panel {...props} view="week" />);
    expect(byId('view-week').getAttribute('aria-selected')).toBe('true');
    draw(<Panel {...props} view="brief" />);
    expect(allById('ledger')).toHaveLength(1);
  });
});

describe('somebody without a history', () => {
  it('keeps what was typed of them while the rep looks at somebody else', async () => {
    const onKnown = vi.fn(async () => ({ ok: true as const }));
    const actions = { ...propsOf().actions, onKnown };
    const about = (name: string) => {
      const prospect = { name, email: `${name.toLowerCase()}@acme.example` };
      const answer = { ok: true as const, brief: { ...nobodyYet, prospect } };
      draw(<Panel {...propsOf({ current: prospect, answer, actions })} />);
      return byId('known-text') as HTMLTextAreaElement;
    };
    type(about('Nina'), 'Runs on spreadsheets.');
    expect(about('Omar').value).toBe('');
    expect(about('Nina').value).toBe('Runs on spreadsheets.');
    click(byId('known-save'));
    await settle();
    // Once it is kept it isn't to be saved again.
    about('Omar');
    expect(about('Nina').value).toBe('');
  });

  it('can be given what the rep knows already, and an import', async () => {
    const onKnown = vi.fn(async () => ({ ok: false as const, reason: 'x', message: 'No room.' }));
    const onImport = vi.fn();
    const actions = { ...propsOf().actions, onKnown, onImport };
    draw(<Panel {...propsOf({ answer: { ok: true, brief: nobodyYet }, actions })} />);
    click(byId('known-save'));
    expect(onKnown).not.toHaveBeenCalled();
    type(byId('known-text'), '  Met at the fair. ');
    click(byId('known-save'));
    await settle();
    expect(onKnown).toHaveBeenCalledExactlyOnceWith('Met at the fair.');
    expect(byId('already-known').textContent).toContain('No room.');
    expect((byId('known-text') as HTMLTextAreaElement).value).toContain('Met at the fair.');
    click(byId('known-import'));
    expect(onImport).toHaveBeenCalledOnce();
  });
});
