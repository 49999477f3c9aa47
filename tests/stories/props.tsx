import type { AskProps } from '../../components/ask/Ask';
import { draftAbout } from '../../components/log/draft';
import type { QuickLogProps } from '../../components/log/QuickLog';
import type { OptionsProps } from '../../components/Options';
import type { PopupProps } from '../../components/Popup';
import type { PanelProps } from '../../components/panel/props';
import type { Reply } from '../../lib/ask/types';
import type { MeetingBrief } from '../../lib/brief/meeting';
import type { Brief } from '../../lib/brief/types';
import { diagnosticsOf } from '../../lib/diagnostics';
import { tn } from '../../lib/i18n';
import type { Prospect } from '../../lib/identity/prospect';
import { MemoryError, type MemoryReason } from '../../lib/memory/errors';
import type { KnownProspect, OutboxItemView } from '../../lib/messages';
import { defaultSettings, type Settings } from '../../lib/settings';
import { james, legal, maria, meetingWith, newcomer, now, priya } from './deals';
import { weekProps } from './week';

const nothing = () => {};
const yes = async () => ({ ok: true as const });

const ago = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();

export const known: KnownProspect[] = [
  { prospect: priya.prospect, count: 4, lastAt: ago(3) },
  { prospect: james.prospect, count: 5, lastAt: ago(1) },
  { prospect: maria.prospect, count: 6, lastAt: null },
  { prospect: { name: 'Sarah Chen', email: 'sarah.chen@globex.example' }, count: 1, lastAt: null },
  { prospect: { name: 'Sarah Chen', company: 'Initech' }, count: 2, lastAt: null },
];

const search = async (query: string) => ({
  ok: true as const,
  prospects: known.filter(({ prospect }) =>
    prospect.name.toLowerCase().includes(query.toLowerCase()),
  ),
});

const searchNobody = async () => ({ ok: true as const, prospects: [] });

export function logProps(about: Prospect | null, more: Partial<QuickLogProps> = {}): QuickLogProps {
  return {
    draft: draftAbout(about),
    onDraft: nothing,
    about,
    log: null,
    onSave: nothing,
    onUndo: nothing,
    search,
    due: null,
    onDismissDue: nothing,
    dictation: null,
    ...more,
  };
}

/** The view for questions with what came back. */
export function askOf(
  about: Prospect | null,
  reply: Reply | null,
  more: Partial<AskProps> = {},
): AskProps {
  return {
    about,
    question: reply?.question ?? '',
    onQuestion: nothing,
    narrowed: false,
    onNarrow: nothing,
    answer: reply && { ok: true, reply },
    waiting: null,
    onAsk: nothing,
    onOpen: nothing,
    ...more,
  };
}

/** A panel about `prospect`; without a brief, memory is being read. */
export function panelProps(
  prospect: Prospect | null,
  brief: Brief | null,
  more: Partial<PanelProps> = {},
): PanelProps {
  return {
    detection: prospect && meetingWith(prospect.company),
    people: prospect ? [prospect] : [],
    current: prospect,
    picked: false,
    answer: brief && { ok: true, brief },
    last: null,
    ready: true,
    onChoose: nothing,
    onBack: nothing,
    onRetry: nothing,
    onOpenOptions: nothing,
    actions: {
      onCopy: async () => true,
      onKept: yes,
      onKnown: yes,
      onImport: nothing,
      logs: { onEdit: yes, onForget: yes },
    },
    modelActions: {
      onListModels: async () => ({
        ok: true,
        models: ['llama-3.3-70b-versatile', 'openai/gpt-oss-120b', 'openai/gpt-oss-20b'],
        successor: 'openai/gpt-oss-120b',
      }),
      onUseModel: yes,
      onRetry: nothing,
      onOpenOptions: nothing,
    },
    search,
    quickLog: logProps(prospect),
    remember: { remembering: null, onPick: () => {}, onUndo: () => {}, onDismiss: () => {} },
    view: 'brief',
    onView: nothing,
    week: weekProps(),
    ask: askOf(prospect, null),
    ...more,
  };
}

