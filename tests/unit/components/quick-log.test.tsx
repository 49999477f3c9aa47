// @vitest-environment happy-dom
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { type Draft, draftAbout, type LogState, prospectOf } from '../../../components/log/draft';
import OutboxList from '../../../components/log/OutboxList';
import { QuickLog, type QuickLogProps } from '../../../components/log/QuickLog';
import type { Prospect } from '../../../lib/identity/prospect';
import type { OutboxItemView } from '../../../lib/messages';
import { allById, byId, click, draw, loaded, now, press, settle, type } from './render';

const priya: Prospect = {
  name: 'Priya Sharma',
  email: 'priya.sharma@rentokil.example',
  company: 'Rentokil',
};
const james: Prospect = { name: 'James Okafor', email: 'james.okafor@paysend.example' };

/** Holds the draft as a page does. */
function Held(props: Partial<QuickLogProps> & { start?: Draft }) {
  const [draft, setDraft] = useState(props.start ?? draftAbout(priya));
  return (
    <QuickLog
      draft={draft}
      onDraft={setDraft}
      about={priya}
      log={null}
      onSave={() => {}}
      onUndo={() => {}}
      search={async () => ({ ok: true, prospects: [] })}
      due={null}
      onDismissDue={() => {}}
      dictation={null}
      {...props}
    />
  );
}

describe('the quick log', () => {
  it('is about the prospect of the page, with the text field focused', () => {
    draw(<Held autoFocus />);
    expect((byId('log-prospect-name') as HTMLInputElement).value).toBe('Priya Sharma');
    expect((byId('log-prospect-email') as HTMLInputElement).value).toBe(priya.email);
    expect(document.activeElement).toBe(byId('log-text'));
  });

  it.each([{ ctrlKey: true }, { metaKey: true }])('saves by keyboard with %o', (modifier) => {
    const onSave = vi.fn();
    draw(<Held onSave={onSave} />);
    type(byId('log-text'), 'She wants a pilot.');
    click(byId('outcome-pilot'));
    press(byId('log-text'), 'Enter');
    expect(onSave).not.toHaveBeenCalled();
    press(byId('log-text'), 'Enter', modifier);
    expect(onSave).toHaveBeenCalledExactlyOnceWith({
      name: priya.name,
      email: priya.email,
      company: priya.company,
      summary: 'She wants a pilot.',
      outcome: 'pilot',
    });
  });

  it('leaves keys to an input method while it composes a word', () => {
    const onSave = vi.fn();
    draw(<Held onSave={onSave} start={{ ...draftAbout(priya), summary: 'にほ' }} />);
    press(byId('log-text'), 'Enter', { ctrlKey: true, isComposing: true });
    expect(onSave).not.toHaveBeenCalled();
    press(byId('log-text'), 'Enter', { ctrlKey: true });
    expect(onSave).toHaveBeenCalledOnce();
  });

  it('is about now, or a time that the rep chooses, never one to come', () => {
    const onSave = vi.fn();
    draw(<Held onSave={onSave} start={{ ...draftAbout(priya), summary: 'x' }} />);
    click(byId('log-when-choose'));
    type(byId('log-when'), '2126-01-01T10:00');
    click(byId('log-save'));
    expect(byId('log-missing').textContent).toContain('future');
    // The first figure of a year, as the field gives it while the others are still to be typed.
    type(byId('log-when'), '0002-01-02T10:00');
    click(byId('log-save'));
    expect(byId('log-missing').textContent).toContain('incomplete');
    type(byId('log-when'), '2026-01-02T10:00');
    click(byId('log-save'));
    expect(onSave).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ when: '2026-01-02T10:00' }),
    );
    click(byId('log-when-now'));
    click(byId('log-save'));
    expect(onSave).toHaveBeenLastCalledWith(
      expect.not.objectContaining({ when: expect.anything() }),
    );
  });

  it('does not save twice while the first is on its way', () => {
    const onSave = vi.fn();
    draw(
      <Held
        onSave={onSave}
        log={{ state: 'saving' }}
        start={{ ...draftAbout(priya), summary: 'x' }}
      />,
    );
    press(byId('log-text'), 'Enter', { ctrlKey: true });
    click(byId('log-save'));
    expect(onSave).not.toHaveBeenCalled();
    // A button that is disabled loses the focus, and who works by keyboard the place.
    expect((byId('log-save') as HTMLButtonElement).disabled).toBe(false);
    expect(byId('log-save').getAttribute('aria-disabled')).toBe('true');
  });

  it('says what is missing instead of saving', () => {
    const onSave = vi.fn();
    draw(<Held onSave={onSave} start={draftAbout(null)} />);
    click(byId('log-save'));
    expect(byId('log-missing').textContent).toBe('Whom is this about?');
    type(byId('log-prospect-name'), 'Lena');
    click(byId('outcome-no_answer'));
    click(byId('log-save'));
    expect(byId('log-missing').textContent).toBe('Write a sentence first.');
    type(byId('log-text'), 'Intro call.');
    type(byId('log-prospect-email'), 'lena@');
    click(byId('log-save'));
    expect(byId('log-missing').textContent).toBe('That e-mail address is incomplete.');
    expect(onSave).not.toHaveBeenCalled();
    type(byId('log-prospect-email'), 'lena@allegro.example');
    click(byId('log-save'));
    expect(onSave).toHaveBeenCalledOnce();
  });

  it('lets go of the former address when another name is typed', () => {
    const onSave = vi.fn();
    draw(<Held onSave={onSave} start={{ ...draftAbout(priya), summary: 'x' }} />);
    type(byId('log-prospect-name'), 'Lena');
    click(byId('log-save'));
    expect(onSave.mock.calls[0]?.[0]).toMatchObject({ name: 'Lena', email: '', company: '' });
  });

  it('offers known prospects while a name is typed', async () => {
    const search = vi.fn(async () => ({
      ok: true as const,
      prospects: [{ prospect: james, count: 5, lastAt: null }],
    }));
    draw(<Held search={search} />);
    await settle(200);
    expect(search).not.toHaveBeenCalled();
    type(byId('log-prospect-name'), 'Jam');
    await settle(250);
    click(byId('known-prospect'));
    expect((byId('log-prospect-name') as HTMLInputElement).value).toBe('James Okafor');
    expect((byId('log-prospect-email') as HTMLInputElement).value).toBe(james.email);
    expect(allById('known-prospect')).toHaveLength(0);
  });

  it('keeps a draft with the person it was begun about, and offers the one of the page', () => {
    draw(<Held about={james} start={{ ...draftAbout(priya), summary: 'Half a sentence' }} />);
    expect((byId('log-prospect-name') as HTMLInputElement).value).toBe('Priya Sharma');
    click(byId('log-about-page'));
    expect((byId('log-prospect-name') as HTMLInputElement).value).toBe('James Okafor');
    expect((byId('log-text') as HTMLTextAreaElement).value).toBe('Half a sentence');
  });

  it('tells each state of the last log, and lets a saved one be undone', () => {
    const states: [LogState, string, boolean][] = [
      [{ state: 'saving' }, 'Saving…', false],
      [{ state: 'here', id: 'a' }, 'Saved here, waits for memory', true],
      [{ state: 'sending', id: 'a' }, 'Saved here, sending…', true],
      [{ state: 'for_good', id: 'a' }, 'Saved for good', true],
      [{ state: 'needs_you', id: 'a', message: 'key refused' }, 'Needs you: key refused', true],
      [{ state: 'failed', message: 'disk full' }, 'Not saved: disk full', false],
    ];
    for (const [log, words, undoable] of states) {
      const onUndo = vi.fn();
      draw(<Held log={log} onUndo={onUndo} />);
      expect(byId('log-state').textContent).toBe(words);
      expect(byId('log-state').getAttribute('role')).toBe('status');
      expect(allById('log-undo')).toHaveLength(undoable ? 1 : 0);
      if (undoable) {
        click(byId('log-undo'));
        expect(onUndo).toHaveBeenCalledExactlyOnceWith('a');
      }
    }
  });
});

