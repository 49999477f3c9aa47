import { type ReactNode, useEffect, useState } from 'react';
import type { LogState } from '../../components/log/draft';
import { draftAbout, fieldsOf } from '../../components/log/draft';
import { Options } from '../../components/Options';
import { Panel } from '../../components/Panel';
import { Popup } from '../../components/Popup';
import { ColumnChoice } from '../../components/transfer/ColumnChoice';
import { ExportLogs } from '../../components/transfer/ExportLogs';
import { ImportPreview } from '../../components/transfer/ImportPreview';
import { Ended, Running } from '../../components/transfer/ImportProgress';
import type { WeekProps } from '../../components/week/Week';
import { t } from '../../lib/i18n';
import type { Prospect } from '../../lib/identity/prospect';
import { ModelError } from '../../lib/models/port';
import { defaultSettings } from '../../lib/settings';
import { askPanels } from './ask';
import {
  earlier,
  fiveDaysAgo,
  foreign,
  foreignBrief,
  james,
  legal,
  longHistory,
  longNamed,
  longNamedBrief,
  maria,
  newcomer,
  newcomerBrief,
  newMeeting,
  now,
  oneCall,
  priya,
  promises,
  readByModel,
  readOtherwise,
  rightToLeft,
  rightToLeftBrief,
  severalMeeting,
  waitingOnly,
} from './deals';
import { importPlan, importProgress } from './files';
import { nextPanels } from './next';
import { otherSarah, sarah, sarahIs, sarahsBrief } from './people';
import {
  failing,
  failingTest,
  known,
  logProps,
  meetingFailing,
  meetingProps,
  optionsProps,
  panelProps,
  popupProps,
  setUp,
  typed,
  unknownPanel,
  waiting,
} from './props';
import type { StoryName } from './story-list';
import { weeks } from './week';

const still = { onPick: () => {}, onUndo: () => {}, onDismiss: () => {} };

const ofMeeting = () => <Panel {...meetingProps(severalMeeting)} />;

const ofPriya = () => <Panel {...panelProps(priya.prospect, priya.brief)} />;

const notAllowed = () => ({
  ok: false as const,
  reason: 'not_allowed',
  message: t('failure_not_allowed'),
});

const unscored = { name: newcomer.name, score: null, label: null, momentum: null };

const dictating = { state: 'listening', onDevice: false, onToggle: () => {} } as const;

/** A meeting with the people of deals, over twelve minutes ago. */
const ended = (...deals: { prospect: Prospect }[]) => ({
  id: 'kick-off',
  title: 'Rentokil: pilot kick-off',
  startsAt: new Date(now.getTime() - 42 * 60_000).toISOString(),
  endsAt: new Date(now.getTime() - 12 * 60_000).toISOString(),
  people: deals.map(({ prospect }) => prospect),
});
const week = (props: WeekProps) => () => (
  <Panel {...panelProps(null, null, { week: props, view: 'week' })} />
);

const about = (log: LogState | null, draft = draftAbout(priya.prospect)) => ({
  quickLog: logProps(priya.prospect, { log, draft }),
});

/** A part of the options on its own. */
const Card = ({ children }: { children: ReactNode }) => (
  <main className="options">
    <h1>SalesMemory</h1>
    <section className="card transfer">{children}</section>
  </main>
);

/** A popup whose fields keep what is typed. */
function Typing() {
  const [draft, onDraft] = useState(draftAbout(null));
  return <Popup {...popupProps({ quickLog: logProps(null, { draft, onDraft }) })} />;
}

/** The basic brief first, and a moment later a model's, which sees another risk. */
function Replaced() {
  const [brief, setBrief] = useState(priya.brief);
  useEffect(() => {
    const timer = setTimeout(() => setBrief(readOtherwise), 50);
    return () => clearTimeout(timer);
  }, []);
  return <Panel {...panelProps(priya.prospect, brief)} />;
}