/** A panel about a meeting of several; without its brief, memory is being read. */
export function meetingProps(brief: MeetingBrief | null): PanelProps {
  const answer = brief && { ok: true as const, meeting: brief, missing: 0 };
  return panelProps(priya.prospect, null, {
    people: [priya.prospect, legal.prospect, newcomer],
    meeting: { answer, shown: true, onShow: nothing },
  });
}

/** A panel about a meeting of several that memory can't answer about. */
export function meetingFailing(reason: MemoryReason): PanelProps {
  const { message } = new MemoryError(reason);
  const meeting = { answer: { ok: false as const, reason, message }, shown: true, onShow: nothing };
  return { ...meetingProps(null), meeting };
}

/** A panel whose memory fails, in the words that the extension itself has for it. */
export function failing(
  reason: MemoryReason,
  { brief = null, last = null }: { brief?: Brief | null; last?: Brief | null } = {},
): PanelProps {
  const { message } = new MemoryError(reason);
  return panelProps(priya.prospect, null, { answer: { ok: false, reason, message, brief }, last });
}

export const unknownPanel = panelProps(null, null, { search: searchNobody });

export function popupProps(more: Partial<PopupProps> = {}): PopupProps {
  const { name } = priya.prospect;
  const { score, label, momentum } = priya.brief;
  return {
    standing: { prospect: priya.prospect, view: { name, score, label, momentum } },
    others: 0,
    site: null,
    recent: known.filter(({ lastAt }) => lastAt !== null),
    onOpenProspect: nothing,
    quickLog: logProps(priya.prospect),
    outbox: [],
    onRetry: nothing,
    onOpenPanel: nothing,
    onOpenOptions: nothing,
    ...more,
  };
}

const words = 'Pilot starts on Monday. She wants a weekly report. I’ll send the template tomorrow.';

export const typed = { ...draftAbout(priya.prospect), summary: words, outcome: 'pilot' } as const;

/** A log in the outbox, in one of its states. */
export function waiting(
  id: string,
  state: OutboxItemView['state'],
  message: string | null = null,
): OutboxItemView {
  const prospect = id === 'log-1' ? priya.prospect : newcomer;
  return { id, prospect, summary: words, outcome: 'pilot', at: now.toISOString(), state, message };
}

const version = '0.9.1';

export const setUp: Settings = {
  ...defaultSettings,
  firstRunDone: true,
  connection: {
    baseUrl: 'https://memory.acme.example',
    apiKey: 'example',
    bank: 'acme-sales',
  },
  model: { ...defaultSettings.model, use: 'groq', groqApiKey: 'example' },
  rep: 'Robin Rep',
  ownAddresses: ['robin@acme.example'],
  ownDomains: ['acme.example'],
};

export function optionsProps(settings: Settings, more: Partial<OptionsProps> = {}): OptionsProps {
  return {
    settings,
    onSave: yes,
    onTest: async ({ bank }) => ({
      ok: true,
      version,
      message: tn('memory_connected', 214, bank, version),
    }),
    onTestModels: async () => ({
      ok: true,
      models: ['openai/gpt-oss-120b', 'openai/gpt-oss-20b'],
      successor: 'openai/gpt-oss-120b',
    }),
    onCreateBank: async () => ({ ok: true, version, message: 'It is empty.' }),
    chromeHasModel: false,
    hasDictation: true,
    onAllowMicrophone: yes,
    commands: [
      { name: 'log', keys: 'Alt+Shift+L' },
      { name: 'brief', keys: '' },
    ],
    onChangeKeys: nothing,
    onLoadSamples: async () => ({ ok: true, logs: 30 }),
    onRemoveSamples: async () => ({ ok: true, logs: 30 }),
    onDiagnose: async () =>
      diagnosticsOf({
        version: '0.1.0',
        agent: 'Chrome/156.0.0.0',
        settings,
        origins: [],
        outbox: [],
        memory: { ok: true, version },
        hasChromeModel: false,
      }),
    onCopy: async () => true,
    search,
    onErase: async () => ({ ok: true, documents: 214 }),
    sites: { sites: [], onLeave: nothing },
    onForget: async () => ({ ok: true, documents: 4 }),
    ...more,
  };
}

/** A test that fails for a reason, in the extension's own words. */
export const failingTest = (reason: MemoryReason) => async () => ({
  ok: false as const,
  reason,
  message: new MemoryError(reason).message,
});