describe('whom a draft is about', () => {
  it('leaves empty fields out and writes the address in lower case', () => {
    const draft = { ...draftAbout(null), name: ' Lena ', email: ' Lena@Allegro.example ' };
    expect(prospectOf(draft)).toEqual({ name: 'Lena', email: 'lena@allegro.example' });
    expect(prospectOf(draftAbout(null))).toBeNull();
  });
});

describe('the outbox', () => {
  const item = (id: string, state: OutboxItemView['state'], message: string | null = null) => ({
    id,
    prospect: priya,
    summary: 'She wants a pilot.',
    outcome: 'pilot' as const,
    at: now.toISOString(),
    state,
    message,
  });

  it('lists what waits, says what needs the rep, and can try again', () => {
    const onRetry = vi.fn();
    draw(
      <OutboxList
        items={[item('a', 'waiting'), item('b', 'needs_you', 'The server refused the key.')]}
        onRetry={onRetry}
      />,
    );
    const said = allById('outbox-item').map((one) => one.textContent);
    expect(said[0]).toContain('Waits for memory');
    expect(said[1]).toContain('Needs you: The server refused the key.');
    click(byId('outbox-retry'));
    expect(onRetry).toHaveBeenCalledOnce();
  });

  it('names the first twenty, and how many more there are', () => {
    const items = Array.from({ length: 23 }, (_, index) => item(`log-${index}`, 'waiting'));
    draw(<OutboxList items={items} onRetry={() => {}} />);
    expect(allById('outbox-item')).toHaveLength(20);
    expect(byId('outbox').textContent).toContain('and 3 more');
    expect(byId('outbox').textContent).toContain('23 logs not sent yet');
  });
});

