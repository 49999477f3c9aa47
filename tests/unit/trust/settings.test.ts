import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { policySchema } from '../../../lib/policy';
import { originsOf, withinReach } from '../../../lib/reach';
import {
  defaultSettings,
  loadSettings,
  obeyPolicy,
  type Settings,
  saveSettings,
  settingsSchema,
} from '../../../lib/settings';
import { settingsVersion } from '../../../lib/settings-migrations';

// The store looks for the browser as soon as it is loaded.
await vi.hoisted(async () => {
  const { fakeBrowser: browser } = await import('wxt/testing/fake-browser');
  Object.assign(globalThis, {
    browser: { ...browser, runtime: { ...browser.runtime, id: 'self' } },
  });
});

const folder = new URL('../../fixtures/settings/', import.meta.url);
const example = (version: number) =>
  JSON.parse(readFileSync(new URL(`${version}.json`, folder), 'utf8'));
const local = async () => (await fakeBrowser.storage.local.get('settings')).settings as Settings;
const store = (settings: unknown) => fakeBrowser.storage.local.set({ settings });

beforeEach(() => fakeBrowser.reset());

describe('settings over time', () => {
  it('has an example of each version that was ever stored', () => {
    const versions = Array.from({ length: settingsVersion }, (_, index) => `${index + 1}.json`);
    expect(readdirSync(folder).sort()).toEqual(versions);
  });

  it.each(Array.from({ length: settingsVersion }, (_, index) => index + 1))(
    'version %i means the same to this one',
    async (version) => {
      const stored = example(version);
      await store(stored);
      const settings = await loadSettings();
      expect(settings).toMatchObject({
        connection: stored.connection,
        model: stored.model,
        rep: 'Robin Rep',
        ownAddresses: ['robin@acme.example'],
        ownDomains: ['acme.example'],
        autoOpen: false,
        firstRunDone: true,
      });
      await saveSettings({ chip: false });
      expect(await local()).toMatchObject({
        version: settingsVersion,
        chip: false,
        autoOpen: false,
      });
      expect(await loadSettings()).toEqual({ ...settings, chip: false });
    },
  );

  it('going back a version destroys nothing of the one after it', async () => {
    const later = {
      ...example(settingsVersion),
      version: settingsVersion + 5,
      quietHours: { from: '18:00' },
      model: { ...example(settingsVersion).model, temperature: 0.2, use: 'a reader of tomorrow' },
    };
    await store(later);
    // A reader that isn't known is no reason to lose the server's address.
    expect((await loadSettings()).connection).toEqual(later.connection);
    await saveSettings({ rep: 'Kim' });
    expect((await loadSettings()).model.groqApiKey).toBe('groq-key');
    const kept = await local();
    expect(kept).toMatchObject({
      version: settingsVersion + 5,
      quietHours: { from: '18:00' },
      rep: 'Kim',
      connection: later.connection,
    });
    expect(kept.model).toMatchObject({ temperature: 0.2, groqApiKey: 'groq-key' });
  });

  it.each([
    [{ bank: '' }, { bank: 'salesmemory' }],
    [{ apiKey: 7 }, { apiKey: '' }],
  ])('%j in a connection costs nothing else of it', async (broken, instead) => {
    const { connection } = example(settingsVersion);
    await store({ ...example(settingsVersion), connection: { ...connection, ...broken } });
    await saveSettings({ rep: 'Kim' });
    expect((await local()).connection).toEqual({ ...connection, ...instead });
  });

  it('two pages that save at the same time both have it stored', async () => {
    await store(example(settingsVersion));
    await Promise.all([saveSettings({ rep: 'Kim' }), saveSettings({ chip: false })]);
    expect(await local()).toMatchObject({ rep: 'Kim', chip: false });
  });

  it.each([[null], ['text'], [[]], [42], [{ connection: 7, model: [], ownDomains: 'x' }]])(
    'starts with %j in the store',
    async (broken) => {
      await store(broken);
      expect(await loadSettings()).toEqual(defaultSettings);
    },
  );
});

describe('keys for the session only', () => {
  it('are in no storage that outlives the browser, and are there until it closes', async () => {
    await store(example(2));
    await saveSettings({ keysForSession: true });
    const stored = JSON.stringify(await fakeBrowser.storage.local.get(null));
    expect(stored).not.toContain('server-key');
    expect(stored).not.toContain('groq-key');
    const settings = await loadSettings();
    expect(settings.connection.apiKey).toBe('server-key');
    expect(settings.model.groqApiKey).toBe('groq-key');
    await fakeBrowser.storage.session.clear();
    expect((await loadSettings()).connection.apiKey).toBe('');
  });

  it('are there whatever fails while that is switched', async () => {
    await store(example(2));
    const { local: onDisk, session } = fakeBrowser.storage;
    for (const keysForSession of [true, false]) {
      for (const area of [onDisk, session]) {
        const failing = vi.spyOn(area, 'set').mockRejectedValueOnce(new Error('disk full'));
        await saveSettings({ keysForSession }).catch(() => undefined);
        failing.mockRestore();
        expect((await loadSettings()).connection.apiKey).toBe('server-key');
      }
      await saveSettings({ keysForSession });
    }
  });

  it('are kept for good again once that is switched off', async () => {
    await store(example(2));
    await saveSettings({ keysForSession: true });
    await saveSettings({ keysForSession: false });
    expect((await local()).connection.apiKey).toBe('server-key');
    expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).not.toContain('server-key');
  });
});

