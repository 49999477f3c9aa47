// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { draftAbout } from '../../../components/log/draft';
import { Panel, type PanelProps } from '../../../components/Panel';
import { MemoryError } from '../../../lib/memory/errors';
import type { KnownProspect, MemoryFailure } from '../../../lib/messages';
import { nobodyYet, priya } from '../../fixtures/briefs/priya';
import { allById, button, byId, click, draw, settle, type } from './render';

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
    actions: { onCopy: vi.fn(), onKept: vi.fn() },
    search: vi.fn(async () => ({ ok: true as const, prospects: [] })),
    quickLog: {
      draft: draftAbout(priya.prospect),
      onDraft: vi.fn(),
      about: priya.prospect,
      log: null,
      onSave: vi.fn(),
      onUndo: vi.fn(),
      search: vi.fn(async () => ({ ok: true as const, prospects: [] })),
    },
    ...over,
  };
}

const failure = (reason: MemoryFailure['reason']): MemoryFailure => ({
  ok: false,
  reason,
  message: new MemoryError(reason).message,
});

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
    expect(byId('memory-error').textContent).toContain('only what waits in this browser');
    expect(allById('timeline-item')).toHaveLength(2);
    expect(allById('score')).toHaveLength(0);
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
    draw(<Panel {...propsOf({ detection, picked: true })} />);
    expect(allById('meeting')).toHaveLength(0);
  });

  it('switches between the people of a page', () => {
    const lena = nobodyYet.prospect;
    const props = propsOf({ people: [priya.prospect, lena] });
    draw(<Panel {...props} />);
    expect(button('Priya Sharma').getAttribute('aria-pressed')).toBe('true');
    click(button('Lena Wójcik'));
    expect(props.onChoose).toHaveBeenCalledExactlyOnceWith(lena);
  });

  it('closes what was opened about one person when another comes up', () => {
    draw(<Panel {...propsOf()} />);
    click(byId('ledger-toggle'));
    expect(allById('ledger')).toHaveLength(1);
    const other = { ...priya, prospect: { name: 'James Okafor', email: 'j@paysend.example' } };
    draw(<Panel {...propsOf({ current: other.prospect, answer: { ok: true, brief: other } })} />);
    expect(allById('ledger')).toHaveLength(0);
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
