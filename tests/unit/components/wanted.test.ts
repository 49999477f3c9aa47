import { beforeEach, expect, it, vi } from 'vitest';
import { onWanted, want, wantedIn } from '../../../entrypoints/pages/wanted';
import { nobodyYet, priya } from '../../fixtures/briefs/priya';

type Listener = (changes: Record<string, { newValue?: unknown }>) => void;

let session: Record<string, unknown>;
let listeners: Listener[];
/** The window that asks which one it is in. */
let here: number;

const tell = (wanted: unknown) => {
  for (const listener of listeners) listener({ wanted: { newValue: wanted } });
};

beforeEach(() => {
  session = {};
  listeners = [];
  here = 1;
  vi.stubGlobal('chrome', {
    windows: { getCurrent: async () => ({ id: here }) },
    storage: {
      session: {
        get: async (key: string) => ({ [key]: session[key] }),
        set: async (values: Record<string, unknown>) => {
          Object.assign(session, values);
          tell(values.wanted);
        },
        remove: async (key: string) => {
          delete session[key];
          tell(undefined);
        },
        onChanged: { addListener: (listener: Listener) => listeners.push(listener) },
      },
    },
  });
});

const settled = () => new Promise((resolve) => setTimeout(resolve));

it('whoever is wanted in a window is shown by its panel, and by no other', async () => {
  const take = vi.fn();
  onWanted(take);
  await want(priya.prospect, 2);
  await settled();
  expect(take).not.toHaveBeenCalled();
  // Still there for the panel that opens in that window.
  expect(wantedIn(session.wanted, 1)).toBeNull();
  expect(wantedIn(session.wanted, 2)).toEqual(priya.prospect);
  await want(nobodyYet.prospect, 1);
  await settled();
  expect(take).toHaveBeenCalledExactlyOnceWith(nobodyYet.prospect);
  expect(session).toEqual({});
});

it('a panel that opens takes whoever waits for its window', async () => {
  await want(priya.prospect, 1);
  const take = vi.fn();
  onWanted(take);
  await settled();
  expect(take).toHaveBeenCalledExactlyOnceWith(priya.prospect);
  expect(session).toEqual({});
});

it('whoever is wanted in no window of the browser in particular is shown where it is heard of', async () => {
  await want(priya.prospect);
  expect(wantedIn(session.wanted, 7)).toEqual(priya.prospect);
  const take = vi.fn();
  onWanted(take);
  await settled();
  expect(take).toHaveBeenCalledExactlyOnceWith(priya.prospect);
});
