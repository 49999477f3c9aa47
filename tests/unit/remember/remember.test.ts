import { beforeEach, expect, it, vi } from 'vitest';
import { answerRemember } from '../../../entrypoints/background/remember';
import type { Detection } from '../../../lib/detect/detection';
import { detection, person } from '../../../lib/detect/people';
import type { LogDraft, WhoIs } from '../../../lib/messages';
import { type Passage, rememberKey } from '../../../lib/remember';

const found = vi.hoisted(() => ({
  session: {} as Record<string, unknown>,
  saved: [] as LogDraft[],
  page: null as Detection | null,
  who: null as (Pick<WhoIs, 'person' | 'decided'> & { namesakes: object[] }) | null,
  clicked: (_: object, __: object) => {},
  pick: async (_: { data: object }) => {},
}));

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { onInstalled: { addListener: () => {} } },
    contextMenus: {
      onClicked: {
        addListener: (listener: typeof found.clicked) => {
          found.clicked = listener;
        },
      },
    },
    storage: {
      session: {
        get: async () => structuredClone(found.session),
        set: async (values: object) => void Object.assign(found.session, structuredClone(values)),
      },
    },
  },
}));
vi.mock('../../../entrypoints/background/door', () => ({
  answer: (_: string, __: string, ___: unknown, handler: typeof found.pick) => {
    found.pick = handler;
  },
}));
vi.mock('../../../entrypoints/background/logs', () => ({
  saveLog: async (draft: LogDraft) => {
    found.saved.push(draft);
    return { ok: true, id: draft.id ?? `made-${found.saved.length}` };
  },
}));
vi.mock('../../../entrypoints/background/pages', () => ({ pageOf: async () => found.page }));
vi.mock('../../../entrypoints/background/memory', () => ({
  withMemory: async (work: (memory: object) => Promise<object>) =>
    found.who ? { ok: true, ...(await work({ whoIs: async () => found.who })) } : { ok: false },
}));
vi.mock('../../../entrypoints/background/panel', () => ({ openPanel: async () => true }));
vi.mock('../../../entrypoints/background/settings', () => ({
  settingsRead: async () => ({ ownAddresses: [], ownDomains: [] }),
}));

const ada = { name: 'Ada Lovelace', email: 'ada@x.example' };

async function select(selectionText: string): Promise<void> {
  found.clicked(
    { menuItemId: 'remember', selectionText, pageUrl: 'https://x.example/' },
    { id: 1 },
  );
  await vi.waitFor(() => {
    const state = found.session[rememberKey] as { passage?: Passage } | undefined;
    expect(state?.passage?.text).toBe(selectionText);
  });
}

beforeEach(() => {
  found.session = {};
  found.saved = [];
  found.page = null;
  found.who = null;
  answerRemember();
});

it('a passage whose person is named twice, since the worker died in between, is one log', async () => {
  await select('She asked for a pilot.');
  const asking = structuredClone(found.session);
  await found.pick({ data: ada });
  expect(found.session[rememberKey]).toMatchObject({ state: 'done', id: found.saved[0]?.id });
  found.session = asking;
  await found.pick({ data: ada });
  expect(found.saved).toHaveLength(2);
  expect(found.saved[0]).toMatchObject({ summary: 'She asked for a pilot.', prospect: ada });
  expect(found.saved[0]?.id).toBeDefined();
  expect(found.saved[1]).toEqual(found.saved[0]);
});

it('two passages are two logs, in the same words too', async () => {
  await select('Yes.');
  await found.pick({ data: ada });
  found.session = {};
  await select('Yes.');
  await found.pick({ data: ada });
  expect(new Set(found.saved.map(({ id }) => id)).size).toBe(2);
});

const onPage = (name: string, email: string | null) => {
  const people = [person('contact', name, email)].filter((one) => one !== null);
  const about = { site: 'test', kind: 'record', pageId: '1', reason: 'test' } as const;
  found.page = detection({ ...about, people, confidence: 'high' });
};
const bare = { name: ada.name };

/** Selects on a page about one person. @returns about whom it was saved at once; null: it is asked. */
async function selectAt(name: string, email: string | null) {
  onPage(name, email);
  const info = { menuItemId: 'remember', selectionText: 'Yes.', pageUrl: 'https://x.example/' };
  found.clicked(info, { id: 1 });
  await vi.waitFor(() => expect(found.session[rememberKey]).toBeDefined());
  return found.saved[0]?.prospect ?? null;
}

it('a passage of a page about one address is saved at once, whatever memory knows', async () => {
  expect((await selectAt(ada.name, ada.email))?.email).toBe(ada.email);
});

it('a passage of a page with a name alone is about whom the rep said that it means', async () => {
  found.who = { person: ada, decided: true, namesakes: [{}] };
  expect(await selectAt(ada.name, null)).toEqual(ada);
});

it('a passage of a page with a name that others have is asked about', async () => {
  found.who = { person: bare, decided: false, namesakes: [{}] };
  expect(await selectAt(ada.name, null)).toBeNull();
});

it('a passage of a page with a name alone is asked about while memory is away', async () => {
  expect(await selectAt(ada.name, null)).toBeNull();
});

it('a passage of a page with a name that nobody else has is saved at once', async () => {
  found.who = { person: bare, decided: false, namesakes: [] };
  expect(await selectAt(ada.name, null)).toEqual(bare);
});
