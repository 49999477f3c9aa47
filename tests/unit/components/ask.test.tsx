// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import Ask, { type AskProps } from '../../../components/ask/Ask';
import FollowUp from '../../../components/follow-up/FollowUp';
import { UpNext } from '../../../components/upnext/UpNext';
import { basicReply } from '../../../lib/ask/reply';
import { allById, byId, click, draw, now, type } from './render';

const priya = { name: 'Priya Sharma', email: 'priya@rentokil.example', company: 'Rentokil' };

const memory = {
  id: 'sso',
  at: '2026-05-06T09:00:00.000Z',
  outcome: 'none' as const,
  summary: 'Priya asked about <b>SSO</b>.',
  prospect: priya.name,
  email: priya.email,
  company: priya.company,
  type: 'call_log' as const,
};

const reply = (semantic: number, question = 'Who asked about SSO?') =>
  basicReply({
    question,
    people: [],
    rest: question,
    recalled: [{ interaction: memory, semantic, example: null }],
  });

function drawAsk(more: Partial<AskProps> = {}) {
  const props: AskProps = {
    about: priya,
    question: '',
    onQuestion: vi.fn(),
    narrowed: false,
    onNarrow: vi.fn(),
    answer: null,
    waiting: null,
    onAsk: vi.fn(),
    onOpen: vi.fn(),
    ...more,
  };
  draw(<Ask {...props} />);
  return props;
}

it('asks what was typed, and nothing where nothing was', () => {
  const empty = drawAsk();
  click(byId('ask-send'));
  expect(empty.onAsk).not.toHaveBeenCalled();
  type(byId('ask-question'), 'SSO?');
  expect(empty.onQuestion).toHaveBeenCalledWith('SSO?');
  const typed = drawAsk({ question: ' SSO? ' });
  click(byId('ask-send'));
  expect(typed.onAsk).toHaveBeenCalledWith('SSO?');
});

it('shows passages as text, what was asked about marked, and opens whose they are', () => {
  const props = drawAsk({ answer: { ok: true, reply: reply(0.6) } });
  const [passage] = allById('ask-passage');
  expect(passage?.textContent).toContain('Priya asked about <b>SSO</b>.');
  expect(passage?.querySelector('b')).toBeNull();
  expect(passage?.querySelector('mark')?.textContent).toBe('SSO');
  click(passage?.querySelector('button') as HTMLButtonElement);
  expect(props.onOpen).toHaveBeenCalledWith(priya);
});

it('says which of two people of one name is meant', () => {
  const other = { name: priya.name, email: 'priya@contoso.example', company: 'Contoso' };
  drawAsk({ answer: { ok: true, reply: { ...reply(0.6), people: [priya, other] } } });
  expect(byId('reply').textContent).toContain(
    'About Priya Sharma (Rentokil), Priya Sharma (Contoso)',
  );
});

it('says that it isn’t in memory', () => {
  drawAsk({ answer: { ok: true, reply: reply(0.01, 'Who plays golf?') } });
  expect(byId('ask-status').textContent).toBe('Not in memory.');
  expect(allById('ask-passage')).toHaveLength(0);
});

it('says why memory can’t answer', () => {
  drawAsk({ answer: { ok: false, reason: 'unreachable', message: 'Memory can’t be reached.' } });
  expect(byId('ask-problem').textContent).toBe('Memory can’t be reached.');
});

it('a mail is drafted on demand, changed by the rep and given to their mail program', () => {
  const onDraft = vi.fn();
  const shared = { waiting: false, note: null, onTone: vi.fn(), onCopy: async () => true };
  draw(<FollowUp {...shared} answer={null} onDraft={onDraft} />);
  click(byId('follow-up'));
  expect(onDraft).toHaveBeenCalledOnce();
  const draft = {
    prospect: priya,
    reader: 'basic' as const,
    tone: 'plain' as const,
    language: 'en' as const,
    rep: 'Robin Rep',
    subject: 'Our call',
    text: 'Hello Priya,',
    claims: [],
    dropped: 0,
  };
  draw(<FollowUp {...shared} answer={{ ok: true, draft }} onDraft={onDraft} />);
  type(byId('follow-up-text'), 'Hello Priya, changed');
  const link = new URL(byId('follow-up-mail').getAttribute('href') ?? '');
  expect(link.protocol).toBe('mailto:');
  expect(link.searchParams.get('body')).toBe('Hello Priya, changed');
});

it('offers the next meetings, and is nothing where there are none', () => {
  const onOpen = vi.fn();
  const notice = { on: false, minutes: 30 };
  const shared = { notice, refused: false, onOpen, onNotice: vi.fn() };
  draw(<UpNext {...shared} meetings={[]} />);
  expect(allById('up-next')).toHaveLength(0);
  const startsAt = new Date(now.getTime() + 20 * 60_000).toISOString();
  const meeting = { id: 'a', day: 1, title: 'Kick-off', startsAt, endsAt: null };
  draw(<UpNext {...shared} meetings={[{ ...meeting, people: [priya], how: 'seen' }]} />);
  click(byId('up-next-open'));
  expect(onOpen).toHaveBeenCalledWith(priya);
  click(byId('up-next-notice'));
  expect(shared.onNotice).toHaveBeenCalledWith({ on: true, minutes: 30 });
});
