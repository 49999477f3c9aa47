// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { Options, type OptionsProps } from '../../../components/Options';
import { patternOf, patternsOf } from '../../../entrypoints/options/permissions';
import { defaultSettings, modelSettingsSchema, type Settings } from '../../../lib/settings';
import { allById, byId, click, draw, loaded, settle, type } from './render';

// The settings' schema is needed, their store isn't: it looks for the browser as soon as it's loaded.
vi.mock('wxt/utils/storage', () => ({ storage: { defineItem: () => ({}) } }));

const settings: Settings = {
  ...defaultSettings,
  firstRunDone: true,
  connection: { baseUrl: 'https://memory.acme.example', apiKey: 'k', bank: 'salesmemory' },
  model: modelSettingsSchema.parse({}),
  rep: 'Alex Kim',
  ownDomains: ['acme.example'],
  autoOpen: true,
  digestReminder: { on: false, weekday: 1, hour: 8 },
  chip: true,
};

const sarah = {
  prospect: { name: 'Sarah Chen', email: 'sarah.chen@contoso.example' },
  count: 3,
  lastAt: null,
};

function propsOf(over: Partial<OptionsProps> = {}): OptionsProps {
  return {
    settings,
    onSave: vi.fn(async () => ({ ok: true as const })),
    onTest: vi.fn(async () => ({ ok: true as const, version: '0.9.1', message: 'Connected.' })),
    onTestModels: vi.fn(async () => ({
      ok: true as const,
      models: ['a-model', 'b-model'],
      successor: 'b-model',
    })),
    onCreateBank: vi.fn(async () => ({ ok: true as const, version: '1.1', message: 'Empty.' })),
    chromeHasModel: false,
    hasDictation: false,
    onAllowMicrophone: vi.fn(async () => ({ ok: true as const })),
    commands: [],
    onChangeKeys: vi.fn(),
    onLoadSamples: vi.fn(async () => ({ ok: true as const, logs: 30 })),
    onRemoveSamples: vi.fn(async () => ({ ok: true as const, logs: 30 })),
    onDiagnose: vi.fn(async () => 'everything'),
    onCopy: vi.fn(async () => true),
    search: vi.fn(async () => ({ ok: true as const, prospects: [sarah] })),
    onErase: vi.fn(async () => ({ ok: true as const, documents: 12 })),
    sites: { sites: [], onLeave: vi.fn() },
    onForget: vi.fn(async () => ({ ok: true as const, documents: 3 })),
    ...over,
  };
}

