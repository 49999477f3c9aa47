import { beforeEach, expect, it, vi } from 'vitest';
import { pageIsIn, sidePanelIsOpen } from '../../../entrypoints/pages/sidePanel';

let open: { documentId: string; windowId: number }[];
let stored: Record<string, unknown>;

beforeEach(() => {
  open = [];
  stored = {};
  vi.stubGlobal('chrome', {
    runtime: { ContextType: { SIDE_PANEL: 'SIDE_PANEL' }, getContexts: async () => open },
    storage: {
      session: {
        get: async () => structuredClone(stored),
        set: async (values: object) => void Object.assign(stored, values),
      },
    },
  });
});

it('no side panel is open in any window', async () => {
  await pageIsIn('gone', 1);
  expect(await sidePanelIsOpen(1)).toBe(false);
});

it('a side panel is in the window that it said, where the browser says none', async () => {
  open = [{ documentId: 'a', windowId: -1 }];
  // It has only just been opened, and asked for nothing yet.
  expect(await sidePanelIsOpen(1)).toBe(true);
  await pageIsIn('a', 1);
  expect(await sidePanelIsOpen(1)).toBe(true);
  expect(await sidePanelIsOpen(2)).toBe(false);
});

it('what the browser says of its window is believed', async () => {
  open = [{ documentId: 'a', windowId: 2 }];
  await pageIsIn('a', 1);
  expect(await sidePanelIsOpen(1)).toBe(false);
  expect(await sidePanelIsOpen(2)).toBe(true);
});

it('pages that are long gone make room', async () => {
  for (let page = 0; page < 40; page += 1) await pageIsIn(`page-${page}`, page);
  open = [{ documentId: 'page-39', windowId: -1 }];
  expect(await sidePanelIsOpen(39)).toBe(true);
  expect(Object.keys(stored.panels as object).length).toBeLessThan(20);
});
