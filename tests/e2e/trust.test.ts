import { readdirSync, readFileSync } from 'node:fs';
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extensionIdOf, type SidePanel, serviceWorkerOf } from '../../scripts/browser';
import { openStage, type Stage, until } from './harness';

const part = (id: string) => `[data-testid="${id}"]`;

/** Data that fits, for kinds that would do most harm; the others are sent none. */
const fitting: Record<string, unknown> = {
  brief: { name: 'Priya Sharma', email: 'priya.sharma@rentokil.example' },
  modelBrief: { name: 'Priya Sharma', email: 'priya.sharma@rentokil.example' },
  pageContext: 1,
  saveLog: {
    id: '0193c1d2-7b54-7d10-9f31-5a2b6c7d8e9f',
    prospect: { name: 'Priya Sharma', email: 'priya.sharma@rentokil.example' },
    summary: 'planted by a page',
    outcome: 'won',
    type: 'call_log',
  },
  rememberAbout: { name: 'Priya Sharma' },
  undoLog: 'log-1',
  outbox: undefined,
  retryOutbox: undefined,
  knownProspects: '',
  forgetProspect: { name: 'Priya Sharma', email: 'priya.sharma@rentokil.example' },
  erase: { server: true },
  modelsAt: null,
  useModel: 'a-model',
  dueMeetings: undefined,
  dismissMeeting: 'x',
  loadSamples: [],
  removeSamples: [],
  testConnection: { baseUrl: 'https://evil.example', apiKey: '', bank: 'b' },
};

