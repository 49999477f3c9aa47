import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../lib/memory/id';
import type { OutboxItem } from '../../lib/memory/outbox';
import { extensionIdOf, type SidePanel, serviceWorkerOf } from '../../scripts/browser';
import type { Hindsight } from '../../scripts/hindsight';
import { askFrom } from '../bench/support/messages';
import { openOwnStage, openStage, type Stage, until } from './harness';

const part = (id: string) => `[data-testid="${id}"]`;

const textOf = (panel: SidePanel, id: string) =>
  panel.evaluate((selector) => document.querySelector(selector)?.textContent ?? '', part(id));

describe('from an invite to a brief', () => {
  let stage: Stage;
  let panel: SidePanel;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('a click on the invite opens the panel with the guest’s brief', async () => {
    const opened = await stage.demo.openInvite('Rentokil');
    panel = opened.panel;
    expect(await textOf(panel, 'prospect-name')).toBe('Priya Sharma');
    expect(opened.score).toBeGreaterThanOrEqual(65);
    expect(opened.score).toBeLessThanOrEqual(75);
    expect(await textOf(panel, 'label')).toContain('Hot');
    expect(await textOf(panel, 'recommended-action')).toMatch(/migration timeline/i);
    expect(await textOf(panel, 'risk')).toMatch(/migration/i);
  });

  it('the ledger on the screen adds up to the score', async () => {
    await panel.click(part('ledger-toggle'));
    await panel.waitFor(part('ledger-entry'));
    const sum = await panel.evaluate(
      (selector) =>
        [...document.querySelectorAll<HTMLElement>(selector)].reduce(
          (total, entry) => total + Number(entry.dataset.points),
          0,
        ),
      part('ledger-entry'),
    );
    const score = Number(/\d+/.exec(await textOf(panel, 'score'))?.[0]);
    expect(sum).toBe(score);
  });

  it('a source opens to the words that were logged', async () => {
    await panel.click(`${part('risk')} ${part('source-toggle')}`);
    await panel.waitFor(part('source'), {
      text: 'Priya raised concerns about data migration from the old CRM.',
    });
  });

  it('the open panel follows the page to another invite', async () => {
    await stage.demo.page.keyboard.press('Escape');
    await stage.demo.page.getByRole('button').filter({ hasText: 'Paysend' }).first().click();
    await panel.waitFor(part('prospect-name'), { text: 'James Okafor' });
    await panel.waitFor(part('momentum'), { text: 'Declining' });
  });

  it('a prospect without history gets the honest generic advice', async () => {
    await stage.demo.page.keyboard.press('Escape');
    await stage.demo.page.getByRole('button').filter({ hasText: 'Wizz Air' }).first().click();
    await panel.waitFor(part('prospect-name'), { text: 'Nina Petrova' });
    await panel.waitFor(part('recommended-action'), { text: 'introduce the product' });
  });

  it('two people of one name are two people', async () => {
    const briefs: string[] = [];
    for (const company of ['Northwind', 'Contoso']) {
      await stage.demo.page.keyboard.press('Escape');
      await stage.demo.page.getByRole('button').filter({ hasText: company }).first().click();
      await panel.waitFor('body', { text: company });
      await panel.waitFor(part('timeline'));
      briefs.push(await textOf(panel, 'timeline'));
    }
    expect(briefs[0]).toContain('no budget this year');
    expect(briefs[0]).not.toContain('sales enablement');
    expect(briefs[1]).toContain('sales enablement');
    expect(briefs[1]).not.toContain('no budget this year');
  });

  it('closing the invite empties the panel, calmly', async () => {
    await stage.demo.page.keyboard.press('Escape');
    await panel.waitFor(part('empty-state'));
  });

  it('a CRM record of the same person shows the same brief', async () => {
    await stage.demo.page.goto(new URL('/crm/contacts/1', stage.demo.page.url()).href);
    await panel.waitFor(part('prospect-name'), { text: 'Priya Sharma' });
  });

  const killWorker = async () => {
    const context = stage.demo.page.context();
    const session = await context.browser()?.newBrowserCDPSession();
    if (!session) throw new Error('no session with the browser');
    const worker = await serviceWorkerOf(context);
    const { targetInfos } = await session.send('Target.getTargets');
    const target = targetInfos.find(({ url }) => url === worker.url());
    if (!target) throw new Error('no service worker to kill');
    await session.send('Target.closeTarget', { targetId: target.targetId });
  };

  it('the service worker may die at any time', async () => {
    await killWorker();
    await stage.demo.page.goto(new URL('/crm/contacts/2', stage.demo.page.url()).href);
    await panel.waitFor(part('prospect-name'), { text: 'James Okafor' });
  });

  it('nobody stays who was on the page that is left while no worker listens', async () => {
    const { page } = stage.demo;
    const record = page.url();
    // A last word of a page that goes is lost then: a site where no script of ours runs, and one of ours.
    for (const left of ['about:blank', new URL('/crm', record).href]) {
      await killWorker();
      await page.goto(left);
      await panel.waitFor(part('empty-state'));
      await page.goto(record);
      await panel.waitFor(part('prospect-name'), { text: 'James Okafor' });
    }
  });
});

