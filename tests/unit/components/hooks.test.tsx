// @vitest-environment happy-dom
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ModelStatus } from '../../../components/brief/ModelLine';
import { type Draft, fieldsOf } from '../../../components/log/draft';
import type { QuickLogProps } from '../../../components/log/QuickLog';
import { dropDraft } from '../../../entrypoints/pages/draftStore';
import { useOutbox } from '../../../entrypoints/pages/useOutbox';
import { useQuickLog } from '../../../entrypoints/pages/useQuickLog';
import { useBrief } from '../../../entrypoints/sidepanel/useBrief';
import type { Brief } from '../../../lib/brief/types';
import { prospectKey } from '../../../lib/identity/key';
import type { Prospect } from '../../../lib/identity/prospect';
import type { BriefAnswer, OutboxItemView } from '../../../lib/messages';
import { nobodyYet, priya } from '../../fixtures/briefs/priya';
import { areaOver, kept } from '../session-area';
import { draw, settle } from './render';

type Handler = (data: never) => unknown;
const background = vi.hoisted(() => ({
  answers: new Map<string, Handler>(),
  changed: null as null | ((what: string) => void),
  modelWait: null as null | ((wait: { key: string; seconds: number }) => void),
}));

vi.mock('../../../lib/messages', () => ({
  sendMessage: async (kind: string, data: never) => background.answers.get(kind)?.(data),
}));
vi.mock('../../../entrypoints/pages/hear', () => ({
  hear: (kind: string, listener: (data: never) => void) => {
    if (kind === 'modelWait') background.modelWait = listener as never;
    else background.changed = listener as never;
  },
}));

const tell = (what: string) => act(async () => background.changed?.(what));

/** What `storage.session` holds, as far as the pages use it. */
let session: Record<string, unknown> = {};
let settings: object | undefined;
let sessionListener: ((changes: Record<string, { newValue?: unknown }>) => void) | null = null;

beforeEach(() => {
  session = {};
  settings = undefined;
  background.answers.clear();
  vi.stubGlobal('chrome', {
    storage: {
      local: { get: async () => ({ settings }) },
      session: {
        ...areaOver(() => session),
        onChanged: {
          addListener: (listener: typeof sessionListener) => {
            sessionListener = listener;
          },
          removeListener: () => {
            sessionListener = null;
          },
        },
      },
    },
  });
});

let shown: BriefAnswer | null = null;
let last: Brief | null = null;
let model: ModelStatus | null = null;
/** Readers of the briefs that were drawn, in order. */
let drawn: (string | undefined)[] = [];
interface BriefPageProps {
  about: Prospect;
  handed?: Brief | null;
  first?: Brief;
  surface?: string;
}
function BriefPage({ about, handed, first, surface }: BriefPageProps) {
  ({ answer: shown, last, model } = useBrief(about, handed, first, surface));
  drawn.push((shown?.brief ?? last)?.reader);
  return null;
}

let log: QuickLogProps | null = null;
/** Every state that was drawn, in order. */
let states: (string | undefined)[] = [];
function LogPage({ about }: { about: Prospect | null }) {
  log = useQuickLog(about, useOutbox());
  states.push(log.log?.state);
  return null;
}

