// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { ActionsContext, type BriefActions } from '../../../components/brief/Actions';
import { Timeline } from '../../../components/brief/Timeline';
import EditPerson from '../../../components/people/EditPerson';
import WhichPerson, { type WhoProps } from '../../../components/people/WhichPerson';
import type { Prospect } from '../../../lib/identity/prospect';
import type { Interaction } from '../../../lib/interaction';
import type { WhoIs } from '../../../lib/messages';
import { allById, byId, click, draw, loaded, settle, type } from './render';

const nameOnly: Prospect = { name: 'Sarah Chen' };
const northwind = { name: 'Sarah Chen', email: 'sarah@northwind.example', company: 'Northwind' };
const contoso = { name: 'Sarah Chen', email: 's.chen@contoso.example' };
const known = (prospect: Prospect) => ({ prospect, count: 2, lastAt: null });
const undecided: WhoIs = {
  person: nameOnly,
  decided: false,
  namesakes: [known(northwind), known(contoso)],
  others: [],
};
const answered = () => vi.fn(async () => ({ ok: true as const, person: northwind }));

function propsOf(over: Partial<WhoProps> = {}): WhoProps {
  return { named: nameOnly, pageId: 'event-1', who: undecided, onChange: answered(), ...over };
}

describe('which of several people', () => {
  it('is asked where a page gives only a name, and answered in one click', async () => {
    const props = propsOf();
    draw(<WhichPerson {...props} />);
    expect(byId('which-person').textContent).toContain('Which Sarah Chen?');
    const [first] = allById('known-prospect');
    expect(first?.textContent).toContain('Northwind');
    click(first as HTMLElement);
    await settle();
    expect(props.onChange).toHaveBeenCalledExactlyOnceWith({
      kind: 'means',
      named: nameOnly,
      pageId: 'event-1',
      person: northwind,
    });
  });

  it('may be none of them, and that is remembered too', async () => {
    const props = propsOf();
    draw(<WhichPerson {...props} />);
    click(byId('which-nobody'));
    await settle();
    expect(props.onChange).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ kind: 'means', person: null }),
    );
  });

  it('is said once it is decided, and can be changed', () => {
    draw(<WhichPerson {...propsOf({ who: { ...undecided, person: contoso, decided: true } })} />);
    expect(byId('which-person-decided').textContent).toContain('s.chen@contoso.example');
    expect(allById('which-person')).toHaveLength(0);
    const change = byId('which-person-decided').querySelector('button');
    expect(document.activeElement).not.toBe(change);
    click(change as HTMLElement);
    expect(allById('known-prospect')).toHaveLength(2);
  });

  it('leaves who has answered where the answer can be changed', () => {
    draw(<WhichPerson {...propsOf()} />);
    click(byId('known-prospect'));
    draw(<WhichPerson {...propsOf({ who: { ...undecided, person: northwind, decided: true } })} />);
    const change = byId('which-person-decided').querySelector('button');
    expect(document.activeElement).toBe(change);
  });

  it('joins an address with another only when the rep says so', async () => {
    const props = propsOf({ named: contoso, who: { ...undecided, person: contoso } });
    draw(<WhichPerson {...props} />);
    expect(allById('known-prospect')).toHaveLength(1);
    click(byId('known-prospect'));
    await settle();
    expect(props.onChange).toHaveBeenCalledExactlyOnceWith({
      kind: 'merge',
      from: contoso,
      into: northwind,
    });
  });

  it('is not asked where nobody has that name, and says why a choice failed', async () => {
    draw(<WhichPerson key="1" {...propsOf({ who: { ...undecided, namesakes: [] } })} />);
    expect(allById('which-person')).toHaveLength(0);
    const onChange = async () => ({ ok: false as const, reason: 'x', message: 'Memory is away.' });
    draw(<WhichPerson key="2" {...propsOf({ onChange })} />);
    click(byId('which-nobody'));
    await settle();
    expect(byId('which-person').textContent).toContain('Memory is away.');
  });
});

