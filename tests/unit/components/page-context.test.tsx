// @vitest-environment happy-dom
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { usePageContext } from '../../../entrypoints/pages/usePageContext';
import type { PageContext, PageShown } from '../../../lib/messages';
import { nobodyYet, priya } from '../../fixtures/briefs/priya';
import { draw, settle } from './render';

const background = vi.hoisted(() => ({
  answers: [] as ((context: unknown) => void)[],
  hear: new Map<string, (data: unknown) => void>(),
}));

vi.mock('../../../lib/messages', () => ({
  sendMessage: () => new Promise((resolve) => background.answers.push(resolve)),
}));
vi.mock('../../../entrypoints/pages/hear', () => ({
  hear: (kind: string, listener: (data: unknown) => void) => {
    background.hear.set(kind, listener);
    return () => background.hear.delete(kind);
  },
}));

const here = 7;
const about = (prospect: typeof priya.prospect): PageContext => ({
  tabId: 1,
  detection: null,
  prospects: [prospect],
});
const tell = (shown: PageShown) => act(async () => background.hear.get('pageShown')?.(shown));

let shown: PageContext | null = null;
type Updated = (tabId: number, to: { status?: string }, tab: { active: boolean }) => void;
const onUpdated = new Set<Updated>();
const updated: Updated = (...change) => {
  for (const listener of onUpdated) listener(...change);
};
function Page({ first }: { first?: PageContext }) {
  shown = usePageContext(first);
  return null;
}

beforeEach(() => {
  background.answers.length = 0;
  onUpdated.clear();
  vi.stubGlobal('chrome', {
    windows: { getCurrent: async () => ({ id: here }) },
    tabs: {
      onUpdated: {
        addListener: (listener: Updated) => onUpdated.add(listener),
        removeListener: (listener: Updated) => onUpdated.delete(listener),
      },
    },
  });
});

describe('what the page in front is about', () => {
  it('is what the background says of this window, without a question', async () => {
    draw(<Page />);
    await settle();
    expect(shown).toBeNull();
    await tell({ windowId: here + 1, context: about(nobodyYet.prospect) });
    expect(shown).toBeNull();
    await tell({ windowId: here, context: about(priya.prospect) });
    expect(shown?.prospects).toEqual([priya.prospect]);
    expect(background.answers).toHaveLength(1);
  });

  it('is never an answer that newer word has overtaken', async () => {
    draw(<Page />);
    await settle();
    await tell({ windowId: here, context: about(priya.prospect) });
    await act(async () => background.answers[0]?.(about(nobodyYet.prospect)));
    expect(shown?.prospects).toEqual([priya.prospect]);
  });

  it('begins with what was known before, until the background answers', async () => {
    draw(<Page first={about(priya.prospect)} />);
    expect(shown?.prospects).toEqual([priya.prospect]);
    await settle();
    await act(async () => background.answers[0]?.(about(nobodyYet.prospect)));
    expect(shown?.prospects).toEqual([nobodyYet.prospect]);
  });

  it('is asked for anew when the tab in front goes to another page, and not when one behind does', async () => {
    draw(<Page first={about(priya.prospect)} />);
    await settle();
    updated(2, { status: 'loading' }, { active: false });
    updated(1, {}, { active: true });
    await settle();
    expect(background.answers).toHaveLength(1);
    updated(1, { status: 'loading' }, { active: true });
    await settle();
    expect(background.answers).toHaveLength(2);
    await act(async () => background.answers[1]?.({ tabId: 1, detection: null, prospects: [] }));
    expect(shown?.prospects).toEqual([]);
    draw(null);
    expect(onUpdated.size).toBe(0);
  });
});