describe('the options', () => {
  it('tests the connection as typed, without saving it, and shows the answer', async () => {
    const props = propsOf();
    draw(<Options {...props} />);
    type(byId('connection-url'), 'https://other.example');
    click(byId('connection-test'));
    await settle();
    expect(props.onTest).toHaveBeenCalledExactlyOnceWith({
      ...settings.connection,
      baseUrl: 'https://other.example',
    });
    expect(props.onSave).not.toHaveBeenCalled();
    expect(byId('connection-said').textContent).toBe('Connected.');
  });

  it('offers to create a bank that is missing, and only that', async () => {
    const missing = { ok: false as const, reason: 'no_bank', message: 'No bank of this name.' };
    const props = propsOf({ onTest: async () => missing });
    draw(<Options {...props} />);
    expect(allById('connection-create')).toHaveLength(0);
    click(byId('connection-test'));
    await settle();
    click(byId('connection-create'));
    await settle();
    expect(props.onCreateBank).toHaveBeenCalledExactlyOnceWith(settings.connection);
    expect(byId('connection-said').textContent).toContain('salesmemory');
    expect(allById('connection-create')).toHaveLength(0);
  });

  it('says why the server could not be reached', async () => {
    const message = 'No answer from other.example.';
    draw(
      <Options
        {...propsOf({ onTest: async () => ({ ok: false, reason: 'unreachable', message }) })}
      />,
    );
    click(byId('connection-test'));
    await settle();
    expect(byId('connection-said').textContent).toBe(message);
    expect(byId('connection-said').dataset.kind).toBe('bad');
  });

  it('saves own domains however they are written, and says so', async () => {
    const props = propsOf();
    draw(<Options {...props} />);
    type(byId('own-domains'), '@Acme.example\nhttps://acme.co.uk/, team@acme.org');
    click(byId('you-save'));
    await settle();
    expect(props.onSave).toHaveBeenCalledExactlyOnceWith({
      rep: 'Alex Kim',
      ownAddresses: [],
      ownDomains: ['acme.example', 'acme.co.uk', 'acme.org'],
    });
    expect(byId('you-said').textContent).toBe('Saved.');
  });

  it('asks only for the key of the chosen model', () => {
    draw(<Options {...propsOf()} />);
    expect(allById('groq-key')).toHaveLength(0);
    click(byId('reader-groq'));
    expect((byId('groq-key') as HTMLInputElement).type).toBe('password');
    expect(allById('openai-key')).toHaveLength(0);
  });

  it('stores a switch as soon as it is set', async () => {
    const props = propsOf();
    draw(<Options {...props} />);
    click(byId('switch-autoOpen'));
    await settle();
    expect(props.onSave).toHaveBeenCalledExactlyOnceWith({ autoOpen: false });
  });

  it('says what leaves the browser, from the settings as they are', () => {
    draw(<Options {...propsOf()} />);
    expect(byId('what-leaves').textContent).toContain('memory.acme.example');
    expect(byId('what-leaves').textContent).not.toContain('Groq');
    const groq = { ...settings, model: { ...settings.model, use: 'groq' as const } };
    draw(<Options {...propsOf({ settings: groq })} />);
    expect(byId('what-leaves').textContent).toContain('Groq (api.groq.com)');
  });

  it('says so of what leaves without a brief being opened: pages, questions, the week', () => {
    draw(<Options {...propsOf()} />);
    const rows = [...byId('what-leaves').querySelectorAll('tbody tr')].map(
      (row) => row.textContent,
    );
    const rowOf = (word: RegExp) => rows.find((row) => word.test(row ?? ''));
    // People are looked up as soon as a page shows them, and before their meeting (docs/architecture.md).
    expect(rowOf(/a page shows/)).toContain('memory.acme.example');
    expect(rowOf(/meeting is next/)).toContain('memory.acme.example');
    expect(rowOf(/what you ask/)).toContain('memory.acme.example');
    // The week asks the model about everybody, a question about whom it is about.
    expect(rowOf(/model reads.*question.*week.*every deal/)).toBeDefined();
    expect(rowOf(/nobody.*open a brief/)).toBeUndefined();
  });

  it('forgets a prospect only after the rep has seen how much that is', async () => {
    const props = propsOf();
    draw(<Options {...props} />);
    await settle(5);
    click(byId('known-prospect'));
    const keep = await loaded('keep');
    await settle(5);
    expect(props.onForget).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(keep);
    expect(byId('confirm').textContent).toBe('Forget 3 interactions');
    click(keep);
    await settle(5);
    expect(allById('confirm-dialog')).toHaveLength(0);
    click(byId('known-prospect'));
    click(await loaded('confirm'));
    await settle();
    expect(props.onForget).toHaveBeenCalledExactlyOnceWith(sarah.prospect);
    expect(byId('forget-said').textContent).toBe('Sarah Chen is forgotten: 3 memories deleted.');
  });
});

describe('the first run', () => {
  const fresh = () => propsOf({ settings: { ...settings, firstRunDone: false } });

  it('asks for memory, who the rep is, and a model, one after the other', () => {
    draw(<Options {...fresh()} />);
    expect(allById('connection-url')).toHaveLength(1);
    click(byId('first-run-next'));
    expect(allById('rep-name')).toHaveLength(1);
    click(byId('first-run-back'));
    click(byId('first-run-next'));
    click(byId('first-run-next'));
    expect(allById('model-save')).toHaveLength(1);
    click(byId('first-run-next'));
    expect(allById('samples-load')).toHaveLength(1);
  });

  it('goes to the head of each step, where keyboard and screen reader go on', () => {
    draw(<Options {...fresh()} />);
    expect(document.activeElement).toBe(document.body);
    for (const head of ['Step 2 of 3', 'Step 3 of 3', 'Ready']) {
      byId('first-run-next').focus();
      click(byId('first-run-next'));
      expect(document.activeElement?.textContent).toContain(head);
    }
  });

  it('saves what was typed before it goes on', async () => {
    const props = fresh();
    draw(<Options {...props} />);
    type(byId('connection-url'), 'https://memory.other.example');
    click(byId('first-run-next'));
    await settle();
    expect(props.onSave).toHaveBeenCalledExactlyOnceWith({
      connection: { ...settings.connection, baseUrl: 'https://memory.other.example' },
    });
    expect(allById('connection-url')).toHaveLength(1);
    click(byId('first-run-next'));
    expect(allById('rep-name')).toHaveLength(1);
  });

  it('can be skipped at once, and doesn’t come back', () => {
    const props = fresh();
    draw(<Options {...props} />);
    click(byId('first-run-done'));
    expect(props.onSave).toHaveBeenCalledExactlyOnceWith({ firstRunDone: true });
    draw(<Options {...propsOf()} />);
    expect(allById('first-run')).toHaveLength(0);
    expect(allById('samples-load')).toHaveLength(1);
  });
});

