import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SidePanel, serviceWorkerOf } from '../../scripts/browser';
import { type GroqServer, startGroqServer } from '../fakes/groq-server';
import { openStage, type Stage, until } from './harness';

const part = (id: string) => `[data-testid="${id}"]`;

const textOf = (panel: SidePanel, id: string) =>
  panel.evaluate((selector) => document.querySelector(selector)?.textContent ?? '', part(id));

/** Types into a field of React's. */
const fill = (panel: SidePanel, id: string, value: string) =>
  panel.evaluate(
    ({ selector, text }) => {
      const field = document.querySelector(selector) as HTMLInputElement;
      const prototype = Object.getPrototypeOf(field);
      Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    { selector: part(id), text: value },
  );

async function ask(panel: SidePanel, question: string): Promise<void> {
  await fill(panel, 'ask-question', question);
  await panel.click(part('ask-send'));
}

describe('asking memory, what comes next, and the mail after', () => {
  let stage: Stage;
  let panel: SidePanel;
  let server: GroqServer;

  beforeAll(async () => {
    stage = await openStage();
    server = await startGroqServer();
    ({ panel } = await stage.demo.openInvite('Rentokil'));
  });
  afterAll(async () => {
    await server?.close();
    await stage?.close();
  });

  it('the meetings of the open calendar are known, with whom they are', async () => {
    const worker = await serviceWorkerOf(stage.demo.page.context());
    const kept = await until(
      () =>
        worker.evaluate(async () => {
          const { 'up-next': value } = await chrome.storage.session.get<{
            'up-next'?: { meetings: { title: string }[]; seen: { people: { name: string }[] }[] };
          }>('up-next');
          return value ?? null;
        }),
      (value) => (value?.meetings.length ?? 0) > 0 && (value?.seen.length ?? 0) > 0,
    );
    expect(kept?.meetings.map(({ title }) => title)).toContain('Rentokil: pilot kick-off');
    expect(kept?.seen[0]?.people.map(({ name }) => name)).toEqual(['Priya Sharma']);
  });

  it('a question over all deals is answered by the passages', async () => {
    await panel.click(part('view-ask'));
    await panel.waitFor(part('ask-question'));
    await ask(panel, 'Who is worried about data migration?');
    await panel.waitFor(part('ask-passage'), { text: 'data migration' });
    expect(await textOf(panel, 'ask-passage')).toContain('Priya Sharma');
  });

  it('what nobody said isn’t in memory', async () => {
    await ask(panel, 'Who plays golf with the mayor?');
    await panel.waitFor(part('ask-status'), { text: 'Not in memory.' });
  });

  it('what others said is no answer about a name that nobody has', async () => {
    await ask(panel, 'Who finds our price too high?');
    await panel.waitFor(part('ask-status'), { text: 'logged about it' });
    await ask(panel, 'What did Zebulon say about price?');
    await panel.waitFor(part('ask-status'), { text: 'Not in memory.' });
  });

  it('a model answers in sentences; what the logs don’t bear out is left out', async () => {
    const worker = await serviceWorkerOf(stage.demo.page.context());
    await worker.evaluate(async (openaiBaseUrl) => {
      const { settings } = await chrome.storage.local.get<{ settings: object }>('settings');
      const model = { use: 'openai_compatible', openaiBaseUrl, openaiModel: 'any' };
      await chrome.storage.local.set({ settings: { ...settings, model } });
    }, `${server.url}/openai/v1`);
    const priya = { name: 'Priya Sharma', email: 'priya.sharma@rentokil.example' };
    const newest = (await stage.memory.historyOf(priya)).at(-1);
    const source = (quote: string) => ({ memory_id: newest?.id, quote });
    const sentences = [
      { text: 'Priya agreed to a pilot.', sources: [source('Pilot agreed for 20 reps')] },
      { text: 'Priya will sign for a million.', sources: [source('will sign for a million')] },
    ];
    server.behave({ kind: 'answer', content: JSON.stringify({ in_memory: true, sentences }) });
    await ask(panel, 'What did Priya agree to?');
    await panel.waitFor(part('ask-sentences'), { text: 'Priya agreed to a pilot.' });
    await panel.waitFor(part('ask-dropped'), { text: '1' });
    await panel.click(`${part('ask-sentences')} ${part('source-toggle')}`);
    await panel.waitFor(part('source'), { text: 'Pilot agreed for 20 reps' });
    const sent = JSON.stringify(server.seen.at(-1)?.body);
    // Narrowed to whom it names: nobody else's words go along.
    expect(sent).not.toContain('Okafor');
  });

  it('a log offers a mail of what was agreed and promised', async () => {
    const worker = await serviceWorkerOf(stage.demo.page.context());
    await worker.evaluate(async () => {
      const { settings } = await chrome.storage.local.get<{ settings: object }>('settings');
      await chrome.storage.local.set({ settings: { ...settings, model: { use: 'basic' } } });
    });
    await panel.click(part('view-brief'));
    await panel.click(part('quick-log-toggle'));
    await panel.waitFor(part('log-text'));
    await fill(
      panel,
      'log-text',
      'I promised Priya the migration plan by Friday. Her boss is grumpy.',
    );
    await panel.click(part('log-save'));
    await panel.waitFor(part('follow-up'));
    await panel.click(part('follow-up'));
    await panel.waitFor(part('follow-up-text'));
    const text = await panel.evaluate(
      (selector) => (document.querySelector(selector) as HTMLTextAreaElement).value,
      part('follow-up-text'),
    );
    expect(text).toContain('I promised you the migration plan by Friday');
    expect(text).not.toContain('grumpy');
  });
});
