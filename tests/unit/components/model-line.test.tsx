// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { BriefView } from '../../../components/brief/BriefView';
import ModelLine from '../../../components/brief/ModelLine';
import { scoreMeaning } from '../../../prompts/rubric';
import { priya } from '../../fixtures/briefs/priya';
import { allById, byId, click, draw, settle } from './render';

const gone = { state: 'failed' as const, reason: 'model_gone', message: 'Groq lost it.' };
const actions = {
  onListModels: async () => ({ ok: true as const, models: ['one', 'two'] }),
  onUseModel: async () => ({ ok: true as const }),
};

describe('a model that lets wait or failed', () => {
  it('counts the wait down', () => {
    const until = new Date(Date.now() + 9_500).toISOString();
    draw(<ModelLine status={{ state: 'waiting', until }} actions={actions} />);
    expect(byId('model-waiting').textContent).toMatch(/wait (9|10) more seconds/);
  });

  it('that is gone comes with those there are now, to be taken with one click', async () => {
    const onUseModel = vi.fn(actions.onUseModel);
    draw(<ModelLine status={gone} actions={{ ...actions, onUseModel }} />);
    await settle();
    const choices = allById('use-model');
    expect(choices.map(({ textContent }) => textContent)).toEqual(['one', 'two']);
    click(choices[1] as HTMLElement);
    await settle();
    expect(onUseModel).toHaveBeenCalledWith('two');
  });

  it('says why where neither a list nor a change can be had', async () => {
    const refused = { ok: false as const, reason: 'refused', message: 'Groq refuses the key.' };
    draw(<ModelLine status={gone} actions={{ ...actions, onListModels: async () => refused }} />);
    await settle();
    expect(byId('model-failed').textContent).toContain('Groq refuses the key.');
  });

  it('that failed otherwise offers no list', async () => {
    draw(<ModelLine status={{ ...gone, reason: 'timeout' }} actions={actions} />);
    await settle();
    expect(allById('use-model')).toEqual([]);
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

  it('say what is new since the last look, and nothing at the first', () => {
    draw(<BriefView brief={priya} partial={false} since="2026-04-01T00:00:00.000Z" />);
    expect(byId('news').textContent).toMatch(/New since you looked/);
    draw(<BriefView brief={priya} partial={false} since={null} />);
    expect(allById('news')).toEqual([]);
  });
});