describe('from the popup to the brief', () => {
  let stage: Stage<Hindsight>;
  let panel: SidePanel;

  beforeAll(async () => {
    stage = await openOwnStage();
  });
  afterAll(async () => {
    await stage?.close();
  });

  const lucas = { name: 'Lucas Moreau', email: 'lucas.moreau@decathlon.example' };

  it('a log is saved here, then for good, and stands in the brief', async () => {
    ({ panel } = await stage.demo.openInvite('Decathlon'));
    await panel.click(part('quick-log-toggle'));
    const words = 'Lucas wrote that the other vendor let them down; he asked for a new demo.';
    await panel.fill(part('log-text'), words);
    await panel.click(part('log-save'));
    await panel.waitFor(`${part('log-state')}[data-state="for_good"]`, { timeout: 20_000 });
    await panel.waitFor(part('timeline'), { text: words });
    const stored = await stage.memory.historyOf(lucas);
    expect(stored.at(-1)?.summary).toBe(words);
  });

  it('a log is kept while the server is gone, and sent once it is back', async () => {
    const context = stage.demo.page.context();
    const popup = await context.newPage();
    const id = await extensionIdOf(context);
    await stage.hindsight.kill();
    await popup.goto(`chrome-extension://${id}/popup.html`);
    await popup.getByTestId('log-prospect-name').fill('Lucas Moreau');
    await popup.getByTestId('log-prospect-email').fill('lucas.moreau@decathlon.example');
    const words = 'Second call: he wants the demo next week.';
    await popup.getByTestId('log-text').fill(words);
    await popup.getByTestId('log-save').click();
    await popup.locator(`${part('log-state')}[data-state="here"]`).waitFor();
    await stage.hindsight.restart();
    await popup.getByTestId('outbox-retry').first().click();
    const history = await until(
      () => stage.memory.historyOf(lucas),
      (logs) => logs.some(({ summary }) => summary === words),
    );
    expect(history.filter(({ summary }) => summary === words)).toHaveLength(1);
    await popup.close();
  });

  it('a meeting that memory couldn’t answer about is asked for again', async () => {
    await stage.hindsight.kill();
    await stage.demo.page.getByRole('button').filter({ hasText: 'Steering' }).first().click();
    await panel.waitFor(part('meeting-title'), { text: 'Steering committee' });
    await panel.waitFor(
      `${part('meeting-brief')} ${part('memory-error')}[data-reason="unreachable"]`,
    );
    await stage.hindsight.restart();
    await panel.click(`${part('memory-error')} button`);
    await panel.waitFor(part('meeting-people'), { text: 'Priya Sharma' });
  });

  it('a log that waits for somebody goes out as soon as the settings change', async () => {
    const context = stage.demo.page.context();
    const page = await context.newPage();
    await page.goto(`chrome-extension://${await extensionIdOf(context)}/popup.html`);
    const words = 'Third call: he brings his director.';
    const interaction = {
      ...{ id: newId(), at: new Date().toISOString(), summary: words, outcome: 'none' as const },
      ...{ prospect: lucas.name, email: lucas.email, type: 'call_log' as const },
    };
    const refused: OutboxItem = {
      ...{ interaction, operation: newId(), earlier: [], rewords: false, undone: false },
      ...{ attempts: 0, failures: 9, changedAt: 0, notBefore: Date.now() + 10 * 60_000 },
      problem: { reason: 'refused', message: 'Memory refuses the key.' },
    };
    await page.evaluate(async (item) => {
      await chrome.storage.local.set({ outbox: { items: [item], damaged: [] } });
      const { settings } = await chrome.storage.local.get('settings');
      await chrome.storage.local.set({ settings: { ...(settings as object), rep: 'Robin' } });
    }, refused);
    await until(
      () => stage.memory.historyOf(lucas),
      (logs) => logs.some(({ summary }) => summary === words),
    );
    await page.close();
  });

  it('a popup that was closed before it was told leaves no draft of what is saved', async () => {
    const context = stage.demo.page.context();
    const popup = await context.newPage();
    await popup.goto(`chrome-extension://${await extensionIdOf(context)}/popup.html`);
    const attempt = { id: newId(), at: new Date().toISOString() };
    const summary = 'Fourth call: signed by Friday, he says.';
    const draft = { ...lucas, company: '', summary, outcome: 'none', attempt };
    await popup.evaluate((kept) => chrome.storage.session.set({ draft: kept }), draft);
    const log = { ...attempt, prospect: lucas, summary };
    await askFrom(popup, 'saveLog', { ...log, outcome: 'none', type: 'call_log' });
    await until(
      () => popup.evaluate(() => chrome.storage.session.get('draft')),
      (kept) => !('draft' in kept),
    );
    await popup.close();
  });

  it('a selection is remembered about the one person on the page, and can be taken back', async () => {
    const context = stage.demo.page.context();
    const worker = await serviceWorkerOf(context);
    await stage.demo.page.goto(new URL('/crm/contacts/8', stage.demo.page.url()).href);
    await panel.waitFor(part('prospect-name'), { text: 'Lucas Moreau' });
    const words = 'Decathlon opens forty stores next year.';
    const select = (text: string) =>
      worker.evaluate(async (selectionText) => {
        const [tab] = await chrome.tabs.query({ active: true });
        const clicked = chrome.contextMenus.onClicked as unknown as {
          dispatch(info: object, tab: unknown): void;
        };
        clicked.dispatch(
          { menuItemId: 'remember', selectionText, pageUrl: tab?.url, editable: false },
          tab,
        );
      }, text);
    await select(words);
    await panel.waitFor(part('remember-done'), { text: 'Lucas Moreau' });
    await panel.waitFor(part('timeline'), { text: words });
    const [note] = await until(
      async () => (await stage.memory.historyOf(lucas)).filter((one) => one.type === 'note'),
      (notes) => notes.length === 1,
    );
    expect(note?.summary).toContain(words);
    await panel.click(part('remember-undo'));
    await until(
      async () => (await stage.memory.historyOf(lucas)).filter((one) => one.type === 'note'),
      (notes) => notes.length === 0,
    );
  });
});