describe('the brief of the panel', () => {
  const lena = nobodyYet.prospect;

  it('never shows an answer about somebody else, however late it comes', async () => {
    const waiting = new Map<string, (answer: BriefAnswer) => void>();
    background.answers.set(
      'brief',
      ({ name }: Prospect) => new Promise((resolve) => waiting.set(name, resolve)),
    );
    draw(<BriefPage about={priya.prospect} />);
    draw(<BriefPage about={lena} />);
    await settle();
    await act(async () => waiting.get(lena.name)?.({ ok: true, brief: nobodyYet }));
    expect(shown?.brief).toBe(nobodyYet);
    await act(async () => waiting.get(priya.prospect.name)?.({ ok: true, brief: priya }));
    expect(shown?.brief).toBe(nobodyYet);
  });

  it('is read anew when the rep comes back to one that has stood for long', async () => {
    const read = vi.fn(() => ({ ok: true, brief: priya }));
    background.answers.set('brief', read);
    const clock = vi.spyOn(Date, 'now').mockReturnValue(0);
    const readAfter = async (minutes: number, comesBack: () => void) => {
      read.mockClear();
      clock.mockReturnValue(minutes * 60_000);
      act(comesBack);
      await settle();
      return read.mock.calls.length;
    };
    const focus = () => void dispatchEvent(new Event('focus'));
    draw(<BriefPage about={priya.prospect} surface="invite" />);
    await settle();
    expect(await readAfter(9, focus)).toBe(0);
    expect(await readAfter(11, focus)).toBe(1);
    // That counts from now on.
    expect(await readAfter(12, focus)).toBe(0);
    const seen = () => void document.dispatchEvent(new Event('visibilitychange'));
    expect(await readAfter(30, seen)).toBe(1);
    const opens = (surface: string) => () =>
      draw(<BriefPage about={priya.prospect} surface={surface} />);
    expect(await readAfter(31, opens('record'))).toBe(0);
    expect(await readAfter(50, opens('invite'))).toBe(1);
    expect(shown?.brief).toBe(priya);
    clock.mockRestore();
  });

  it('keeps the brief on the screen until the newer one is there', async () => {
    background.answers.set('brief', () => ({ ok: true, brief: priya }));
    draw(<BriefPage about={priya.prospect} />);
    await settle();
    let answer: (answer: BriefAnswer) => void = () => {};
    background.answers.set(
      'brief',
      () =>
        new Promise<BriefAnswer>((resolve) => {
          answer = resolve;
        }),
    );
    await tell('memory');
    expect(shown?.brief).toBe(priya);
    const newer = { ...priya, score: 70 };
    await act(async () => answer({ ok: true, brief: newer }));
    expect(shown?.brief).toBe(newer);
  });

  const byGroq: Brief = { ...priya, reader: 'groq', score: 40 };

  it('paints the session’s last brief while memory is read, and keeps it where memory fails', async () => {
    Object.assign(session, kept(byGroq));
    let answer: (answer: BriefAnswer) => void = () => {};
    background.answers.set(
      'brief',
      () =>
        new Promise<BriefAnswer>((resolve) => {
          answer = resolve;
        }),
    );
    draw(<BriefPage about={priya.prospect} />);
    await settle();
    expect(shown).toBeNull();
    expect(last).toBe(byGroq);
    const failed = { ok: false as const, reason: 'unreachable' as const, message: 'Away.' };
    await act(async () => answer({ ...failed, brief: null }));
    expect(shown).toMatchObject(failed);
    expect(last).toBe(byGroq);
  });

  it('never paints the last brief of somebody else', async () => {
    Object.assign(session, kept(byGroq));
    background.answers.set('brief', () => new Promise(() => {}));
    draw(<BriefPage about={lena} />);
    await settle();
    expect(last).toBeNull();
  });

  it('paints a brief that came with the news of a person, and no other’s', async () => {
    background.answers.set('brief', ({ name }: Prospect) =>
      name === lena.name ? { ok: true, brief: nobodyYet } : new Promise(() => {}),
    );
    draw(<BriefPage about={lena} first={priya} />);
    expect(last).toBeNull();
    draw(<BriefPage about={priya.prospect} handed={priya} />);
    expect(last).toBe(priya);
    draw(<BriefPage about={lena} handed={priya} />);
    expect(last).toBeNull();
    await settle();
    expect(last).toBe(nobodyYet);
    // It was the newest when it came: what was kept since is newer.
    const newer = { ...priya, score: 70 };
    Object.assign(session, kept(newer));
    draw(<BriefPage about={priya.prospect} handed={priya} />);
    expect(last).toBeNull();
    await settle();
    expect(last).toBe(newer);
  });

  it('begins with the brief that it was given, and takes the answer for a newer one', async () => {
    const answered = Promise.withResolvers<BriefAnswer>();
    background.answers.set('brief', () => answered.promise);
    draw(<BriefPage about={priya.prospect} first={priya} />);
    expect(last).toBe(priya);
    const newer = { ...priya, score: 70 };
    await act(async () => answered.resolve({ ok: true, brief: newer }));
    await settle();
    expect(shown?.brief).toBe(newer);
  });

  it('goes from a model’s brief to the newer one without the basic one in between', async () => {
    Object.assign(session, kept(byGroq));
    background.answers.set('brief', () => ({ ok: true, brief: priya }));
    const newer = { ...byGroq, score: 41 };
    background.answers.set('modelBrief', () => ({ ok: true, brief: newer }));
    drawn = [];
    draw(<BriefPage about={priya.prospect} />);
    await settle();
    expect(shown?.brief).toBe(newer);
    expect(drawn).not.toContain('basic');
    expect(session).toMatchObject(kept(newer));
  });

  it('paints the basic brief first where there is a new log, and where the model is given up', async () => {
    Object.assign(session, kept({ ...byGroq, timeline: byGroq.timeline.slice(1) }));
    background.answers.set('brief', () => ({ ok: true, brief: priya }));
    let answer: (answer: object) => void = () => {};
    background.answers.set('modelBrief', () => new Promise((resolve) => (answer = resolve)));
    draw(<BriefPage about={priya.prospect} />);
    await settle();
    expect(shown?.brief).toBe(priya);
    await act(async () => answer({ ok: true, brief: byGroq }));
    expect(shown?.brief).toBe(byGroq);
    background.answers.set('modelBrief', () => null);
    await tell('memory');
    await settle();
    expect(shown?.brief).toBe(priya);
  });

  it('shows the basic brief and why, where the chosen model gives none', async () => {
    background.answers.set('brief', () => ({ ok: true, brief: priya }));
    background.answers.set('modelBrief', () => null);
    settings = { model: { use: 'chrome' } };
    draw(<BriefPage about={priya.prospect} />);
    // The code of Chrome's model is loaded only now.
    for (const end = Date.now() + 10_000; model === null && Date.now() < end; ) await settle(50);
    expect(model).toMatchObject({
      state: 'failed',
      message: expect.stringMatching(/built-in model/),
    });
    expect(shown?.brief).toMatchObject({ reader: 'basic', score: priya.score });
  });

  it('says while a model’s server asks to wait, and no longer once it answered', async () => {
    background.answers.set('brief', () => ({ ok: true, brief: priya }));
    let answer: (answer: object) => void = () => {};
    background.answers.set('modelBrief', () => new Promise((resolve) => (answer = resolve)));
    draw(<BriefPage about={priya.prospect} />);
    await settle();
    expect(model).toBeNull();
    const waitFor = (key: string) => act(async () => background.modelWait?.({ key, seconds: 12 }));
    await waitFor('somebody@else.example');
    expect(model).toBeNull();
    await waitFor(prospectKey(priya.prospect));
    const until =
      model !== null && 'until' in model ? Date.parse((model as { until: string }).until) : 0;
    expect(until - Date.now()).toBeGreaterThan(5_000);
    expect(shown?.brief).toBe(priya);
    await act(async () => answer({ ok: true, brief: byGroq }));
    expect(shown?.brief).toBe(byGroq);
    expect(model).toBeNull();
  });

  it('keeps no brief of somebody without a history', async () => {
    Object.assign(session, kept({ ...byGroq, prospect: lena }));
    background.answers.set('brief', () => ({ ok: true, brief: nobodyYet }));
    draw(<BriefPage about={lena} />);
    await settle();
    expect(session).toEqual({ briefs: [] });
  });

  it('says so where the background is gone', async () => {
    background.answers.set('brief', () => {
      throw new Error('Extension context invalidated.');
    });
    draw(<BriefPage about={priya.prospect} />);
    await settle();
    expect(shown).toMatchObject({ ok: false, reason: 'broken', brief: null });
  });
});