/** Every kind that the background answers, by who may send it, as its code says. */
function kindsFrom(sender: 'page' | 'content' | 'calendar'): string[] {
  const folder = new URL('../../entrypoints/background/', import.meta.url);
  const sources = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
  const kinds = [...sources.join('\n').matchAll(/\banswer\(\s*'(\w+)',\s*'(\w+)'/g)];
  return kinds.filter((kind) => kind[2] === sender).map((kind) => kind[1] ?? '');
}

/** What a script on a page may send: what it saw, and what the rep did to the chip. */
const contentKinds = ['chipMoved', 'detected', 'openPanel', 'unread'];
/** And what only one on a calendar may. */
const calendarKinds = ['gridSeen', 'hovered'];

it('a script on a page may send no kind that nobody decided about', () => {
  expect(kindsFrom('content').sort()).toEqual(contentKinds);
  expect(kindsFrom('calendar').sort()).toEqual(calendarKinds);
  expect(kindsFrom('page')).toEqual(expect.arrayContaining(Object.keys(fitting)));
});

describe('what a page can do to the extension', () => {
  let stage: Stage;
  let panel: SidePanel;
  let session: CDPSession;
  let isolated: number;

  /** Runs code where our content script runs: what a page gets hold of that breaks into its process. */
  async function inContentScript<T>(code: string): Promise<T> {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: code,
      contextId: isolated,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return result.value as T;
  }

  beforeAll(async () => {
    stage = await openStage();
    const { page } = stage.demo;
    session = await page.context().newCDPSession(page);
    const id = await extensionIdOf(page.context());
    const contexts = new Promise<number>((resolve) => {
      session.on('Runtime.executionContextCreated', ({ context }) => {
        if (context.origin === `chrome-extension://${id}`) resolve(context.id);
      });
    });
    await session.send('Runtime.enable');
    isolated = await contexts;
    ({ panel } = await stage.demo.openInvite('Rentokil'));
  });
  afterAll(async () => {
    await stage?.close();
  });

  it.each(kindsFrom('page'))('a content script may not send "%s"', async (type) => {
    const data = fitting[type];
    const message = JSON.stringify({ id: 1, type, data, timestamp: Date.now() });
    const answer = await inContentScript<{ res?: unknown; err?: { message?: string } } | null>(
      `chrome.runtime.sendMessage(${message}).then((answer) => answer ?? null, (error) => ({ err: { message: String(error) } }))`,
    );
    expect(answer?.res ?? null).toBeNull();
    expect(JSON.stringify(answer)).toContain("isn't yours to send");
    expect(JSON.stringify(answer)).not.toMatch(/onboarding|Rentokil/);
  });

  it('wrote nothing by that, and erased nothing', async () => {
    const history = await stage.memory.historyOf({
      name: 'Priya Sharma',
      email: 'priya.sharma@rentokil.example',
    });
    expect(history.length).toBeGreaterThan(3);
    expect(JSON.stringify(history)).not.toContain('planted');
  });

  it('a content script reads no storage: no key, no settings, no brief, no waiting log', async () => {
    for (const area of ['local', 'session']) {
      const read = await inContentScript<string>(
        `(async () => { try { return JSON.stringify(await chrome.storage.${area}.get(null)); } catch (error) { return 'refused: ' + error.message; } })()`,
      );
      expect(read).toMatch(/^refused/);
    }
  });

  it('a page finds no trace of the extension that it could load or talk to', async () => {
    const id = await extensionIdOf(stage.demo.page.context());
    const found = await stage.demo.page.evaluate(async (extension) => {
      const files = [
        'manifest.json',
        'sidepanel.html',
        'options.html',
        'popup.html',
        'icon/16.png',
      ];
      const reached: string[] = [];
      for (const file of files) {
        await fetch(`chrome-extension://${extension}/${file}`).then(
          () => reached.push(file),
          () => undefined,
        );
      }
      const runtime = (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome
        ?.runtime?.sendMessage;
      return { reached, runtime: typeof runtime };
    }, id);
    expect(found).toEqual({ reached: [], runtime: 'undefined' });
  });

  it('a script on a page doesn’t tell the panel whom to show, in the background’s place', async () => {
    const windowId = await panel.evaluate(async () => (await chrome.windows.getCurrent()).id);
    const told = {
      windowId,
      context: { tabId: 1, detection: null, prospects: [{ name: 'Mallory' }] },
    };
    const message = JSON.stringify({ id: 3, type: 'pageShown', data: told, timestamp: 1 });
    await inContentScript(`chrome.runtime.sendMessage(${message}).catch(() => null)`);
    // Long enough for a panel that had heard it to show it.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const shown = await panel.evaluate(() => document.body.textContent ?? '');
    expect(shown).not.toContain('Mallory');
    expect(shown).toContain('Priya');
  });

  it('a page that names people makes the chip say a name and a score, and nothing else', async () => {
    const detection = JSON.stringify({
      site: 'crm',
      kind: 'record',
      people: [{ name: '<img src=x onerror=alert(1)>', email: null, role: 'contact', self: false }],
      company: null,
      deal: null,
      title: null,
      startsAt: null,
      endsAt: null,
      pageId: 'x',
      confidence: 'high',
      reason: 'x',
    });
    const answer = await inContentScript<{ res: object | null }>(
      `chrome.runtime.sendMessage({ id: 2, type: 'detected', data: ${detection}, timestamp: 1 })`,
    );
    const keys = ['hide', 'label', 'momentum', 'name', 'place', 'score', 'spoken'];
    // With the panel open there is no chip at all.
    expect(Object.keys(answer.res ?? {}).every((key) => keys.includes(key))).toBe(true);
    await panel.waitFor(part('prospect-name'), { text: '<img src=x' });
    expect(await panel.evaluate(() => document.querySelectorAll('img[src="x"]').length)).toBe(0);
  });

  it('everything that was asked for went to the sample page or the memory server', () => {
    const known = [stage.demo.page.url(), stage.hindsight.baseUrl].map(
      (url) => new URL(url).origin,
    );
    expect([...stage.requests.seen.keys()].sort()).toEqual(known.sort());
  });
});

describe('erase everything', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('leaves nothing on the server and nothing in the browser', async () => {
    const context = stage.demo.page.context();
    expect((await stage.memory.allLogs()).length).toBeGreaterThan(10);
    const options = await context.newPage();
    await options.goto(`chrome-extension://${await extensionIdOf(context)}/options.html`);
    await options.getByTestId('erase-server').click();
    // The safe answer has the focus.
    await options.locator(`${part('keep')}:focus`).waitFor();
    await options.getByTestId('confirm').click();
    await options.locator(`${part('erase-said')}[data-kind="good"]`).waitFor({ timeout: 60_000 });
    expect(await stage.memory.allLogs()).toEqual([]);
    const answer = await fetch(
      `${stage.hindsight.baseUrl}/v1/default/banks/${stage.bank}/memories/list?limit=1`,
      { headers: { authorization: `Bearer ${stage.hindsight.apiKey}` } },
    );
    expect(((await answer.json()) as { total: number }).total).toBe(0);
    const worker = await serviceWorkerOf(context);
    const kept = await until(
      () => worker.evaluate(() => chrome.storage.local.get(null)),
      (stored) => !JSON.stringify(stored).includes(stage.bank),
    );
    const session = await worker.evaluate(() => chrome.storage.session.get(null));
    expect(JSON.stringify([kept, session])).not.toContain(stage.hindsight.apiKey);
  });
});
