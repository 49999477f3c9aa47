import { Panel } from '../../components/Panel';
import { Popup } from '../../components/Popup';
import type { UpNextProps } from '../../components/upnext/UpNext';
import { composeFollowUp } from '../../lib/follow-up/compose';
import type { UpNext } from '../../lib/upnext/meetings';
import { james, language, now, priya } from './deals';
import { logProps, panelProps, popupProps } from './props';

const nothing = () => {};

const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString();

const meeting = (id: string, title: string, minutes: number, more: Partial<UpNext>): UpNext => ({
  id,
  day: 0,
  title,
  startsAt: inMinutes(minutes),
  endsAt: inMinutes(minutes + 30),
  people: [],
  how: null,
  ...more,
});

const upNext: UpNextProps = {
  meetings: [
    meeting('a', 'Rentokil: pilot kick-off', 25, { people: [priya.prospect], how: 'seen' }),
    meeting('b', 'Paysend: check-in', 200, { people: [james.prospect], how: 'title' }),
    meeting('c', 'Intro', 1500, {}),
  ],
  notice: { on: true, minutes: 30 },
  refused: false,
  onOpen: nothing,
  onNotice: nothing,
};

const draft = composeFollowUp({
  prospect: priya.prospect,
  history: priya.brief.timeline,
  logId: priya.brief.timeline[0]?.id ?? '',
  rep: 'Robin Rep',
  tone: 'warm',
  language,
});

const followUp = (answer: boolean) => ({
  answer: answer && draft ? { ok: true as const, draft } : null,
  waiting: false,
  note: null,
  onDraft: nothing,
  onTone: nothing,
  onCopy: async () => true,
});

const saved = (answer: boolean) => () => (
  <Popup
    {...popupProps({
      quickLog: logProps(priya.prospect, {
        log: { state: 'for_good', id: 'log-1' },
        followUp: followUp(answer),
      }),
    })}
  />
);

/** What comes next: meetings, and the mail after one. */
export const nextPanels = {
  'up-next': () => <Panel {...panelProps(null, null, { upNext })} />,
  'follow-up': saved(true),
  'follow-up-german': saved(true),
  'follow-up-offered': saved(false),
};
