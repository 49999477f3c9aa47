// @vitest-environment happy-dom
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Popup } from '../../../components/Popup';
import { usePopup } from '../../../entrypoints/popup/usePopup';
import type { Prospect } from '../../../lib/identity/prospect';
import type { PageContext } from '../../../lib/messages';
import { priya } from '../../fixtures/briefs/priya';
import { areaOver, kept } from '../session-area';
import { allById, byId, click, draw, settle, type } from './render';

type Handler = (data: never) => unknown;
const background = vi.hoisted(() => ({
  answers: new Map<string, Handler>(),
  listeners: new Map<string, Set<(data: never) => void>>(),
}));

vi.mock('../../../lib/messages', () => ({
  sendMessage: async (kind: string, data: never) => background.answers.get(kind)?.(data),
}));
vi.mock('../../../entrypoints/pages/hear', () => ({
  hear: (kind: string, listener: (data: never) => void) => {
    const listeners = background.listeners.get(kind) ?? new Set();
    background.listeners.set(kind, listeners.add(listener));
    return () => listeners.delete(listener);
  },
}));

const tell = (what: string) =>
  act(async () => {
    for (const listener of background.listeners.get('changed') ?? []) listener(what as never);
  });

const nothing = { addListener: () => {}, removeListener: () => {} };
const aboutPriya: PageContext = { tabId: 1, detection: null, prospects: [priya.prospect] };
const away = {
  ok: false as const,
  reason: 'unreachable' as const,
  message: 'Memory can’t be reached. What you log is kept here.',
  brief: null,
};

/** What `storage.session` holds, as far as the popup uses it. */
let session: Record<string, unknown>;

beforeEach(() => {
  session = {};
  background.answers.clear();
  background.answers.set('pageContext', () => aboutPriya);
  background.answers.set('knownProspects', () => away);
  background.answers.set('brief', () => ({ ok: true, brief: priya }));
  background.answers.set('whoIs', () => away);
  background.answers.set('outbox', () => []);
  background.answers.set('dueMeetings', () => []);
  vi.stubGlobal('chrome', {
    windows: { getCurrent: async () => ({ id: 7 }) },
    tabs: { query: async () => [], onUpdated: nothing },
    storage: {
      session: {
        ...areaOver(() => session),
        onChanged: nothing,
      },
    },
  });
});

function ToolbarPopup() {
  return <Popup {...usePopup()} />;
}

describe('how the deal stands, in the popup', () => {
  it('says that memory is away instead of reading on and on, and reads again once it is back', async () => {
    background.answers.set('brief', () => away);
    draw(<ToolbarPopup />);
    await settle();
    expect(byId('popup-about').textContent).not.toContain('Reading');
    expect(byId('popup-away').textContent).toBe('Memory can’t be reached.');
    background.answers.set('brief', () => ({ ok: true, brief: priya }));
    await tell('memory');
    expect(allById('popup-away')).toHaveLength(0);
    expect(byId('popup-score').textContent).toContain(`${priya.score}`);
  });

  it('keeps the last score of this session where memory is away, and says so beside it', async () => {
    Object.assign(session, kept(priya));
    background.answers.set('brief', () => away);
    draw(<ToolbarPopup />);
    await settle();
    expect(byId('popup-score').textContent).toContain(`${priya.score}`);
    expect(byId('popup-away').textContent).toBe('Memory can’t be reached.');
  });
});

describe('words without a name, in the popup', () => {
  const name = () => (byId('log-prospect-name') as HTMLInputElement).value;
  const words = () => (byId('log-text') as HTMLTextAreaElement).value;

  it('typed before the page was known are about its prospect', async () => {
    const known = Promise.withResolvers<PageContext>();
    background.answers.set('pageContext', () => known.promise);
    draw(<ToolbarPopup />);
    await settle();
    type(byId('log-text'), 'She wants');
    known.resolve(aboutPriya);
    await settle();
    expect(name()).toBe(priya.prospect.name);
    expect(words()).toBe('She wants');
    expect(session.draft).toMatchObject({ name: priya.prospect.name, summary: 'She wants' });
  });

  it('that were kept from earlier may be about anybody: the page’s prospect is offered', async () => {
    session.draft = { name: '', email: '', company: '', summary: 'She wants', outcome: 'none' };
    draw(<ToolbarPopup />);
    await settle();
    expect(name()).toBe('');
    click(byId('log-about-page'));
    expect(name()).toBe(priya.prospect.name);
    expect(words()).toBe('She wants');
  });
});

describe('a name on the page that the rep said the meaning of, in the popup', () => {
  const bare = { name: 'Sarah Chen' };
  const contoso = { ...bare, email: 's.chen@contoso.example', company: 'Contoso' };

  const loggedAbout = async (named: Prospect, person: Prospect, decided: boolean) => {
    background.answers.set('pageContext', () => ({ ...aboutPriya, prospects: [named] }));
    background.answers.set('whoIs', () => ({
      ok: true,
      person,
      decided,
      others: [],
      namesakes: [],
    }));
    draw(<ToolbarPopup />);
    await settle();
    return (byId('log-prospect-email') as HTMLInputElement).value;
  };

  it('is that person', async () => {
    expect(await loggedAbout(bare, contoso, true)).toBe(contoso.email);
  });

  it('is the name alone where nobody said it', async () => {
    expect(await loggedAbout(bare, contoso, false)).toBe('');
  });

  it('is whom the address says, whatever was decided', async () => {
    expect(await loggedAbout(contoso, bare, true)).toBe(contoso.email);
  });
});
