import type { Worker } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Brief } from '../../lib/brief/types';
import { freshMs } from '../../lib/prefetch';
import { type SidePanel, serviceWorkerOf } from '../../scripts/browser';
import type { Hindsight } from '../../scripts/hindsight';
import { openOwnStage, type Stage, until } from './harness';

const part = (id: string) => `[data-testid="${id}"]`;

// Neither today nor tomorrow, so that nothing but the pointer asks for them.
const maria = { title: 'Luxottica', email: 'maria.rossi@luxottica.example' };
const contoso = { title: 'Contoso', email: 's.chen@contoso.example' };
const lucas = { title: 'Decathlon', email: 'lucas.moreau@decathlon.example' };

let stage: Stage<Hindsight>;
let worker: Worker;
let panel: SidePanel;

/** What the worker noted of its own requests. */
type Spied = typeof globalThis & { asked?: string[] };

/** Requests for a history since `from`, by whom they are about. */
async function histories(email: string): Promise<string[]> {
  const asked = await worker.evaluate(() => (globalThis as Spied).asked ?? []);
  return asked.map(decodeURIComponent).filter((url) => url.includes(`prospect:${email}`));
}

async function briefsAhead(): Promise<Brief[]> {
  return worker.evaluate(async () => {
    const list = 'briefs-ahead';
    const keys = (await chrome.storage.session.get<Record<string, string[]>>(list))[list] ?? [];
    const held = await chrome.storage.session.get<Record<string, Brief>>(keys);
    return keys.flatMap((key) => held[key] ?? []);
  });
}

const readAhead = async (): Promise<(string | undefined)[]> =>
  (await briefsAhead()).map(({ prospect }) => prospect.email);

const event = (title: string) =>
  stage.demo.page.locator('.event').filter({ hasText: title }).first();

/** Changes settings, which makes stale what was read, and forgets what was asked up to then. */
async function change(settings: object): Promise<void> {
  await worker.evaluate(async (changes) => {
    (globalThis as Spied).asked?.splice(0);
    const { settings: kept } = await chrome.storage.local.get<{ settings: object }>('settings');
    await chrome.storage.local.set({ settings: { ...kept, ...changes } });
  }, settings);
}

beforeAll(async () => {
  stage = await openOwnStage();
  worker = await serviceWorkerOf(stage.demo.page.context());
  await worker.evaluate(() => {
    const spied = globalThis as Spied;
    const asked: string[] = [];
    spied.asked = asked;
    const real = spied.fetch;
    spied.fetch = (input, init) => {
      asked.push(input instanceof Request ? input.url : String(input));
      return real(input, init);
    };
  });
});
afterAll(async () => {
  await stage?.close();
});

it('the next meetings are read as soon as the calendar shows them', async () => {
  // Tomorrow's are there at any time of the day.
  await stage.demo.page.reload();
  const kept = await until(readAhead, ({ length }) => length > 0);
  expect(kept).not.toContain(maria.email);
});

it('the people of a page are read once it shows them, though nobody asks about them', async () => {
  const nextAnew = () =>
    until(
      () => histories(''),
      ({ length }) => length > 0,
    );
  await change({ autoOpen: false, chip: false });
  await nextAnew();
  // A click of the page's own: the pointer isn't on the event.
  await event(contoso.title).evaluate((chip) => (chip as HTMLElement).click());
  await until(readAhead, (emails) => emails.includes(contoso.email));
  await stage.demo.page.keyboard.press('Escape');
  await change({ autoOpen: true, chip: true });
  await nextAnew();
});

it('an event under the pointer is read once, and opening it asks nothing more', async () => {
  await event(maria.title).hover();
  await until(readAhead, (emails) => emails.includes(maria.email));
  expect(await histories(maria.email)).toHaveLength(1);
  ({ panel } = await stage.demo.openInvite(maria.title));
  await panel.waitFor(part('prospect-name'), { text: 'Maria' });
  await panel.waitFor(part('timeline-item'));
  expect(await histories(maria.email)).toHaveLength(1);
});

const sarah = { name: 'Sarah Chen', email: 'sarah.chen@northwind.example' };

/** Puts the pointer on an event, and waits until the brief of its prospect is read ahead. */
async function hoverUntilRead({ title, email } = maria): Promise<void> {
  await stage.demo.page.mouse.move(1, 1);
  await event(title).hover();
  await until(readAhead, (emails) => emails.includes(email));
}