describe('a server of models', () => {
  const groq = modelSettingsSchema.parse({ use: 'groq' });

  it('is tested as typed, and the models that it has are offered', async () => {
    const model = { ...groq, groqModel: 'a-model' };
    const props = propsOf({ settings: { ...settings, model } });
    draw(<Options {...props} />);
    type(byId('groq-key'), 'gsk_typed');
    click(byId('model-test'));
    await settle();
    expect(props.onTestModels).toHaveBeenCalledExactlyOnceWith({
      use: 'groq',
      baseUrl: '',
      apiKey: 'gsk_typed',
      model: 'a-model',
    });
    expect(byId('model-said').textContent).toContain('2 models');
    const offered = [...document.querySelectorAll('datalist option')];
    expect(offered.map((one) => one.getAttribute('value'))).toEqual(['a-model', 'b-model']);
    expect(allById('model-not-there')).toEqual([]);
  });

  it('that doesn’t have the chosen model says so, and one click takes its successor', async () => {
    const model = { ...groq, groqModel: 'gone' };
    const props = propsOf({ settings: { ...settings, model } });
    draw(<Options {...props} />);
    click(byId('model-test'));
    await settle();
    expect(byId('model-not-there').textContent).toContain('gone isn’t there any more');
    click(byId('take-successor'));
    expect(byId('groq-model').getAttribute('value')).toBe('b-model');
    expect(allById('model-not-there')).toEqual([]);
    click(byId('model-save'));
    await settle();
    expect(props.onSave).toHaveBeenCalledWith({ model: { ...model, groqModel: 'b-model' } });
  });

  it('of one’s own is asked at its address', async () => {
    const model = modelSettingsSchema.parse({
      use: 'openai_compatible',
      openaiBaseUrl: 'https://models.example/v1',
      openaiModel: 'a-model',
    });
    const props = propsOf({ settings: { ...settings, model } });
    draw(<Options {...props} />);
    click(byId('model-test'));
    await settle();
    expect(props.onTestModels).toHaveBeenCalledExactlyOnceWith({
      use: 'openai_compatible',
      baseUrl: 'https://models.example/v1',
      apiKey: '',
      model: 'a-model',
    });
    expect(byId('model-said').textContent).toBe('The server answers: 2 models');
  });
});

describe('permissions', () => {
  it('asks for the host of an address, on any port', () => {
    expect(patternOf('https://memory.acme.example:8443/api')).toBe('https://memory.acme.example/*');
  });

  it('asks for this machine’s too, and for nothing but http', () => {
    expect(patternOf('http://127.0.0.1:8888')).toBe('http://127.0.0.1/*');
    expect(patternOf('https://localhost:8888')).toBe('https://localhost/*');
    expect(patternOf('file:///etc/passwd')).toBeNull();
    expect(patternOf('memory')).toBeNull();
  });

  it('asks for the chosen model’s host only', () => {
    const model = modelSettingsSchema.parse({ openaiBaseUrl: 'https://models.example/v1' });
    expect(patternsOf({ model })).toEqual([]);
    expect(patternsOf({ model: { ...model, use: 'groq' } })).toEqual(['https://api.groq.com/*']);
    expect(patternsOf({ model: { ...model, use: 'openai_compatible' } })).toEqual([
      'https://models.example/*',
    ]);
  });
});
