import type { Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extensionIdOf, type SidePanel, serviceWorkerOf } from '../../scripts/browser';
import {
  type Behaviour,
  type GroqServer,
  groqErrors,
  startGroqServer,
  tooMany,
} from '../fakes/groq-server';
import { openStage, type Stage } from './harness';

const part = (id: string) => `[data-testid="${id}"]`;

describe('a model that the rep chose', () => {
  let stage: Stage;
  let server: GroqServer;
  let panel: SidePanel;

  /** Chooses a model as the options would. */
  async function choose(model: object): Promise<void> {
    const worker = await serviceWorkerOf(stage.demo.page.context());
    await worker.evaluate(async (chosen) => {
      const { settings } = await chrome.storage.local.get<{ settings: object }>('settings');
      await chrome.storage.local.set({
        settings: { ...settings, firstRunDone: true, model: chosen },
      });
    }, model);
  }

  /** What the extension asks of Groq, it asks the server of this test; in every other way as ever. */
  async function toFake(route: Route): Promise<void> {
    const { pathname } = new URL(route.request().url());
    const answer = await route.fetch({ url: `${server.url}${pathname}` });
    const allowed = { 'access-control-allow-origin': '*', 'access-control-expose-headers': '*' };
    await route.fulfill({ response: answer, headers: { ...answer.headers(), ...allowed } });
  }

  /** An answer that holds: the newest log of somebody says so. */
  async function faithful(name: string, email: string): Promise<Behaviour> {
    const newest = (await stage.memory.historyOf({ name, email })).at(-1);
    const signal = {
      kind: 'engaged',
      topic: null,
      memory_id: newest?.id,
      date: newest?.at.slice(0, 10),
      quote: newest?.summary.split(/(?<=[.!?])\s/)[0],
      due: null,
    };
    return {
      kind: 'answer',
      content: JSON.stringify({ signals: [signal], risk: null, action: null }),
    };
  }

  const open = async (title: string) => {
    await stage.demo.page.keyboard.press('Escape');
    await stage.demo.page.getByRole('button').filter({ hasText: title }).first().click();
  };

  beforeAll(async () => {
    stage = await openStage();
    server = await startGroqServer();
    await stage.demo.page.context().route('https://api.groq.com/**', (route) => toFake(route));
    await choose({
      use: 'openai_compatible',
      openaiBaseUrl: `${server.url}/openai/v1`,
      openaiApiKey: 'k',
      openaiModel: 'openai/gpt-oss-120b',
    });
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

  it('that answers nothing usable twice leaves the basic brief, and can be asked again', async () => {
    server.behave({ kind: 'answer', content: 'Sure! Here is the brief you asked for.' });
    await panel.click(part('model-retry'));
    await panel.waitFor(`${part('model-failed')}[data-reason="invalid"]`, {
      text: 'can’t be read',
    });
    expect(server.seen).toHaveLength(2);
    // What was wrong with the first answer is said with the second question.
    expect(JSON.stringify(server.seen[1]?.body)).toContain('Sure! Here is the brief');
    await panel.waitFor(`${part('brief')}[data-reader="basic"]`);
    await panel.waitFor(part('momentum'), { text: 'Declining' });
    server.behave(await faithful('James Okafor', 'james.okafor@paysend.example'));
    await panel.click(part('model-retry'));
    await panel.waitFor(`${part('brief')}[data-reader="openai_compatible"]`);
  });

  it('of Groq’s whose rate limit is reached counts the wait down, then its brief is there', async () => {
    server.behave(tooMany('3'), await faithful('James Okafor', 'james.okafor@paysend.example'));
    await choose({ use: 'groq', groqApiKey: 'gsk_test', groqModel: 'llama-gone' });
    await panel.waitFor(part('model-waiting'), { text: 'more second' });
    await panel.waitFor(`${part('brief')}[data-reader="groq"]`);
    expect(server.seen.map(({ path }) => path)).toEqual(
      Array(2).fill('/openai/v1/chat/completions'),
    );
    expect(server.seen[0]?.authorization).toBe('Bearer gsk_test');
  });

  it('says what each of its calls took, in the details', async () => {
    await panel.click(part('cost-toggle'));
    await panel.waitFor(part('cost'), { text: 's, 1,000 tokens read, 200 written' });
    await panel.waitFor(part('cost'), { text: 'llama-gone: ' });
  });

  it('of Groq’s that is gone is named, and one click takes its successor', async () => {
    const answer = await faithful('Priya Sharma', 'priya.sharma@rentokil.example');
    // Gone for the brief; the list of models is there; then the successor answers.
    server.behave(groqErrors.decommissioned, answer);
    await open('Rentokil');
    await panel.waitFor(`${part('model-failed')}[data-reason="model_gone"]`, {
      text: 'Groq doesn’t have the chosen model any more. The basic brief stands.',
    });
    await panel.waitFor(`${part('brief')}[data-reader="basic"]`);
    await panel.click(part('use-successor'));
    await panel.waitFor(`${part('brief')}[data-reader="groq"]`);
    expect(server.seen.map(({ path }) => path)).toEqual([
      '/openai/v1/chat/completions',
      '/openai/v1/models',
      '/openai/v1/chat/completions',
    ]);
    expect(server.seen[2]?.body.model).toBe('openai/gpt-oss-120b');
    const left = () => document.querySelectorAll('[data-testid="model-failed"]').length;
    expect(await panel.evaluate(left)).toBe(0);
  });

  it('that is gone is named in the options too, where another is taken', async () => {
    server.behave();
    await choose({
      use: 'openai_compatible',
      openaiBaseUrl: `${server.url}/openai/v1`,
      openaiApiKey: 'k',
      openaiModel: 'openai/gpt-oss-gone',
    });
    const context = stage.demo.page.context();
    const options = await context.newPage();
    await options.goto(`chrome-extension://${await extensionIdOf(context)}/options.html`);
    await options.locator(part('model-test')).click();
    await options.locator(part('model-not-there')).getByText('gpt-oss-gone').waitFor();
    await options.locator(part('take-successor')).click();
    await options.locator(part('model-not-there')).waitFor({ state: 'detached' });
    await options.locator(part('model-save')).click();
    await options.locator(part('model-said')).getByText('Saved').waitFor();
    const worker = await serviceWorkerOf(context);
    const { settings } = await worker.evaluate(() =>
      chrome.storage.local.get<{ settings: { model: { openaiModel: string } } }>('settings'),
    );
    expect(settings.model.openaiModel).toBe('openai/gpt-oss-120b');
    await options.close();
  });
});
