// @vitest-environment happy-dom
import { act, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { ProspectPicker, type SearchProspects } from '../../../components/common/ProspectPicker';
import { type Draft, draftAbout } from '../../../components/log/draft';
import { QuickLog } from '../../../components/log/QuickLog';
import type { Answer, KnownProspect } from '../../../lib/messages';
import { allById, button, byId, draw, press, settle, type } from './render';

const known: KnownProspect[] = [
  { prospect: { name: 'Sarah Chen', email: 'sarah@globex.example' }, count: 1, lastAt: null },
  { prospect: { name: 'Sarah Chen', company: 'Initech' }, count: 2, lastAt: null },
];

const onSave = vi.fn();

function Held({ start }: { start: Draft }) {
  const [draft, setDraft] = useState(start);
  return (
    <QuickLog
      draft={draft}
      onDraft={setDraft}
      about={null}
      log={null}
      onSave={onSave}
      onUndo={() => {}}
      search={async () => ({ ok: true, prospects: known })}
      due={null}
      onDismissDue={() => {}}
      dictation={null}
    />
  );
}

const name = () => byId('log-prospect-name') as HTMLInputElement;
const email = () => byId('log-prospect-email') as HTMLInputElement;
const marked = () => allById('known-prospect').map((one) => one.getAttribute('aria-selected'));

/** Draws the log, and waits for the field's keys and roles. */
async function drawn(start: Draft = draftAbout(null)): Promise<void> {
  draw(<Held start={start} />);
  for (let tries = 0; name().role !== 'combobox' && tries < 200; tries += 1) await settle(10);
}

/** Types a name, and waits for who it may mean. */
async function typed(words: string): Promise<void> {
  act(() => name().focus());
  type(name(), words);
  await settle(250);
}

describe('the field for whom a log is about', () => {
  it('takes what is typed before its keys are loaded, and keeps the focus when they are', async () => {
    draw(<Held start={draftAbout(null)} />);
    act(() => name().focus());
    type(name(), 'Sar');
    for (let tries = 0; name().role !== 'combobox' && tries < 200; tries += 1) await settle(10);
    expect(name().value).toBe('Sar');
    expect(document.activeElement).toBe(name());
    await settle(250);
    expect(allById('known-prospect')).toHaveLength(2);
  });

  it('tells a screen reader of its list, and which of it is meant', async () => {
    await drawn();
    expect(name().getAttribute('aria-expanded')).toBe('false');
    await typed('Sar');
    expect(name().getAttribute('aria-expanded')).toBe('true');
    expect(document.body.textContent).toContain('2 known prospects');
    press(name(), 'ArrowDown');
    press(name(), 'ArrowDown');
    expect(marked()).toEqual(['false', 'true']);
    const meant = name().getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(meant)?.textContent).toContain('Initech');
    expect(document.getElementById(name().getAttribute('aria-controls') ?? '')?.role).toBe(
      'listbox',
    );
  });

  it('picks by Enter, address and all, and closes', async () => {
    await drawn();
    await typed('Sar');
    press(name(), 'ArrowDown');
    press(name(), 'Enter');
    expect([name().value, email().value]).toEqual(['Sarah Chen', 'sarah@globex.example']);
    expect(name().getAttribute('aria-expanded')).toBe('false');
    expect(onSave).not.toHaveBeenCalled();
  });

  it('picks nobody by leaving it, by Escape, or by saving', async () => {
    await drawn({ ...draftAbout(null), summary: 'A call.' });
    await typed('Sar');
    press(name(), 'ArrowDown');
    act(() => email().focus());
    await settle();
    expect([name().value, email().value]).toEqual(['Sar', '']);
    await typed('Sara');
    press(name(), 'ArrowDown');
    press(name(), 'Escape');
    expect(name().getAttribute('aria-expanded')).toBe('false');
    expect([name().value, email().value]).toEqual(['Sara', '']);
    await typed('Sarah');
    press(name(), 'ArrowDown');
    press(name(), 'Enter', { ctrlKey: true });
    expect(onSave.mock.calls[0]?.[0]).toMatchObject({ name: 'Sarah', email: '' });
  });
});

describe('the list of everybody known', () => {
  it('is there without taking the focus from where it is, and picks by Enter', async () => {
    const onPick = vi.fn();
    const search = async () => ({ ok: true as const, prospects: known });
    draw(
      <>
        <button type="button">Elsewhere</button>
        <ProspectPicker label="Whom" search={search} onPick={onPick} />
      </>,
    );
    act(() => button('Elsewhere').focus());
    const field = () => byId('prospect-search');
    for (let tries = 0; field().role !== 'combobox' && tries < 200; tries += 1) await settle(10);
    await settle(250);
    expect(allById('known-prospect')).toHaveLength(2);
    expect(document.activeElement).toBe(button('Elsewhere'));
    act(() => field().focus());
    press(field(), 'ArrowDown');
    press(field(), 'ArrowDown');
    press(field(), 'Enter');
    expect(onPick).toHaveBeenCalledExactlyOnceWith(known[1]);
  });

  it('says that it is awaited where that takes long, and no longer once it is there', async () => {
    let answer: (found: Answer<{ prospects: KnownProspect[] }>) => void = () => {};
    const search: SearchProspects = () => new Promise((resolve) => (answer = resolve));
    draw(<ProspectPicker label="Whom" search={search} onPick={() => {}} />);
    await settle(500);
    const said = () => document.body.textContent ?? '';
    expect(said()).not.toContain('Looking through everybody');
    await settle(700);
    expect(said()).toContain('Looking through everybody');
    answer({ ok: true, prospects: known });
    await settle(50);
    expect(said()).not.toContain('Looking through everybody');
    expect(said()).toContain('Initech');
  });
});
