import { beforeEach, expect, it, vi } from 'vitest';
import { answerRemember } from '../../../entrypoints/background/remember';
import type { LogDraft } from '../../../lib/messages';
import { type Passage, rememberKey } from '../../../lib/remember';

const found = vi.hoisted(() => ({
  session: {} as Record<string, unknown>,
  saved: [] as LogDraft[],
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
vi.mock('../../../entrypoints/background/pages', () => ({ pageOf: async () => null }));
vi.mock('../../../entrypoints/background/panel', () => ({ openPanel: async () => true }));
vi.mock('../../../entrypoints/background/settings', () => ({ settingsRead: async () => ({}) }));

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
