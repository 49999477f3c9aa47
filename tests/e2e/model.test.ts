import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SidePanel, serviceWorkerOf } from '../../scripts/browser';
import { type GroqServer, groqErrors, startGroqServer } from '../fakes/groq-server';
import { openStage, type Stage } from './harness';

const part = (id: string) => `[data-testid="${id}"]`;

describe('a model that the rep chose', () => {
  let stage: Stage;
  let server: GroqServer;
  let panel: SidePanel;

  beforeAll(async () => {
    stage = await openStage();
    server = await startGroqServer();
    const worker = await serviceWorkerOf(stage.demo.page.context());
    await worker.evaluate(async (openaiBaseUrl) => {
      const { settings } = await chrome.storage.local.get<{ settings: object }>('settings');
      const model = {
        use: 'openai_compatible',
        openaiBaseUrl,
        openaiApiKey: 'k',
        openaiModel: 'openai/gpt-oss-120b',
      };
      await chrome.storage.local.set({ settings: { ...settings, model } });
    }, `${server.url}/openai/v1`);
  });
  afterAll(async () => {
    await server?.close();
    await stage?.close();
  });

  it('replaces the basic brief, without what the logs don’t bear out', async () => {
    const priya = { name: 'Priya Sharma', email: 'priya.sharma@rentokil.example' };
    const history = await stage.memory.historyOf(priya);
    const newest = history.at(-1);
    const from = (quote: string, kind: string) => ({
      kind,
      topic: null,
      memory_id: newest?.id,
      date: newest?.at.slice(0, 10),
      quote,
      due: null,
    });
    const answer = {
      signals: [
        from('Pilot agreed for 20 reps', 'pilot_agreed'),
        from('She will sign for a million', 'verbal_commitment'),
      ],
      risk: null,
      action: null,
    };
    server.behave({ kind: 'answer', content: JSON.stringify(answer) });
    ({ panel } = await stage.demo.openInvite('Rentokil'));
    await panel.waitFor(`${part('brief')}[data-reader="openai_compatible"]`);
    await panel.waitFor(part('dropped'), { text: '1' });
    expect(server.seen.length).toBeGreaterThan(0);
    const sent = JSON.stringify(server.seen[0]?.body);
    expect(sent).toContain('worried about onboarding');
    // Nobody else's words go along.
    expect(sent).not.toContain('Paysend');
  });

  it('a meeting of several is one brief first, and each person is one click away', async () => {
    await stage.demo.page.keyboard.press('Escape');
    await stage.demo.page.getByRole('button').filter({ hasText: 'Steering committee' }).click();
    await panel.waitFor(part('meeting-title'), { text: 'Steering committee' });
    await panel.waitFor(part('meeting-action'), { text: 'Tom is new' });
    await panel.waitFor(part('meeting-people'), { text: 'Priya Sharma' });
    await panel.click(`${part('meeting-person')} button`);
    await panel.waitFor(part('prospect-name'), { text: 'Priya Sharma' });
    await panel.click(part('everyone'));
    await panel.waitFor(part('meeting-title'), { text: 'Steering committee' });
  });

  it('that fails leaves the basic brief, and says why', async () => {
    server.behave(groqErrors.down);
    await stage.demo.page.keyboard.press('Escape');
    await stage.demo.page.getByRole('button').filter({ hasText: 'Paysend' }).first().click();
    await panel.waitFor(part('prospect-name'), { text: 'James Okafor' });
    await panel.waitFor(part('brief'), { text: 'The basic brief stands.', timeout: 30_000 });
    await panel.waitFor(`${part('brief')}[data-reader="basic"]`);
  });
});
