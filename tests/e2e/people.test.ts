import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extensionIdOf, type SidePanel, serviceWorkerOf } from '../../scripts/browser';
import type { Hindsight } from '../../scripts/hindsight';
import { openOwnStage, type Stage, until } from './harness';

const part = (id: string) => `[data-testid="${id}"]`;
const priya = { name: 'Priya Sharma', email: 'priya.sharma@rentokil.example' };
const sarah = { name: 'Sarah Chen', email: 's.chen@contoso.example' };

declare global {
  interface Window {
    /** How far an element was, frame by frame, from where it stood first (px), where that is seen. */
    jolts: number[];
  }
}

/** Notes how an element moves from the frame on in which the form of a log has closed. */
function noteJolts(selector: string): void {
  window.jolts = [];
  let first: number | undefined;
  const look = () => {
    const { y } = document.querySelector(selector)?.getBoundingClientRect() ?? {};
    if (y !== undefined && !document.querySelector('[data-testid="edit-memory"]')) {
      first ??= y;
      if (Math.abs(y - first) > 2) window.jolts.push(y - first);
    }
    requestAnimationFrame(look);
  };
  look();
}

describe('memory that the rep corrects', () => {
  let stage: Stage<Hindsight>;
  let panel: SidePanel;
  let options: Page;
  let folder: string;

  beforeAll(async () => {
    stage = await openOwnStage(['https://outlook.office.com']);
    ({ panel } = await stage.demo.openInvite('Rentokil'));
    folder = await mkdtemp(path.join(tmpdir(), 'salesmemory-files-'));
  });
  afterAll(async () => {
    await stage?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('a stored log is edited in the timeline, shown at once, and replaced on the server', async () => {
    const before = await stage.memory.historyOf(priya);
    const newest = before.at(-1);
    const item = `${part('timeline-item')}[data-id="${newest?.id}"]`;
    await panel.click(`${item} ${part('timeline-edit')}`);
    await panel.fill(part('edit-words'), 'Pilot agreed for 25 reps. Migration worries her.');
    await panel.evaluate(noteJolts, `${part('timeline-item')}:last-child`);
    await panel.click(part('edit-save'));
    await panel.waitFor(`${item} .words`, { text: '25 reps' });
    const after = await until(
      () => stage.memory.historyOf(priya),
      (logs) => logs.at(-1)?.summary.includes('25 reps') === true,
    );
    expect(after).toHaveLength(before.length);
    expect(after.at(-1)).toMatchObject({ id: newest?.id, at: newest?.at });
    // While it is sent, a line above says so: what is looked at meanwhile keeps its place.
    await until(
      () => panel.evaluate(() => document.querySelector('.tag.pending') === null),
      (sent) => sent,
    );
    await panel.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(await panel.evaluate(() => window.jolts)).toEqual([]);
  });

  it('a stored log is deleted for good after a second yes', async () => {
    const before = await stage.memory.historyOf(priya);
    const oldest = before[0];
    const item = `${part('timeline-item')}[data-id="${oldest?.id}"]`;
    await panel.click(`${item} ${part('timeline-edit')}`);
    await panel.click(part('edit-delete'));
    await panel.click(part('edit-delete-sure'));
    await until(
      () => stage.memory.has(oldest?.id ?? ''),
      (there) => !there,
    );
    expect(await stage.memory.historyOf(priya)).toHaveLength(before.length - 1);
  });

  it('a second address is the same person, in memory and not in this browser', async () => {
    await panel.click(part('edit-person-toggle'));
    await panel.fill(part('person-address'), 'priya@home.example');
    await panel.click(part('person-address-add'));
    await panel.waitFor(part('person-other'), { text: 'priya@home.example' });
    const home = { name: 'P. Sharma', email: 'priya@home.example' };
    expect(await stage.memory.historyOf(home)).toEqual(await stage.memory.historyOf(priya));
    // A brief of the two together, as the session keeps it for the next first paint.
    const worker = await serviceWorkerOf(stage.demo.page.context());
    const keptOf = (email: string) =>
      worker.evaluate(async (key) => {
        const held = await chrome.storage.session.get(key);
        return key in held;
      }, `briefs:${email}`);
    await until(
      () => keptOf(priya.email),
      (kept) => kept,
    );
    await worker.evaluate(async (prospect) => {
      const { briefs } = await chrome.storage.session.get<{ briefs: string[] }>('briefs');
      const [one = ''] = briefs;
      const brief = (await chrome.storage.session.get<Record<string, object>>(one))[one];
      const key = `briefs:${prospect.email}`;
      await chrome.storage.session.set({ [key]: { ...brief, prospect }, briefs: [key, ...briefs] });
    }, home);
    expect(await keptOf(home.email)).toBe(true);
    await panel.click(part('person-split'));
    await until(
      () => stage.memory.historyOf(home),
      (logs) => logs.length === 0,
    );
    await until(
      () => keptOf(home.email),
      (kept) => !kept,
    );
  });

  it('a bare name that two people have is asked about, answered in one click, and remembered', async () => {
    const { page } = stage.demo;
    const peek = `<title>Calendar</title><div data-app-section="CalendarItemPeek">
      <div aria-label="Title">Quarterly check-in</div>
      <button aria-label="Opens card for Sarah Chen">Sarah Chen</button></div>`;
    await page.route('https://outlook.office.com/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: peek }),
    );
    const remember = async (selectionText: string) =>
      (await serviceWorkerOf(page.context())).evaluate(async (text) => {
        const [tab] = await chrome.tabs.query({ active: true });
        const clicked = chrome.contextMenus.onClicked as unknown as {
          dispatch(info: object, tab: unknown): void;
        };
        clicked.dispatch({ menuItemId: 'remember', selectionText: text, pageUrl: tab?.url }, tab);
      }, selectionText);
    await page.goto('https://outlook.office.com/calendar/item/AAA1');
    await panel.waitFor(part('which-person'));
    const offered = () =>
      panel.evaluate(
        (selector) => [...document.querySelectorAll(selector)].map((one) => one.textContent ?? ''),
        `${part('which-person')} ${part('known-prospect')}`,
      );
    expect(await offered()).toHaveLength(2);
    const contoso = (await offered()).findIndex((words) => words.includes('Contoso'));
    await panel.click(
      `${part('which-person')} li:nth-child(${contoso + 1}) ${part('known-prospect')}`,
    );
    await panel.waitFor(part('which-person-decided'));
    await panel.waitFor(part('timeline'), { text: 'sales enablement' });
    // The same meeting again needs no asking; another one does, since another Sarah may be meant.
    await page.goto('about:blank');
    await page.goto('https://outlook.office.com/calendar/item/AAA1');
    await panel.waitFor(part('which-person-decided'));
    await remember('She reads it on the train.');
    await panel.waitFor(part('remember-done'));
    await until(
      () => stage.memory.historyOf(sarah),
      (logs) => logs.at(-1)?.summary.includes('on the train') === true,
    );
    await page.goto('https://outlook.office.com/calendar/item/BBB2');
    await panel.waitFor(part('which-person'));
    await remember('She may be either.');
    await panel.waitFor(part('remember-asking'), { text: 'She may be either.' });
    expect(await stage.memory.historyOf({ name: 'Sarah Chen' })).toEqual([]);
  });

  it('a file of calls is shown before it is imported, row errors named, and never added twice', async () => {
    const file = path.join(folder, 'calls.csv');
    await writeFile(
      file,
      [
        'Record ID,Call Title,Call notes,Activity date,Call outcome,Associated Contact',
        '1,Intro,"Nils asked, about offline use",2026-03-02 09:00,Connected,Nils Berg (nils@fjord.example)',
        '2,Second,He wants a quote,2026-03-09 09:00,Connected,Nils Berg (nils@fjord.example)',
        '3,Third,No date here,soon,Connected,Nils Berg (nils@fjord.example)',
      ].join('\n'),
    );
    const context = stage.demo.page.context();
    options = await context.newPage();
    await options.goto(`chrome-extension://${await extensionIdOf(context)}/options.html`);
    // The first steps stand before everything else until they are done.
    await options.evaluate(async () => {
      const { settings } = await chrome.storage.local.get('settings');
      const known = settings as object;
      await chrome.storage.local.set({ settings: { ...known, firstRunDone: true } });
    });
    await options.reload();
    for (const expected of ['2 new, 0 already there', '0 new, 2 already there']) {
      await options.getByTestId('import-file').setInputFiles(file);
      await options.getByTestId('import-ready').getByText('2 logs').waitFor();
      const problems = await options.getByTestId('import-problems').textContent();
      expect(problems).toContain('Row 4, column “Activity date”');
      await options.getByTestId('import-start').click();
      await options.locator(`${part('import-ended')}[data-ended="complete"]`).waitFor();
      expect(await options.getByTestId('import-ended').textContent()).toContain(expected);
      // A click lets go of the file: chosen again, the browser wouldn't tell of it.
      const asked = options.waitForEvent('filechooser');
      await options.getByTestId('import-file').click();
      await asked;
      expect(await options.getByTestId('import-file').inputValue()).toBe('');
    }
    const nils = await stage.memory.historyOf({ name: 'Nils', email: 'nils@fjord.example' });
    expect(nils.map(({ summary }) => summary)).toEqual([
      'Intro\nNils asked, about offline use',
      'Second\nHe wants a quote',
    ]);
  });

  it('everything is exported to a file that an import knows again', async () => {
    const waiting = options.waitForEvent('download');
    await options.getByTestId('export-json').click();
    const download = await waiting;
    const file = path.join(folder, 'all.json');
    await download.saveAs(file);
    await options.getByTestId('import-file').setInputFiles(file);
    const all = await stage.memory.allLogs();
    await options.getByTestId('import-ready').getByText(`${all.length} logs`).waitFor();
    await options.getByTestId('import-start').click();
    await options.locator(`${part('import-ended')}[data-ended="complete"]`).waitFor();
    expect(await options.getByTestId('import-ended').textContent()).toContain(
      `0 new, ${all.length} already there`,
    );
  });

  it('a full browser refuses a log aloud, keeps the others, and takes it once there is room', async () => {
    const save = (summary: string) =>
      options.evaluate(
        async ([words, prospect]) => {
          const data = { prospect, summary: words, outcome: 'none', type: 'call_log' };
          const message = { id: 1, type: 'saveLog', data, timestamp: Date.now() };
          return (await chrome.runtime.sendMessage(message)).res;
        },
        [summary, priya] as const,
      );
    await stage.hindsight.kill();
    expect(await save('Waits while there is room.')).toMatchObject({ ok: true });
    // Fills what is left of the browser's ten megabytes, in ever smaller pieces.
    await options.evaluate(async () => {
      for (let size = 4_000_000, piece = 0; size > 50; piece += 1) {
        const kept = chrome.storage.local.set({ [`full-${piece}`]: 'x'.repeat(size) });
        if (!(await kept.then(() => true).catch(() => false))) size = Math.floor(size / 2);
      }
    });
    const refused = await save(`Too much. ${'word '.repeat(200)}`);
    expect(refused).toMatchObject({ ok: false, reason: 'full' });
    await options.evaluate(async () => {
      const keys = Object.keys(await chrome.storage.local.get(null));
      await chrome.storage.local.remove(keys.filter((key) => key.startsWith('full-')));
    });
    expect(await save('Fits again.')).toMatchObject({ ok: true });
    await stage.hindsight.restart();
    const retry = () =>
      options.evaluate(() =>
        chrome.runtime.sendMessage({ id: 1, type: 'retryOutbox', timestamp: Date.now() }),
      );
    const logs = await until(
      async () => {
        await retry();
        return (await stage.memory.historyOf(priya)).map(({ summary }) => summary);
      },
      (summaries) => summaries.includes('Fits again.'),
    );
    expect(logs).toContain('Waits while there is room.');
    expect(logs.some((summary) => summary.startsWith('Too much.'))).toBe(false);
  });

  it('the test of a connection tells a missing bank, and creates it', async () => {
    await options.getByTestId('connection-bank').fill('another-bank');
    await options.getByTestId('connection-test').click();
    await options.getByTestId('connection-create').click();
    await options.locator(`${part('connection-said')}[data-kind="good"]`).waitFor();
    await options.getByTestId('connection-key').fill('wrong');
    await options.getByTestId('connection-test').click();
    await options.locator(`${part('connection-said')}[data-kind="bad"]`).waitFor();
    expect(await options.getByTestId('connection-said').textContent()).toContain('refuses the key');
    const answer = await options.evaluate(async () => {
      const data = { baseUrl: 'https://memory.example', apiKey: '', bank: 'any' };
      const message = { id: 1, type: 'testConnection', data, timestamp: Date.now() };
      return (await chrome.runtime.sendMessage(message)).res;
    });
    expect(answer).toMatchObject({ ok: false, reason: 'not_allowed' });
  });
});
