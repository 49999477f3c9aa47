import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { DigestRun } from '../../lib/digest/run';
import type { DealCard } from '../../lib/digest/types';
import { newId } from '../../lib/memory/id';
import { createMemory } from '../../lib/memory/memory';
import { extensionIdOf, type SidePanel, serviceWorkerOf } from '../../scripts/browser';
import { sampleDeals } from '../../scripts/samples/deals';
import { type GroqServer, startGroqServer, tooMany } from '../fakes/groq-server';
import { startGate } from './gate';
import { openStage, type Stage, until } from './harness';

const part = (id: string) => `[data-testid="${id}"]`;
const state = (name: string) => `${part('week-state')}[data-state="${name}"]`;

describe('the week of all deals', () => {
  let stage: Stage;
  let server: GroqServer;
  let panel: SidePanel;

  const texts = (selector: string) =>
    panel.evaluate(
      (wanted) => [...document.querySelectorAll(wanted)].map((one) => one.textContent ?? ''),
      selector,
    );
  const worker = () => serviceWorkerOf(stage.demo.page.context());

  /** Ends the service worker as the browser does when it needs the room. */
  async function killWorker(): Promise<void> {
    const browser = stage.demo.page.context().browser();
    const session = browser
      ? await browser.newBrowserCDPSession()
      : await stage.demo.page.context().newCDPSession(stage.demo.page);
    const { targetInfos } = await session.send('Target.getTargets');
    const target = targetInfos.find(({ type }) => type === 'service_worker');
    if (!target) throw new Error('no service worker runs');
    await session.send('Target.closeTarget', { targetId: target.targetId });
    await session.detach();
  }

  /** Asks the panel, not the worker: reading may not wake it. */
  const run = () =>
    panel.evaluate(async () => {
      const key = 'digest:run';
      return ((await chrome.storage.session.get(key))[key] ?? null) as DigestRun | null;
    });

  /** How often the model was asked to compare; the panel asks it for briefs as well. */
  const comparisons = () =>
    server.seen.filter(({ body }) => body?.response_format?.json_schema?.name === 'digest').length;

  /** A model's answer to the deals of the sample memory: all of them on track. */
  const allGreen = JSON.stringify({
    deals: sampleDeals.map((_, index) => ({
      id: `d${index + 1}`,
      bucket: 'on_track',
      why: null,
      action: null,
    })),
  });

  beforeAll(async () => {
    stage = await openStage();
    server = await startGroqServer();
    ({ panel } = await stage.demo.openInvite('Rentokil'));
    await panel.click(part('view-week'));
    await panel.waitFor(part('week-start'));
  });
  afterAll(async () => {
    await server?.close();
    await stage?.close();
  });

  it('reads everybody and puts each into one bucket, James into the first', async () => {
    await panel.click(part('week-start'));
    await panel.waitFor(part('bucket-attention'), { text: 'James Okafor, Paysend' });
    const names = await texts(part('week-open'));
    expect(names.sort()).toEqual(
      sampleDeals.map(({ prospect }) => `${prospect.name}, ${prospect.company}`).sort(),
    );
    expect((await texts(part('bucket-attention')))[0]).toMatch(/Call James with a cost comparison/);
  });

  it('opens the words behind a line, and a brief', async () => {
    await panel.click(`${part('bucket-attention')} ${part('source-toggle')}`);
    await panel.waitFor(`${part('bucket-attention')} ${part('source')}`);
    const key = `${part('week-entry')}[data-key="james.okafor@paysend.example"]`;
    await panel.click(`${key} ${part('week-open')}`);
    await panel.waitFor(part('prospect-name'), { text: 'James Okafor' });
    await panel.click(part('view-week'));
    await panel.waitFor(part('bucket-attention'));
  });

  it('is drawn whole on the page to print', async () => {
    const context = stage.demo.page.context();
    const page = await context.newPage();
    await page.goto(`chrome-extension://${await extensionIdOf(context)}/week.html`);
    await page.locator(part('week-print-now')).waitFor();
    expect(await page.locator(part('week-entry')).count()).toBe(sampleDeals.length);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator(part('week-print-now')).isVisible()).toBe(false);
    await page.close();
    // The tab in front is another one again, and the panel about its people.
    await panel.waitFor(`${part('view-brief')}[data-state="active"]`);
    await panel.click(part('view-week'));
    await panel.waitFor(part('bucket-attention'));
  });

  it('goes on where it was, should the worker be killed while it reads', async () => {
    const { baseUrl, apiKey } = stage.hindsight;
    const people = Array.from({ length: 54 }, (_, index) => `p${index}@many.example`);
    const many = createMemory({ baseUrl, apiKey, bank: 'many' });
    await many.createBank();
    await many.storeMany(
      people.map((email, index) => ({
        id: newId(),
        at: new Date(Date.now() - (index + 1) * 3_600_000).toISOString(),
        outcome: 'none',
        summary: 'She asked for a demo.',
        prospect: `Number ${index}`,
        email,
        type: 'call_log',
      })),
    );
    const gate = await startGate(baseUrl);
    const connect = async (connection: object) =>
      (await worker()).evaluate(async (changed) => {
        const { settings } = await chrome.storage.local.get<{ settings: { connection: object } }>(
          'settings',
        );
        const connection = { ...settings.connection, ...changed };
        await chrome.storage.local.set({ settings: { ...settings, connection } });
        return settings.connection;
      }, connection);
    const before = await connect({ baseUrl: gate.url, bank: 'many' });
    onTestFinished(async () => {
      gate.open();
      await connect(before);
      gate.close();
    });
    // Read last, as the one who was spoken with first: the fifty before are kept by then.
    gate.hold(`prospect:${people.at(-1)}`);
    await panel.click(part('week-start'));
    await until(
      async () => gate.waiting(),
      (waiting) => waiting > 0,
    );
    await until(run, (one) => one?.read === 50);
    await killWorker();
    gate.open();
    expect(await run()).toMatchObject({ state: 'reading', read: 50, total: people.length });
    await panel.click(part('view-brief'));
    await panel.click(part('view-week'));
    await until(run, (one) => one?.state === 'done', 40_000);
    expect(await run()).toMatchObject({ read: people.length, total: people.length });
    const cards = await panel.evaluate(async () => {
      const kept = await chrome.storage.session.get<Record<string, DealCard[]>>(null);
      const names = Object.keys(kept).filter((name) => name.startsWith('digest:cards'));
      return names.flatMap((name) => (kept[name] ?? []).map(({ key }) => key));
    });
    expect(cards.sort()).toEqual([...people].sort());
    const asked = (email: string) =>
      gate.seen.filter((one) => one.includes('/documents') && one.includes(`prospect:${email}`));
    for (const email of people.slice(0, 50)) expect(asked(email), email).toHaveLength(1);
    // What reps decided about who is who is read once for all of them, and for the panel's own views.
    const decisions = gate.seen.filter((one) => /tags=identity(&|$)/.test(one));
    expect(decisions.length).toBeLessThan(people.length / 2);
  });

  it('reminds by a mark on the toolbar and in the panel; no notification without permission', async () => {
    await panel.click(part('reminder-on'));
    await panel.waitFor(part('reminder-day'));
    const alarm = await until(
      async () => (await worker()).evaluate(() => chrome.alarms.get('weekly-digest')),
      (one) => one !== undefined,
    );
    const when = new Date(alarm?.scheduledTime ?? 0);
    expect([when.getDay(), when.getHours(), when.getMinutes()]).toEqual([1, 8, 0]);
    expect(when.getTime()).toBeGreaterThan(Date.now());
    // A real alarm, a moment from now instead of next Monday.
    const allowed = await (await worker()).evaluate(async () => {
      await chrome.alarms.create('weekly-digest', { when: Date.now() + 300 });
      return chrome.permissions.contains({ permissions: ['notifications'] });
    });
    expect(allowed).toBe(false);
    await panel.waitFor(part('week-due'));
    expect(await (await worker()).evaluate(() => chrome.action.getBadgeText({}))).toBe('7d');
    // It is set anew, for next week.
    await until(
      async () => (await worker()).evaluate(() => chrome.alarms.get('weekly-digest')),
      (one) => (one?.scheduledTime ?? 0) > Date.now() + 60_000,
    );
  });

  it('notifies once the permission is there, and a click on the notice opens the week', async () => {
    // No headless browser grants it: what Chrome gives with it is put in its place.
    await (await worker()).evaluate(() => {
      const clicks: ((id: string) => void)[] = [];
      const seen: { id: string; title: string }[] = [];
      const notifications = {
        onClicked: { addListener: (click: (id: string) => void) => clicks.push(click) },
        create: async (id: string, { title }: { title: string }) => seen.push({ id, title }),
        clear: async () => true,
      };
      Object.assign(globalThis, { clicks, seen });
      Object.defineProperty(chrome, 'notifications', { value: notifications, configurable: true });
      const onAdded = chrome.permissions.onAdded as unknown as { dispatch(added: object): void };
      onAdded.dispatch({ permissions: ['notifications'], origins: [] });
      return chrome.alarms.create('weekly-digest', { when: Date.now() + 300 });
    });
    const notices = await until(
      async () =>
        (await worker()).evaluate(
          () => (globalThis as unknown as { seen?: { id: string; title: string }[] }).seen ?? [],
        ),
      (seen) => seen.length > 0,
    );
    expect(notices).toEqual([{ id: 'weekly-digest', title: 'Your weekly digest is due' }]);
    const opened = stage.demo.page.context().waitForEvent('page');
    await (await worker()).evaluate((id) => {
      const { clicks } = globalThis as unknown as { clicks: ((id: string) => void)[] };
      for (const click of clicks) click(id);
    }, notices[0]?.id ?? '');
    const page = await opened;
    await page.locator(part('week-print-now')).waitFor();
    await page.close();
    await panel.waitFor(`${part('view-brief')}[data-state="active"]`);
    await panel.click(part('view-week'));
  });

  it('a model that calls everything on track moves neither James nor an overdue promise', async () => {
    await (await worker()).evaluate(async (openaiBaseUrl) => {
      const { settings } = await chrome.storage.local.get<{ settings: object }>('settings');
      const model = {
        use: 'openai_compatible',
        openaiBaseUrl,
        openaiApiKey: 'k',
        openaiModel: 'openai/gpt-oss-120b',
      };
      await chrome.storage.local.set({ settings: { ...settings, model } });
    }, `${server.url}/openai/v1`);
    server.behave({ kind: 'answer', content: allGreen });
    await panel.click(part('week-start'));
    await panel.waitFor(part('week-statement'), { text: '1 request,' });
    expect(comparisons()).toBe(1);
    const [attention = ''] = await texts(part('bucket-attention'));
    expect(attention).toMatch(/James Okafor/);
    expect((await texts(part('bucket-follow_up')))[0]).toMatch(/Tom Becker/);
    expect((await texts(part('week-statement')))[0]).toMatch(/moved by a hard rule/);
    // The mark of the reminder is gone: the rep has looked.
    expect(await (await worker()).evaluate(() => chrome.action.getBadgeText({}))).toBe('');
  });

  it('goes on by itself where the service worker was killed', async () => {
    server.behave({ kind: 'hang' });
    await panel.click(part('week-start'));
    await until(
      async () => comparisons(),
      (asked) => asked > 0,
    );
    // The order by rules stands meanwhile.
    await panel.waitFor(`${state('ranking')}`);
    await panel.waitFor(part('bucket-attention'));
    await killWorker();
    server.behave({ kind: 'answer', content: allGreen });
    expect((await run())?.state).toBe('ranking');
    // Any message wakes the worker; else the alarm does.
    await panel.click(part('view-brief'));
    await panel.click(part('view-week'));
    await panel.waitFor(part('week-statement'), { text: '1 request,', timeout: 40_000 });
    expect(await run()).toMatchObject({ state: 'done', read: sampleDeals.length });
  });

  it('is stopped while a server makes it wait, and goes on when the rep says so', async () => {
    server.behave(tooMany('60'));
    await panel.click(part('week-start'));
    await panel.waitFor(state('ranking'), { text: '60 seconds' });
    await panel.click(part('week-stop'));
    await panel.waitFor(state('stopped'));
    await panel.waitFor(part('bucket-attention'), { text: 'James Okafor' });
    server.behave({ kind: 'answer', content: allGreen });
    await panel.click(part('week-go-on'));
    await panel.waitFor(state('done'));
    await panel.waitFor(part('week-statement'), { text: 'openai/gpt-oss-120b' });
  });

  it('says what failed, and keeps the order by rules', async () => {
    server.behave({ kind: 'error', status: 401, body: { error: { message: 'no' } } });
    await panel.click(part('week-start'));
    await panel.waitFor(state('failed'), { text: 'refuses the key' });
    await panel.waitFor(part('bucket-attention'), { text: 'James Okafor' });
  });
});