/** Sends a message as the panel does. @returns what is kept of what was read ahead, right after it */
function keptAfter(type: string, data: unknown): Promise<unknown> {
  return panel.evaluate(
    async (message) => {
      const { res } = await chrome.runtime.sendMessage({
        id: 1,
        ...message,
        timestamp: Date.now(),
      });
      if (res?.ok !== true) throw new Error(JSON.stringify(res));
      return (await chrome.storage.session.get('briefs-ahead'))['briefs-ahead'] ?? [];
    },
    { type, data },
  );
}

it('what was read ahead is stale at once: a log, an edit, an undo, a merge, a forgotten prospect', async () => {
  await stage.demo.page.keyboard.press('Escape');
  await panel.waitFor(part('empty-state'));
  const who = { name: 'Maria Rossi', email: maria.email };
  const [first, second] = await stage.memory.historyOf(who);
  const summary = 'She wants the contract in Italian.';
  const changes: [type: string, data: unknown][] = [
    ['editLog', { ...first, summary: 'Said in other words.' }],
    ['undoLog', second?.id],
    ['changePerson', { kind: 'rename', person: who, to: { ...who, name: 'Maria R. Rossi' } }],
    ['forgetProspect', sarah],
    ['saveLog', { prospect: who, summary, outcome: 'none', type: 'note' }],
  ];
  for (const [type, data] of changes) {
    await hoverUntilRead();
    expect(await keptAfter(type, data), type).toEqual([]);
  }
  await event(maria.title).click();
  await panel.waitFor(`${part('timeline-item')} .words`, { text: summary });
  await panel.waitFor(`${part('timeline-item')} .words`, { text: 'Said in other words.' });
});

it('the session’s last briefs go with a forgotten prospect: any of them may rest on their logs', async () => {
  const lastBriefs = () =>
    worker.evaluate(async () => (await chrome.storage.session.get('briefs')).briefs ?? []);
  await event(maria.title).click();
  await until(lastBriefs, (keys) => JSON.stringify(keys).includes(maria.email));
  await stage.demo.page.keyboard.press('Escape');
  await panel.waitFor(part('empty-state'));
  await keptAfter('forgetProspect', sarah);
  expect(await lastBriefs()).toEqual([]);
});

it('so it is when a setting changes; the event under a pointer that rests is read anew', async () => {
  await stage.demo.page.keyboard.press('Escape');
  await panel.waitFor(part('empty-state'));
  // Nobody has asked about her: what was read of Maria for the panel would be read anew in any case.
  await hoverUntilRead(contoso);
  await change({ rep: 'Somebody Else' });
  await until(
    () => histories(contoso.email),
    ({ length }) => length > 0,
  );
});

it('nothing is read that nobody asked for where data or the battery is to be spared', async () => {
  const { page } = stage.demo;
  await page.keyboard.press('Escape');
  await panel.waitFor(part('empty-state'));
  const rest = async () => {
    await page.mouse.move(1, 1);
    await event(lucas.title).hover();
  };
  /** Rests long enough on the event that it is told, and read where it may be. */
  const readWhileResting = async () => {
    await rest();
    await page.waitForTimeout(600);
    return histories(lucas.email);
  };
  const battery = (spare: boolean) =>
    panel.evaluate(
      (data) => chrome.runtime.sendMessage({ id: 1, type: 'battery', data, timestamp: Date.now() }),
      spare,
    );
  await battery(true);
  expect(await readWhileResting()).toEqual([]);
  await battery(false);
  const connection = (saveData: boolean) =>
    worker.evaluate((value) => {
      Object.defineProperty(navigator, 'connection', {
        configurable: true,
        value: { saveData: value },
      });
    }, saveData);
  await connection(true);
  expect(await readWhileResting()).toEqual([]);
  await connection(false);
  await rest();
  await until(
    () => histories(lucas.email),
    ({ length }) => length > 0,
  );
});

it('a meeting that is up next opens at once, even while memory is away', async () => {
  await stage.demo.page.mouse.move(1, 1);
  const first = await panel.evaluate(
    (selector) => document.querySelector(selector)?.textContent ?? '',
    part('up-next-open'),
  );
  await worker.evaluate((ms) => {
    const { now } = performance;
    performance.now = () => now.call(performance) + ms;
  }, freshMs);
  // Whatever changes has the next meetings read anew, and what was kept before is gone by then.
  await change({ rep: 'Robin Rep' });
  const anewOfFirst = async () => {
    const kept = (await briefsAhead()).find(({ prospect }) => prospect.name === first);
    return kept?.prospect.email ? histories(kept.prospect.email) : [];
  };
  await until(anewOfFirst, ({ length }) => length > 0);
  // The pointer was on it for the last time before the clock was moved.
  expect(await histories(lucas.email)).toEqual([]);
  await stage.hindsight.kill();
  await panel.click(part('up-next-open'));
  await panel.waitFor(part('timeline-item'));
});