describe('the outcome by number keys', () => {
  const key = (code: string, at: HTMLElement, more: KeyboardEventInit = {}) =>
    press(at, code.slice(-1), { code, ...more });
  const chosen = () =>
    allById('quick-log')[0]?.querySelector<HTMLInputElement>('input[type="radio"]:checked')?.value;

  it('is chosen with a number outside of a field, with Alt and a number within', () => {
    draw(<Held />);
    key('Digit1', byId('outcome-none'));
    expect(chosen()).toBe('positive');
    key('Digit4', byId('log-text'));
    expect(chosen()).toBe('positive');
    key('Digit4', byId('log-text'), { altKey: true });
    expect(chosen()).toBe('objection');
    key('Numpad0', byId('log-save'));
    expect(chosen()).toBe('none');
  });

  it('is none of what Alt and a number type: a character by its code, or a Mac’s', () => {
    draw(<Held />);
    key('Numpad2', byId('log-text'), { altKey: true });
    expect(chosen()).toBe('none');
    // A French keyboard types a quotation mark there; with Alt it types nothing, but on a Mac.
    press(byId('log-text'), '"', { code: 'Digit3', altKey: true });
    expect(chosen()).toBe('negative');
    vi.spyOn(navigator, 'platform', 'get').mockReturnValue('MacIntel');
    // On a Spanish or Swedish Mac, this is how an address is typed.
    press(byId('log-prospect-email'), '@', { code: 'Digit2', altKey: true });
    expect(chosen()).toBe('negative');
    // What nobody types is still the key of an outcome.
    press(byId('log-text'), '™', { code: 'Digit2', altKey: true });
    expect(chosen()).toBe('neutral');
    vi.restoreAllMocks();
  });

  it('leaves the browser’s own shortcuts alone', () => {
    draw(<Held />);
    key('Digit1', byId('log-save'), { ctrlKey: true });
    expect(chosen()).toBe('none');
  });
});

describe('the meeting that just ended', () => {
  const meeting = {
    id: 'kick-off',
    title: 'Kick-off',
    startsAt: '2026-05-20T07:00:00.000Z',
    endsAt: '2026-05-20T07:30:00.000Z',
    people: [james],
  };

  it('is logged with a click: whom, and when', async () => {
    draw(<Held due={meeting} />);
    click(await loaded('due-log'));
    expect((byId('log-prospect-name') as HTMLInputElement).value).toBe('James Okafor');
    const when = new Date((byId('log-when') as HTMLInputElement).value);
    expect(when.toISOString()).toBe(meeting.endsAt);
    expect(allById('due')).toHaveLength(0);
  });

  it('can need no log', async () => {
    const onDismissDue = vi.fn();
    draw(<Held due={meeting} onDismissDue={onDismissDue} />);
    click(await loaded('due-dismiss'));
    expect(onDismissDue).toHaveBeenCalledExactlyOnceWith('kick-off');
  });
});

describe('the hint', () => {
  it('asks for what a log lacks', () => {
    draw(<Held />);
    const hint = () => byId('log-hint').textContent;
    expect(hint()).toMatch(/two sentences/i);
    type(byId('log-text'), 'She is worried about the migration of the data.');
    expect(hint()).toBe('What is the next step?');
    type(byId('log-text'), 'She is worried about the migration. We agreed on a pilot.');
    expect(hint()).toBe('By when?');
    type(byId('log-text'), 'She is worried about migration. We agreed on a pilot from Monday.');
    expect(hint()).toBe('');
  });
});

describe('dictation', () => {
  it('ends with the log that it was for: what is said next isn’t written down', () => {
    const onToggle = vi.fn();
    const onSave = vi.fn();
    const start = { ...draftAbout(priya), summary: 'x' };
    draw(
      <Held {...{ onSave, start }} dictation={{ state: 'listening', onDevice: true, onToggle }} />,
    );
    click(byId('log-save'));
    expect(onSave).toHaveBeenCalledOnce();
    expect(onToggle).toHaveBeenCalledOnce();
    draw(<Held {...{ onSave, start }} dictation={{ state: 'off', onDevice: true, onToggle }} />);
    click(byId('log-save'));
    expect(onToggle).toHaveBeenCalledOnce();
  });

  it('is offered only where the browser has it, and says where the voice goes', () => {
    draw(<Held />);
    expect(allById('dictate')).toHaveLength(0);
    const onToggle = vi.fn();
    draw(<Held dictation={{ state: 'listening', onDevice: false, onToggle }} />);
    expect(byId('dictate').getAttribute('aria-pressed')).toBe('true');
    expect(byId('quick-log').textContent).toContain('the browser’s maker');
    click(byId('dictate'));
    expect(onToggle).toHaveBeenCalledOnce();
  });
});
