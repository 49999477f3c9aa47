import type { AskProps } from '../../components/ask/Ask';
import { Panel } from '../../components/Panel';
import { basicReply, modelReply } from '../../lib/ask/reply';
import type { Reply } from '../../lib/ask/types';
import type { Interaction } from '../../lib/interaction';
import { MemoryError } from '../../lib/memory/errors';
import { james, priya } from './deals';
import { askOf, panelProps } from './props';

/** What memory finds, as it would be ranked by meaning. */
const recalled = (logs: Interaction[]) =>
  logs.map((interaction, index) => ({ interaction, semantic: 0.6 - index / 20, example: null }));

const logs = [...james.brief.timeline.slice(0, 2), ...priya.brief.timeline.slice(0, 2)];

const passages: Reply = basicReply({
  question: 'Who worries about migration and onboarding?',
  people: [],
  rest: 'Who worries about migration and onboarding?',
  recalled: recalled([...priya.brief.timeline.slice(0, 3), ...james.brief.timeline.slice(0, 1)]),
});

const none: Reply = basicReply({
  question: 'Who plays golf?',
  people: [],
  rest: 'Who plays golf?',
  recalled: logs.map((interaction) => ({ interaction, semantic: 0.05, example: null })),
});

const nearest: Reply = basicReply({
  question: 'Was the migration in Norway on television?',
  people: [],
  rest: 'Was the migration in Norway on television?',
  recalled: logs.map((interaction) => ({ interaction, semantic: 0.25, example: null })),
});

const [newest] = priya.brief.timeline;

function worded(): Reply {
  const source = { memory_id: newest?.id ?? '', quote: newest?.summary ?? '' };
  const raw = {
    in_memory: true,
    sentences: [
      { text: 'Priya raised concerns about data migration.', sources: [source] },
      { text: 'They agreed a pilot for 20 reps.', sources: [source] },
    ],
  };
  const read = modelReply({ ...passages, people: [priya.prospect] }, raw, 'groq');
  return 'value' in read ? read.value : passages;
}

const asking = (reply: Reply | null, more?: Partial<AskProps>) =>
  askOf(priya.prospect, reply, more);

const panel = (ask: AskProps) => () => (
  <Panel {...panelProps(priya.prospect, priya.brief, { ask, view: 'ask' })} />
);

function Failed() {
  // Worded when it is drawn: before that the story's language isn't chosen.
  const { reason, message } = new MemoryError('unreachable');
  const failed = {
    question: 'Who mentioned SSO?',
    answer: { ok: false as const, reason, message },
  };
  return panel(asking(null, failed))();
}

/** The view for questions, in each of its states. */
export const askPanels = {
  'ask-first': panel(asking(null)),
  'ask-passages': panel(asking(passages)),
  'ask-sentences': panel(asking(worded())),
  'ask-none': panel(asking(none)),
  'ask-nearest': panel(asking(nearest)),
  'ask-failed': Failed,
};
