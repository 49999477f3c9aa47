// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { PeopleSwitch } from '../../../components/brief/PeopleSwitch';
import Meeting from '../../../components/meeting/Meeting';
import { basicBrief } from '../../../lib/brief';
import { meetingBrief } from '../../../lib/brief/meeting';
import type { Prospect } from '../../../lib/identity/prospect';
import { allById, button, byId, click, draw } from './render';

const ann: Prospect = { name: 'Ann Lee', email: 'ann@acme.example' };
const bob: Prospect = { name: 'Bob Roe', email: 'bob@acme.example' };
const cho: Prospect = { name: 'Cho Mi', email: 'cho@acme.example' };

const briefOf = (prospect: Prospect, words: string[]) =>
  basicBrief({
    prospect,
    now: '2026-05-20T08:00:00.000Z',
    history: words.map((summary, index) => ({
      id: `${prospect.name}-${index}`,
      at: `2026-05-1${index}T10:00:00.000Z`,
      outcome: 'neutral',
      summary,
      prospect: prospect.name,
      type: 'call_log',
    })),
  });

const meeting = meetingBrief([
  briefOf(ann, ['Ann is <b>worried</b> about security.']),
  briefOf(bob, ['Security concerns are resolved. Showed him the dashboard.']),
  briefOf(cho, []),
]);

const shown = (missing = 0, onChoose = () => {}) =>
  draw(<Meeting detection={null} answer={{ ok: true, meeting, missing }} onChoose={onChoose} />);

describe('the brief of a meeting', () => {
  it('shows what to do, where they disagree and each of them, the new one as new', () => {
    shown();
    expect(byId('meeting-action').textContent).toMatch(/Settle security in the room/);
    expect(byId('disagreements').textContent).toMatch(/Ann.*has doubts/);
    const people = allById('meeting-person').map(({ textContent }) => textContent);
    expect(people).toHaveLength(3);
    expect(people.find((text) => text?.includes('Cho'))).toMatch(/New/);
    expect(byId('meeting-told').textContent).toMatch(/to Bob, not to Ann and Cho/);
  });

  it('opens the logged words of each claim, as text', () => {
    shown();
    for (const toggle of allById('source-toggle')) click(toggle);
    expect(byId('meeting-brief').textContent).toContain('<b>worried</b>');
    expect(document.querySelector('b')).toBeNull();
  });

  it('leads to one of them', () => {
    const onChoose = vi.fn();
    shown(0, onChoose);
    click(button('Ann Lee'));
    expect(onChoose).toHaveBeenCalledWith(ann);
  });

  it('says about how many memory could not answer, and why it failed whole', () => {
    shown(2);
    expect(byId('meeting-missing').textContent).toMatch(/2 people/);
    const failure = { ok: false as const, reason: 'unreachable', message: 'Memory is away.' };
    draw(<Meeting detection={null} answer={failure} onChoose={() => {}} />);
    expect(document.body.textContent).toContain('Memory is away.');
  });

  it('is one of the choices above', () => {
    const onShow = vi.fn();
    draw(
      <PeopleSwitch
        people={[ann, bob]}
        current={ann}
        onChoose={() => {}}
        everyone={{ shown: false, onShow }}
      />,
    );
    click(byId('everyone'));
    expect(onShow).toHaveBeenCalled();
  });
});