describe('a log', () => {
  let outbox: OutboxItemView[] = [];
  const typed = (summary: string): Draft => {
    if (!log) throw new Error('Nothing drawn.');
    return { ...log.draft, summary, outcome: 'pilot' };
  };
  const typedAbout = (who: Prospect, summary: string): Draft => ({
    ...fieldsOf(who),
    ...{ summary, outcome: 'none' },
  });
  const item = (state: OutboxItemView['state'], message: string | null = null): OutboxItemView => ({
    id: 'x1',
    prospect: priya.prospect,
    summary: 'She wants a pilot.',
    outcome: 'pilot',
    at: '2026-05-20T08:00:00.000Z',
    state,
    message,
  });

  beforeEach(() => {
    outbox = [];
    background.answers.set('outbox', () => outbox);
    background.answers.set('saveLog', () => {
      outbox = [item('waiting')];
      return { ok: true, id: 'x1' };
    });
  });

  async function saved(): Promise<void> {
    states = [];
    draw(<LogPage about={priya.prospect} />);
    await settle();
    await act(async () => log?.onDraft(typed('She wants a pilot.')));
    await act(async () => log?.onSave(typed('She wants a pilot.')));
    await settle();
  }

  it('is saved here first and for good only once the outbox let go of it', async () => {
    const answer = background.answers.get('saveLog');
    const kept = Promise.withResolvers<void>();
    background.answers.set('saveLog', async (data) => {
      await kept.promise;
      return answer?.(data);
    });
    await saved();
    expect(log?.log).toEqual({ state: 'saving' });
    kept.resolve();
    await settle();
    expect(states).not.toContain('for_good');
    expect(log?.log).toEqual({ state: 'here', id: 'x1' });
    outbox = [item('sending')];
    await tell('outbox');
    expect(log?.log).toEqual({ state: 'sending', id: 'x1' });
    outbox = [];
    await tell('memory');
    expect(log?.log).toEqual({ state: 'for_good', id: 'x1' });
  });

  it('says why where it needs the rep', async () => {
    await saved();
    outbox = [item('needs_you', 'The server refused the key.')];
    await tell('outbox');
    expect(log?.log).toEqual({
      state: 'needs_you',
      id: 'x1',
      message: 'The server refused the key.',
    });
  });

  it('goes out as soon as the browser is online again, where one waits', async () => {
    let retries = 0;
    background.answers.set('retryOutbox', () => {
      retries += 1;
      outbox = [];
    });
    await saved();
    await act(async () => void dispatchEvent(new Event('online')));
    await settle();
    expect(retries).toBe(1);
    expect(log?.log).toEqual({ state: 'for_good', id: 'x1' });
    await act(async () => void dispatchEvent(new Event('online')));
    expect(retries).toBe(1);
  });

  it('empties the field and the kept draft, and gives the words back on undo', async () => {
    await saved();
    expect(log?.draft).toMatchObject({ name: 'Priya Sharma', summary: '', outcome: 'none' });
    expect(session.draft).toMatchObject({ summary: '' });
    background.answers.set('undoLog', () => ({ ok: true }));
    await act(async () => log?.onUndo('x1'));
    expect(log?.draft).toMatchObject({ summary: 'She wants a pilot.', outcome: 'pilot' });
    expect(log?.log).toEqual({ state: 'undone' });
  });

  it('that is taken back while the next one is typed loses the words of neither', async () => {
    await saved();
    background.answers.set('undoLog', () => ({ ok: true }));
    await act(async () => log?.onDraft({ ...typed('He calls'), name: 'James Okafor' }));
    await act(async () => log?.onUndo('x1'));
    expect(log?.draft).toMatchObject({
      name: 'James Okafor',
      summary: 'She wants a pilot.\n\nHe calls',
    });
    expect(session.draft).toMatchObject({ summary: 'She wants a pilot.\n\nHe calls' });
  });

  it('keeps the words where saving failed', async () => {
    background.answers.set('saveLog', () => ({ ok: false, reason: 'full', message: 'disk full' }));
    await saved();
    expect(log?.log).toEqual({ state: 'failed', message: 'disk full' });
    expect(log?.draft.summary).toBe('She wants a pilot.');
  });

  it('is one log where the answer got lost and the rep saves again', async () => {
    const handed: { id?: string; at?: string }[] = [];
    background.answers.set('saveLog', (draft) => {
      handed.push(draft);
      throw new Error('The message port closed before a response was received.');
    });
    await saved();
    expect(log?.log?.state).toBe('failed');
    await act(async () => log?.onSave(log.draft));
    await settle();
    // Also after the popup was closed and opened: the kept draft knows.
    draw(<LogPage key="again" about={priya.prospect} />);
    await settle();
    await act(async () => log?.onSave(log.draft));
    await settle();
    expect(handed).toHaveLength(3);
    expect(new Set(handed.map(({ id, at }) => `${id} ${at}`)).size).toBe(1);
    expect(handed[0]?.id).toMatch(/^[\da-f-]{36}$/);
  });

  it('is another log than the one handed over before, once its words were deleted', async () => {
    const attempt = { id: 'x0', at: '2026-05-20T07:00:00.000Z' };
    session.draft = { ...typedAbout(nobodyYet.prospect, 'Intro call.'), attempt };
    const handed: { id?: string }[] = [];
    background.answers.set('saveLog', (draft: { id?: string }) => {
      handed.push(draft);
      return { ok: true, id: draft.id };
    });
    draw(<LogPage about={priya.prospect} />);
    await settle();
    for (const summary of ['', 'She wants a pilot.']) {
      await act(async () => log?.onDraft({ ...log.draft, summary }));
    }
    await act(async () => log?.onSave(log.draft));
    await settle();
    expect(handed).toMatchObject([{ summary: 'She wants a pilot.' }]);
    expect(handed[0]?.id).not.toBe('x0');
  });

  it('keeps what is typed on while it is saved, as more words of the same log', async () => {
    const handed: { id?: string; summary?: string }[] = [];
    let answer: () => void = () => {};
    background.answers.set('saveLog', (draft: { id?: string }) => {
      handed.push(draft);
      return new Promise((resolve) => {
        answer = () => resolve({ ok: true, id: draft.id });
      });
    });
    draw(<LogPage about={priya.prospect} />);
    await settle();
    await act(async () => log?.onSave(typed('She wants a pilot.')));
    await act(async () => log?.onDraft({ ...log.draft, summary: 'She wants a pilot. Soon.' }));
    await act(async () => answer());
    await settle();
    expect(log?.draft.summary).toBe('She wants a pilot. Soon.');
    background.answers.set('undoLog', () => ({ ok: true }));
    await act(async () => log?.onUndo(handed[0]?.id ?? ''));
    expect(log?.draft.summary).toBe('She wants a pilot. Soon.');
    await act(async () => log?.onSave(log.draft));
    expect(handed.map(({ summary }) => summary)).toEqual([
      'She wants a pilot.',
      'She wants a pilot. Soon.',
    ]);
    expect(new Set(handed.map(({ id }) => id)).size).toBe(1);
  });

  it.each([
    ['goes with the log that it became', 'x0', 'Intro call. ', undefined],
    ['that was written on stays', 'x0', 'Intro call', 'Intro call.'],
    ['of another log stays', 'x1', 'Intro call.', 'Intro call.'],
  ])('its draft %s', async (_, id, summary, left) => {
    const attempt = { id: 'x0', at: '2026-05-20T07:00:00.000Z' };
    session.draft = { ...typedAbout(nobodyYet.prospect, 'Intro call.'), attempt };
    await dropDraft(id, summary);
    expect((session.draft as Draft | undefined)?.summary).toBe(left);
  });

  it('finds its draft again after the page was closed, about the same person', async () => {
    session.draft = {
      name: 'James Okafor',
      email: 'james@paysend.example',
      company: '',
      summary: 'Half a sentence',
      outcome: 'demo',
    };
    draw(<LogPage about={priya.prospect} />);
    await settle();
    expect(log?.draft).toEqual(session.draft);
  });

  it('takes nothing for a draft that has no words or isn’t one', async () => {
    for (const kept of [null, 'text', { name: 'James Okafor', summary: ' ' }, { summary: 5 }]) {
      session.draft = kept;
      draw(<LogPage key={JSON.stringify(kept)} about={priya.prospect} />);
      await settle();
      expect(log?.draft).toMatchObject({ name: 'Priya Sharma', summary: '' });
    }
  });

  it('follows the page while nothing is typed, and stays once something is', async () => {
    draw(<LogPage about={priya.prospect} />);
    await settle();
    draw(<LogPage about={nobodyYet.prospect} />);
    expect(log?.draft.name).toBe('Lena Wójcik');
    await act(async () => log?.onDraft(typed('Intro call')));
    draw(<LogPage about={priya.prospect} />);
    expect(log?.draft.name).toBe('Lena Wójcik');
  });

  it('is about the page’s prospect again after a log about somebody else', async () => {
    await saved();
    const other = { ...typed('He liked it.'), name: 'James Okafor', email: '', company: '' };
    await act(async () => log?.onSave(other));
    await settle();
    expect(log?.draft).toMatchObject({ name: 'Priya Sharma', email: priya.prospect.email });
  });

  it('lets go of a draft that was saved in the other page', async () => {
    draw(<LogPage about={priya.prospect} />);
    await settle();
    await act(async () => log?.onDraft(typed('She wants a pilot.')));
    const own = session.draft;
    await act(async () => log?.onDraft(typed('She wants a pilot. Soon.')));
    await act(async () => sessionListener?.({ draft: { newValue: own } }));
    expect(log?.draft.summary).toBe('She wants a pilot. Soon.');
    await act(async () => sessionListener?.({ draft: { newValue: { summary: '', by: 'popup' } } }));
    expect(log?.draft.summary).toBe('');
  });
});
