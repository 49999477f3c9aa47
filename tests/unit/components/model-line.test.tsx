// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { BriefView } from '../../../components/brief/BriefView';
import ModelLine from '../../../components/brief/ModelLine';
import type { Brief } from '../../../lib/brief/types';
import { scoreMeaning } from '../../../prompts/rubric';
import { priya } from '../../fixtures/briefs/priya';
import { allById, byId, click, draw, settle } from './render';

const gone = { state: 'failed' as const, reason: 'model_gone', message: 'Groq lost it.' };
const actions = {
  onListModels: async () => ({ ok: true as const, models: ['one', 'two'], successor: 'two' }),
  onUseModel: async () => ({ ok: true as const }),
  onRetry: () => {},
  onOpenOptions: () => {},
};

describe('a model that lets wait or failed', () => {
  it('counts the wait down', () => {
    const until = new Date(Date.now() + 9_500).toISOString();
    draw(<ModelLine status={{ state: 'waiting', until }} actions={actions} />);
    expect(byId('model-waiting').textContent).toMatch(/wait (9|10) more seconds/);
  });

  it('tells a long wait in minutes, and asks again once it is over', async () => {
    vi.useFakeTimers();
    const onRetry = vi.fn();
    const until = new Date(Date.now() + 300_000).toISOString();
    const status = { state: 'waiting' as const, until, again: true };
    draw(<ModelLine status={status} actions={{ ...actions, onRetry }} />);
    expect(byId('model-waiting').textContent).toMatch(/wait 5 more minutes/);
    await act(() => vi.advanceTimersByTimeAsync(299_000));
    expect(byId('model-waiting').textContent).toMatch(/wait 1 more second\./);
    expect(onRetry).not.toHaveBeenCalled();
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    expect(byId('model-waiting').textContent).toContain('Asking the model again');
    expect(onRetry).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });

  it('that is gone comes with its successor, to be taken with one click', async () => {
    const onUseModel = vi.fn(actions.onUseModel);
    draw(<ModelLine status={gone} actions={{ ...actions, onUseModel }} />);
    await settle();
    expect(byId('use-successor').textContent).toBe('Use two');
    click(byId('use-successor'));
    await settle();
    expect(onUseModel).toHaveBeenCalledExactlyOnceWith('two');
    expect(byId('model-failed').textContent).toContain('Asking the model again');
  });

  it('comes with the others there are now, too', async () => {
    const onUseModel = vi.fn(actions.onUseModel);
    draw(<ModelLine status={gone} actions={{ ...actions, onUseModel }} />);
    await settle();
    click(byId('other-models'));
    const choices = allById('use-model');
    expect(choices.map(({ textContent }) => textContent)).toEqual(['one']);
    click(choices[0] as HTMLElement);
    await settle();
    expect(onUseModel).toHaveBeenCalledExactlyOnceWith('one');
  });

  it('stays out of the way once it is closed, until there is something new', async () => {
    draw(<ModelLine status={gone} actions={actions} />);
    await settle();
    click(byId('model-line-close'));
    expect(allById('model-failed')).toEqual([]);
    draw(<ModelLine status={{ ...gone }} actions={actions} />);
    await settle();
    expect(allById('model-failed')).toHaveLength(1);
  });

  it('says why where neither a list nor a change can be had', async () => {
    const refused = { ok: false as const, reason: 'refused', message: 'Groq refuses the key.' };
    draw(<ModelLine status={gone} actions={{ ...actions, onListModels: async () => refused }} />);
    await settle();
    expect(byId('model-failed').textContent).toContain('Groq refuses the key.');
  });

  it('that failed otherwise offers no list, but to ask again', async () => {
    const onRetry = vi.fn();
    const status = { ...gone, reason: 'timeout' };
    draw(<ModelLine status={status} actions={{ ...actions, onRetry }} />);
    await settle();
    expect(allById('use-successor')).toEqual([]);
    click(byId('model-retry'));
    expect(onRetry).toHaveBeenCalledOnce();
    expect(byId('model-failed').textContent).toContain('Asking the model again');
  });
});

describe('the details of a brief', () => {
  it('say what the score is, and what each call of the model took', () => {
    const cost = {
      model: 'm',
      ms: 3000,
      promptTokens: 4000,
      completionTokens: 300,
      calls: [
        { model: 'm', ms: 1250, promptTokens: 1500, completionTokens: 100 },
        { model: 'm', ms: 1750, promptTokens: null, completionTokens: null },
      ],
    };
    draw(<BriefView brief={{ ...priya, cost }} partial={false} />);
    // The table that everything is made from says the same.
    expect(byId('score-meaning').textContent).toContain(scoreMeaning.replace(/^A /, 'a '));
    click(byId('cost-toggle'));
    const lines = [...byId('cost').querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(lines).toEqual(['m: 1.3 s, 1,500 tokens read, 100 written', 'm: 1.8 s']);
  });

  it('mark what a newer brief says otherwise than the one before it, and nothing of the first', () => {
    const fresh = () =>
      [...document.querySelectorAll('.fresh')].map(({ textContent }) => textContent);
    draw(<BriefView brief={priya} partial={false} />);
    expect(fresh()).toEqual([]);
    const risk = { text: 'The CFO may say no.', evidence: [] };
    const read: Brief = { ...priya, reader: 'groq', risk };
    draw(<BriefView brief={read} partial={false} />);
    expect(fresh()).toEqual(['The CFO may say no.']);
    // Drawn anew with the age that it has by now, it is the same brief.
    draw(<BriefView brief={{ ...read }} partial={false} />);
    expect(fresh()).toEqual(['The CFO may say no.']);
  });

  it('say what is new since the last look, once, and nothing at the first', () => {
    const changed = [{ text: '+8 Need confirmed', evidence: [] }];
    const brief = { ...priya, sections: { ...priya.sections, changed } };
    draw(<BriefView brief={brief} partial={false} since="2026-04-01T00:00:00.000Z" />);
    expect(byId('news').textContent).toMatch(/New since you looked/);
    expect(allById('changed')).toEqual([]);
    draw(<BriefView brief={brief} partial={false} since={null} />);
    expect(allById('news')).toEqual([]);
    expect(allById('changed')).toHaveLength(1);
  });
});
