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

const doings = () => ({ onChoose: vi.fn(), onRetry: vi.fn(), onOpenOptions: vi.fn() });

const shown = (missing = 0, does = doings()) =>
  draw(<Meeting detection={null} answer={{ ok: true, meeting, missing }} {...does} />);

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
    const does = doings();
    shown(0, does);
    click(button('Ann Lee'));
    expect(does.onChoose).toHaveBeenCalledWith(ann);
  });

  it('says about how many memory could not answer, and why it failed whole, with a way on', () => {
    shown(2);
    expect(byId('meeting-missing').textContent).toMatch(/2 people/);
    const failure = {
      ok: false as const,
      reason: 'unreachable' as const,
      message: 'Memory is away. What you log is kept.',
    };
    const does = doings();
    draw(<Meeting detection={null} answer={failure} {...does} />);
    expect(byId('memory-error').textContent).toContain('Memory is away.');
    click(button('Try again'));
    expect(does.onRetry).toHaveBeenCalledOnce();
    click(button('Check the address'));
    expect(does.onOpenOptions).toHaveBeenCalledOnce();
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

  it('is never out of sight, nor is whoever was chosen, however many there are', () => {
    const seen: (string | null)[] = [];
    vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
      seen.push(this.textContent);
    });
    const choose = (current: Prospect | null) =>
      draw(
        <PeopleSwitch
          people={[ann, bob, cho]}
          current={current}
          onChoose={() => {}}
          everyone={{ shown: current === null, onShow: () => {} }}
        />,
      );
    choose(null);
    choose(cho);
    choose({ ...cho });
    choose(null);
    expect(seen).toEqual(['Everyone', 'Cho Mi', 'Everyone']);
    vi.restoreAllMocks();
  });
});