/** What each story draws: the real components with example props. */
export const storyBodies: Record<StoryName, () => ReactNode> = {
  'panel-loading': () => <Panel {...panelProps(null, null, { ready: false })} />,
  'panel-reading': () => <Panel {...panelProps(priya.prospect, null)} />,
  ...askPanels,
  ...nextPanels,
  'panel-german': ofPriya,
  'panel-spanish': ofPriya,
  'panel-empty': () => <Panel {...panelProps(null, null)} />,
  'panel-unread': () => (
    <Panel
      {...panelProps(null, null, {
        unread: {
          site: 'hubspot',
          address: '*.hubspot.com/contacts/*/record/*/*',
          missing: ['[data-selenium-test="highlightTitle"]'],
        },
      })}
    />
  ),
  'panel-empty-unknown': () => <Panel {...unknownPanel} />,
  'panel-new': () => <Panel {...panelProps(newcomer, newcomerBrief)} />,
  'panel-one': () => <Panel {...panelProps(priya.prospect, oneCall)} />,
  'panel-priya': ofPriya,
  'panel-ledger': ofPriya,
  'panel-ledger-german': ofPriya,
  'panel-source': ofPriya,
  'panel-log': ofPriya,
  'panel-look-up': ofPriya,
  'panel-james': () => <Panel {...panelProps(james.prospect, james.brief)} />,
  'panel-remember': () => (
    <Panel
      {...panelProps(priya.prospect, priya.brief, {
        remember: {
          ...still,
          remembering: {
            state: 'asking',
            passage: {
              text: 'Rentokil will move its UK field teams to one CRM by spring.',
              title: 'Trade news',
              url: 'https://news.example/',
            },
            attempt: { id: 'note', at: '2026-11-01T10:00:00.000Z' },
          },
        },
      })}
    />
  ),
  'panel-remembered': () => (
    <Panel
      {...panelProps(priya.prospect, priya.brief, {
        remember: {
          ...still,
          remembering: { state: 'done', id: 'note-1', name: 'Priya Sharma' },
        },
      })}
    />
  ),
  'panel-people': () => (
    <Panel
      {...panelProps(maria.prospect, promises, {
        people: [maria.prospect, priya.prospect, newcomer, longNamed],
      })}
    />
  ),
  'panel-people-many': () => (
    <Panel
      {...panelProps(newcomer, newcomerBrief, {
        people: [
          ...[maria, james, legal, priya].map(({ prospect }) => prospect),
          ...[sarah, otherSarah, longNamed, rightToLeft, foreign, newcomer],
        ],
      })}
    />
  ),
  'panel-meeting': ofMeeting,
  'panel-meeting-german': ofMeeting,
  'panel-meeting-reading': () => <Panel {...meetingProps(null)} />,
  'panel-meeting-unreachable': () => <Panel {...meetingFailing('unreachable')} />,
  'panel-meeting-new': () => <Panel {...meetingProps(newMeeting)} />,
  'panel-news': () => (
    <Panel {...panelProps(priya.prospect, priya.brief, { since: fiveDaysAgo })} />
  ),
  'panel-model-waiting': () => (
    <Panel
      {...panelProps(priya.prospect, priya.brief, {
        // By the browser's own clock, which the countdown follows.
        model: { state: 'waiting', until: new Date(Date.now() + 12_000).toISOString() },
      })}
    />
  ),
  'panel-model-gone': () => (
    <Panel
      {...panelProps(priya.prospect, priya.brief, {
        model: {
          state: 'failed',
          reason: 'model_gone',
          message: new ModelError('groq', 'model_gone').message,
        },
      })}
    />
  ),
  'panel-model-invalid': () => (
    <Panel
      {...panelProps(priya.prospect, priya.brief, {
        model: {
          state: 'failed',
          reason: 'invalid',
          message: new ModelError('openai_compatible', 'invalid').message,
        },
      })}
    />
  ),
  'panel-replaced': () => <Replaced />,
  'panel-model-cost': () => <Panel {...panelProps(priya.prospect, readByModel)} />,
  'panel-picked': () => (
    <Panel
      {...panelProps(james.prospect, james.brief, { picked: true, people: [priya.prospect] })}
    />
  ),
  'panel-200': () => <Panel {...panelProps(maria.prospect, longHistory)} />,
  'panel-long-names': () => <Panel {...panelProps(longNamed, longNamedBrief)} />,
  'panel-rtl': () => <Panel {...panelProps(rightToLeft, rightToLeftBrief)} />,
  'panel-foreign': () => <Panel {...panelProps(foreign, foreignBrief)} />,
  'panel-unreachable': () => <Panel {...failing('unreachable', { brief: waitingOnly })} />,
  'panel-unreachable-earlier': () => (
    <Panel {...failing('unreachable', { brief: waitingOnly, last: earlier })} />
  ),
  'panel-rereading': () => <Panel {...panelProps(priya.prospect, null, { last: earlier })} />,
  'panel-filter': () => <Panel {...panelProps(maria.prospect, longHistory)} />,
  'panel-filter-nothing': () => <Panel {...panelProps(james.prospect, james.brief)} />,
  'panel-kept': () => <Panel {...panelProps(maria.prospect, promises)} />,
  'panel-which': () => <Panel {...panelProps(sarah, sarahsBrief, { who: sarahIs() })} />,
  'panel-which-known': () => (
    <Panel {...panelProps(otherSarah, sarahsBrief, { who: sarahIs({ named: otherSarah }) })} />
  ),
  'panel-which-decided': () => (
    <Panel
      {...panelProps(otherSarah, sarahsBrief, {
        who: sarahIs({}, { decided: true, person: otherSarah }),
      })}
    />
  ),
  'panel-edit-person': () => (
    <Panel
      {...panelProps(priya.prospect, priya.brief, {
        who: sarahIs(
          { named: priya.prospect },
          { decided: true, person: priya.prospect, namesakes: [] },
        ),
      })}
    />
  ),
  'panel-edit-log': ofPriya,
  'panel-refused': () => <Panel {...failing('refused')} />,
  'panel-no-bank': () => <Panel {...failing('no_bank')} />,
  'panel-not-allowed': () => <Panel {...failing('not_allowed')} />,
  'panel-broken': () => <Panel {...failing('broken')} />,
  'panel-not-configured': () => <Panel {...failing('not_configured')} />,
  'popup-empty': () => (
    <Popup {...popupProps({ standing: null, recent: [], quickLog: logProps(null) })} />
  ),
  'week-new': week(weeks.new),
  'week-due': week(weeks.due),
  'week-looking': week(weeks.looking),
  'week-reading': week(weeks.reading),
  'week-ranking': week(weeks.ranking),
  'week-asking': week(weeks.asking),
  'week-done': week(weeks.done),
  'week-source': week(weeks.done),
  'week-model': week(weeks.model),
  'week-strange': week(weeks.strange),
  'week-nobody': week(weeks.nobody),
  'week-stopped': week(weeks.stopped),
  'week-failed': week(weeks.failed),
  'week-german': week(weeks.done),
  'popup-about': () => <Popup {...popupProps()} />,
  'popup-due': () => (
    <Popup
      {...popupProps({ standing: null, quickLog: logProps(null, { due: ended(priya, james) }) })}
    />
  ),
  'popup-new': () => (
    <Popup
      {...popupProps({
        standing: { prospect: newcomer, view: unscored },
        quickLog: logProps(newcomer),
      })}
    />
  ),
  'popup-reading': () => (
    <Popup {...popupProps({ standing: { prospect: priya.prospect, view: null }, recent: [] })} />
  ),
  'popup-away': () => (
    <Popup
      {...popupProps({
        standing: {
          prospect: priya.prospect,
          view: popupProps().standing?.view ?? null,
          away: t('memory_fails_unreachable'),
        },
        recent: [],
      })}
    />
  ),
  'popup-several': () => (
    <Popup
      {...popupProps({
        others: 2,
        site: { host: 'crm.acme.example', used: false, onUse: () => {} },
      })}
    />
  ),
  'popup-dictating': () => (
    <Popup {...popupProps({ quickLog: logProps(priya.prospect, { dictation: dictating }) })} />
  ),
  'popup-no-microphone': () => (
    <Popup
      {...popupProps({
        quickLog: logProps(priya.prospect, { dictation: { ...dictating, state: 'refused' } }),
      })}
    />
  ),
  'popup-long-names': () => (
    <Popup
      {...popupProps({
        standing: { prospect: longNamed, view: null },
        quickLog: logProps(longNamed),
        recent: [{ prospect: longNamed, count: 1, lastAt: '2026-05-19T08:00:00.000Z' }],
      })}
    />
  ),
  'popup-people': Typing,
  'panel-people-picking': () => <Panel {...panelProps(priya.prospect, priya.brief)} />,
  'popup-draft': () => (
    <Popup {...popupProps({ quickLog: logProps(james.prospect, { draft: typed }) })} />
  ),
  'popup-draft-nameless': () => (
    <Popup
      {...popupProps({
        quickLog: logProps(james.prospect, { draft: { ...typed, ...fieldsOf(null) } }),
      })}
    />
  ),
  'popup-when': () => (
    <Popup {...popupProps(about(null, { ...typed, when: '2026-05-19T16:30' }))} />
  ),
  'popup-missing': () => <Popup {...popupProps()} />,
  'popup-saving': () => <Popup {...popupProps(about({ state: 'saving' }, typed))} />,
  'popup-here': () => (
    <Popup
      {...popupProps({
        ...about({ state: 'here', id: 'log-1' }),
        outbox: [waiting('log-1', 'waiting', 'Memory can’t be reached.')],
      })}
    />
  ),
  'popup-remembered': () => <Popup {...popupProps(about({ state: 'for_good', id: 'log-1' }))} />,
  'popup-needs-you': () => (
    <Popup
      {...popupProps({
        ...about({ state: 'needs_you', id: 'log-1', message: 'Memory refuses the key.' }),
        outbox: [waiting('log-1', 'needs_you', 'Memory refuses the key.')],
      })}
    />
  ),
  'popup-failed': () => (
    <Popup {...popupProps(about({ state: 'failed', message: t('failure_full', 12) }, typed))} />
  ),
  'popup-undone': () => <Popup {...popupProps(about({ state: 'undone' }, typed))} />,
  'popup-outbox': () => (
    <Popup
      {...popupProps({
        outbox: [
          waiting('log-1', 'sending'),
          waiting('log-2', 'waiting', 'Memory can’t be reached.'),
          waiting('log-3', 'needs_you', 'Memory refuses the key.'),
        ],
      })}
    />
  ),
  'popup-german': () => <Popup {...popupProps(about({ state: 'for_good', id: 'log-1' }))} />,
  'options-german': () => <Options {...optionsProps(setUp)} />,
  'options-spanish': () => <Options {...optionsProps(setUp)} />,
  'options-new': () => <Options {...optionsProps(defaultSettings)} />,
  'options-second-step': () => <Options {...optionsProps(defaultSettings)} />,
  'options-third-step': () => <Options {...optionsProps(defaultSettings)} />,
  'options-ready': () => <Options {...optionsProps(defaultSettings)} />,
  'options-not-allowed': () => (
    <Options {...optionsProps(setUp, { onTest: async () => notAllowed() })} />
  ),
  'options-samples-away': () => (
    <Options {...optionsProps(setUp, { onLoadSamples: failingTest('unreachable') })} />
  ),
  'options-groq-test': () => <Options {...optionsProps(setUp)} />,
  'options-model-gone': () => (
    <Options
      {...optionsProps({ ...setUp, model: { ...setUp.model, groqModel: 'llama-3.3-70b' } })}
    />
  ),
  'options-diagnostics': () => <Options {...optionsProps(setUp)} />,
  'options-set': () => <Options {...optionsProps(setUp)} />,
  'options-sites': () => (
    <Options
      {...optionsProps(setUp, {
        sites: {
          sites: ['https://crm.acme.example/*', 'http://odoo.intern.example/*'],
          onLeave: () => {},
        },
      })}
    />
  ),
  'options-test-good': () => <Options {...optionsProps(setUp)} />,
  'options-test-bad': () => (
    <Options {...optionsProps(setUp, { onTest: failingTest('unreachable') })} />
  ),
  'options-no-bank': () => <Options {...optionsProps(setUp, { onTest: failingTest('no_bank') })} />,
  'options-import': () => (
    <Card>
      <ColumnChoice plan={importPlan} onChoose={() => {}} />
      <ImportPreview plan={importPlan} />
    </Card>
  ),
  'options-importing': () => (
    <Card>
      <Running progress={importProgress} onCancel={() => {}} />
    </Card>
  ),
  'options-import-ended': () => (
    <Card>
      <Ended end={{ ...importProgress, ended: 'cancelled' }} onAgain={() => {}} />
    </Card>
  ),
  'options-export': () => (
    <main className="options">
      <h1>SalesMemory</h1>
      <ExportLogs
        search={async () => ({ ok: true, prospects: known })}
        onExport={async () => ({ ok: true, logs: 4 })}
      />
    </main>
  ),
  'options-own-model': () => (
    <Options {...optionsProps({ ...setUp, model: { ...setUp.model, use: 'openai_compatible' } })} />
  ),
  'options-erase': () => <Options {...optionsProps({ ...setUp, onDeviceOnly: true })} />,
  'options-forget': () => <Options {...optionsProps(setUp)} />,
};