describe('keys for the session only, by policy', () => {
  it('takes keys that were stored before out of what outlives the browser', async () => {
    await store(example(2));
    await fakeBrowser.storage.managed.set?.({ keysForSession: true });
    await obeyPolicy();
    const stored = await fakeBrowser.storage.local.get(null);
    expect(JSON.stringify(stored)).not.toMatch(/server-key|groq-key/);
    expect((await local()).connection.baseUrl).toBe('https://memory.acme.example');
    expect(await loadSettings()).toMatchObject({
      connection: { apiKey: 'server-key' },
      model: { groqApiKey: 'groq-key' },
    });
    // Again, it finds nothing to do: what is at hand stays.
    await obeyPolicy();
    expect((await loadSettings()).connection.apiKey).toBe('server-key');
  });

  it('leaves keys where they are without one', async () => {
    await store(example(2));
    await obeyPolicy();
    expect((await local()).connection.apiKey).toBe('server-key');
  });
});

describe('what an administrator sets', () => {
  const managed = {
    serverAddress: 'https://memory.company.example',
    bank: 'company',
    ownDomains: ['company.example'],
    onDeviceOnly: true,
    reader: 'hindsight',
  };

  it('stands in the place of what the rep set, and is never stored as theirs', async () => {
    await store(example(2));
    await fakeBrowser.storage.managed.set?.(managed);
    expect(await loadSettings()).toMatchObject({
      connection: { baseUrl: managed.serverAddress, bank: 'company', apiKey: 'server-key' },
      model: { use: 'hindsight' },
      ownDomains: ['company.example', 'acme.example'],
      onDeviceOnly: true,
      rep: 'Robin Rep',
    });
    await saveSettings({ rep: 'Kim' });
    expect((await local()).connection.baseUrl).toBe('https://memory.acme.example');
  });

  it('of a wrong type counts as not set', async () => {
    await store(example(2));
    await fakeBrowser.storage.managed.set?.({ serverAddress: 7, reader: 'x', onDeviceOnly: 'yes' });
    expect(await loadSettings()).toEqual(settingsSchema.parse(example(2)));
  });

  it('is what the browser is told of', () => {
    const file = new URL('../../../public/managed-schema.json', import.meta.url);
    const { properties } = JSON.parse(readFileSync(file, 'utf8'));
    expect(Object.keys(properties).sort()).toEqual(Object.keys(policySchema.shape).sort());
  });
});

describe('everything on the device and the memory server', () => {
  const with_ = (model: Partial<Settings['model']>): Settings => {
    const base = settingsSchema.parse(example(2));
    return {
      ...base,
      onDeviceOnly: true,
      model: { ...base.model, openaiApiKey: 'own-key', ...model },
    };
  };

  it('turns a reader elsewhere into the basic one, and takes its key out of reach', () => {
    for (const model of [
      { use: 'groq' as const },
      { use: 'openai_compatible' as const, openaiBaseUrl: 'https://models.example/v1' },
      { use: 'openai_compatible' as const, openaiBaseUrl: 'https://memory.acme.example.evil/v1' },
      { use: 'openai_compatible' as const, openaiBaseUrl: 'no address' },
    ]) {
      const held = withinReach(with_(model));
      expect(held.model.use).toBe('basic');
      expect(JSON.stringify(held.model)).not.toMatch(/groq-key|own-key/);
      expect(originsOf(with_(model))).toEqual(['https://memory.acme.example']);
    }
  });

  it('leaves readers that stay', () => {
    for (const model of [
      { use: 'hindsight' as const },
      { use: 'openai_compatible' as const, openaiBaseUrl: 'http://localhost:11434/v1' },
      { use: 'openai_compatible' as const, openaiBaseUrl: 'https://memory.acme.example/v1' },
    ]) {
      expect(withinReach(with_(model)).model.use).toBe(model.use);
    }
  });

  it('changes nothing where it is off', () => {
    const settings = { ...with_({}), onDeviceOnly: false };
    expect(withinReach(settings)).toBe(settings);
    expect(originsOf(settings)).toEqual(['https://memory.acme.example', 'https://api.groq.com']);
  });
});
