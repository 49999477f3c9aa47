import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type AtOnce,
  drawnFirst,
  heldAtOnce,
  heldNow,
} from '../../../entrypoints/sidepanel/atOnce';
import { nobodyYet, priya } from '../../fixtures/briefs/priya';
import { areaOver, kept } from '../session-area';

let session: Record<string, unknown>;
let address: string | undefined;
const origin = 'https://calendar.google.com';
const detection = { kind: 'meeting', pageId: 'event-1' };
const lena = nobodyYet.prospect;

beforeEach(() => {
  session = {};
  address = `${origin}/calendar/u/0/r/week`;
  vi.stubGlobal('atOnce', undefined);
  vi.stubGlobal('chrome', {
    tabs: { query: async () => [{ id: 3, url: address }] },
    storage: {
      session: areaOver(() => session),
    },
  });
});

describe('what a panel that opens can paint', () => {
  it('is whom the tab in front shows, with the session’s newest brief of them', async () => {
    Object.assign(session, {
      pages: {
        3: { detection, origin, people: [priya.prospect, lena] },
        4: { detection, origin, people: [lena] },
      },
      ...kept(priya),
    });
    expect(await heldNow()).toEqual({
      context: { tabId: 3, detection, prospects: [priya.prospect, lena] },
      wanted: null,
      brief: priya,
    });
  });

  it('is whoever was asked for, before the page', async () => {
    Object.assign(session, {
      pages: { 3: { detection, origin, people: [lena] } },
      wanted: { prospect: priya.prospect, at: 1 },
      ...kept(priya, 'briefs-ahead'),
    });
    expect(await heldNow()).toMatchObject({ wanted: priya.prospect, brief: priya });
  });

  it('is nobody where it was dropped who on the page is a prospect, or the page names none', async () => {
    session.pages = { 3: { detection, origin } };
    Object.assign(session, kept(priya));
    const nothing = { context: null, wanted: null, brief: null };
    expect(await heldNow()).toEqual(nothing);
    session.pages = { 3: { detection, origin, people: [] } };
    expect(await heldNow()).toEqual(nothing);
  });

  it('is nobody once the tab is elsewhere, whatever its page didn’t live to say', async () => {
    Object.assign(session, { pages: { 3: { detection, origin, people: [priya.prospect] } } });
    for (const elsewhere of [undefined, 'https://news.example/', `${origin}.evil.example/`]) {
      address = elsewhere;
      expect((await heldNow()).context).toBeNull();
    }
  });

  it('is nothing where the browser tells nothing, and what the head has asked for already', async () => {
    const nothing = { context: null, wanted: null, brief: null };
    vi.stubGlobal('chrome', {});
    expect(await heldAtOnce()).toEqual(nothing);
    vi.stubGlobal('atOnce', Promise.resolve({ ...nothing, wanted: priya.prospect }));
    expect(await heldAtOnce()).toEqual({ ...nothing, wanted: priya.prospect });
  });
});

describe('what is drawn before the panel’s own code runs', () => {
  const on = (...prospects: (typeof lena)[]) =>
    ({ tabId: 3, detection, prospects }) as unknown as AtOnce['context'];
  const { prospect } = priya;

  it('is the brief of whom the page names, or of whoever was asked for', () => {
    const byPage = drawnFirst({ context: on(prospect), wanted: null, brief: priya });
    expect(byPage).toEqual({ prospect, brief: priya, detection });
    const asked = drawnFirst({ context: null, wanted: prospect, brief: priya });
    expect(asked).toEqual({ prospect, brief: priya, detection: null });
    const both = drawnFirst({ context: on(prospect), wanted: prospect, brief: priya });
    expect(both).toEqual({ prospect, brief: priya, detection });
  });

  it('is nothing beside somebody else’s page, for several people, and without a brief', () => {
    expect(drawnFirst({ context: on(lena), wanted: prospect, brief: priya })).toBeNull();
    expect(drawnFirst({ context: on(prospect, lena), wanted: null, brief: priya })).toBeNull();
    expect(drawnFirst({ context: on(prospect), wanted: null, brief: null })).toBeNull();
    expect(drawnFirst({ context: null, wanted: null, brief: null })).toBeNull();
  });
});