describe('who somebody is', () => {
  const who: WhoIs = {
    person: northwind,
    decided: true,
    namesakes: [],
    others: [{ key: 's.chen@contoso.example', known: contoso, person: northwind }],
  };
  const search = async () => ({ ok: true as const, prospects: [known(contoso)] });

  it('can be renamed, split, given an address, and joined with somebody', async () => {
    const onChange = answered();
    draw(<EditPerson who={who} search={search} onChange={onChange} />);
    type(byId('person-name'), 'Sarah Chen-Miller');
    click(byId('person-rename'));
    await settle();
    click(byId('person-split'));
    await settle();
    expect((byId('person-address-add') as HTMLButtonElement).disabled).toBe(true);
    type(byId('person-address'), 'sc@home.example');
    click(byId('person-address-add'));
    await settle();
    click(byId('person-merge-toggle'));
    await settle();
    click(byId('known-prospect'));
    await settle();
    expect(onChange.mock.calls.map(([change]: unknown[]) => change)).toEqual([
      {
        kind: 'rename',
        person: northwind,
        to: { name: 'Sarah Chen-Miller', company: 'Northwind' },
      },
      { kind: 'split', key: 's.chen@contoso.example' },
      { kind: 'address', person: northwind, email: 'sc@home.example' },
      { kind: 'merge', from: contoso, into: northwind },
    ]);
  });
});

describe('a stored log in the timeline', () => {
  const memory: Interaction = {
    id: 'log-1',
    at: '2026-05-01T10:20:30.000Z',
    outcome: 'pilot',
    summary: 'She wants a pilot.',
    prospect: 'Sarah Chen',
    email: 'sarah@northwind.example',
    type: 'call_log',
  };
  const actionsOf = (logs: BriefActions['logs']): BriefActions => ({
    onCopy: vi.fn(),
    onKept: vi.fn(),
    onKnown: vi.fn(),
    onImport: vi.fn(),
    ...(logs ? { logs } : {}),
  });
  const ok = () => vi.fn(async () => ({ ok: true as const }));
  const drawWith = (logs: BriefActions['logs']) =>
    draw(
      <ActionsContext value={actionsOf(logs)}>
        <Timeline memories={[memory]} />
      </ActionsContext>,
    );

  /** The editor is loaded when it is opened. */
  async function openEditor(): Promise<void> {
    click(byId('timeline-edit'));
    await loaded('edit-words');
  }

  it('is edited in place, under its id and at its second', async () => {
    const logs = { onEdit: ok(), onForget: ok() };
    drawWith(logs);
    await openEditor();
    type(byId('edit-words'), 'She wants a pilot in March.');
    click(byId('edit-save'));
    await settle();
    expect(logs.onEdit).toHaveBeenCalledExactlyOnceWith({
      ...memory,
      summary: 'She wants a pilot in March.',
    });
    expect(allById('edit-memory')).toHaveLength(0);
  });

  it('is deleted only after a second yes', async () => {
    const logs = { onEdit: ok(), onForget: ok() };
    drawWith(logs);
    await openEditor();
    click(byId('edit-delete'));
    await settle();
    const secondOfDouble = new MouseEvent('click', { bubbles: true, detail: 2 });
    byId('edit-delete-sure').dispatchEvent(secondOfDouble);
    await settle();
    expect(logs.onForget).not.toHaveBeenCalled();
    click(byId('edit-delete-sure'));
    await settle();
    expect(logs.onForget).toHaveBeenCalledExactlyOnceWith('log-1');
  });

  it('refuses an empty text and a time to come, and keeps what was typed where it fails', async () => {
    const failing = async () => ({ ok: false as const, reason: 'x', message: 'Disk full.' });
    drawWith({ onEdit: failing, onForget: failing });
    await openEditor();
    type(byId('edit-words'), ' ');
    click(byId('edit-save'));
    expect(byId('edit-problem').textContent).toContain('sentence');
    type(byId('edit-words'), 'New words');
    type(byId('edit-when'), '0002-01-01T10:00');
    click(byId('edit-save'));
    expect(byId('edit-problem').textContent).toContain('incomplete');
    type(byId('edit-when'), '2126-01-01T10:00');
    click(byId('edit-save'));
    expect(byId('edit-problem').textContent).toContain('future');
    type(byId('edit-when'), '2026-05-01T10:00');
    click(byId('edit-save'));
    await settle();
    expect(byId('edit-problem').textContent).toContain('Disk full.');
    expect((byId('edit-words') as HTMLTextAreaElement).value).toBe('New words');
  });

  it('can only be read where nothing can be changed', () => {
    drawWith(undefined);
    expect(allById('timeline-edit')).toHaveLength(0);
  });
});
