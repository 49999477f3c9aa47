import { lazy, Suspense, useMemo, useState } from 'react';
import type { Brief } from '../lib/brief/types';
import type { Detection } from '../lib/detect/detection';
import type { UnreadPage } from '../lib/detect/health';
import { locale, t } from '../lib/i18n';
import { prospectKey } from '../lib/identity/key';
import type { Prospect } from '../lib/identity/prospect';
import type { BriefAnswer } from '../lib/messages';
import type { AskProps } from './ask/Ask';
import { ActionsContext, type BriefActions } from './brief/Actions';
import { BriefView } from './brief/BriefView';
import { Header } from './brief/Header';
import { MemoryProblem } from './brief/MemoryProblem';
import type { ModelActions, ModelStatus } from './brief/ModelLine';
import { PeopleSwitch } from './brief/PeopleSwitch';
import { useNow } from './common/Now';
import { Phrase } from './common/Phrase';
import { ProspectPicker, type SearchProspects } from './common/ProspectPicker';
import { bandName, momentumName } from './common/words';
import { LogDrawer } from './log/LogDrawer';
import { QuickLog, type QuickLogProps } from './log/QuickLog';
import type { MeetingAnswer } from './meeting/Meeting';
import { WhichPerson, type WhoProps, whichKey } from './people/WhichPerson';
import { Remember, type RememberProps } from './Remember';
import { UpNext, type UpNextProps } from './upnext/UpNext';
import { type View, Views } from './Views';
import type { ViewName } from './viewNames';
import type { WeekProps } from './week/Week';

// Loaded when somebody looks: the brief is what has to be there at once.
const EditPerson = lazy(() => import('./people/EditPerson'));
const Week = lazy(() => import('./week/Week'));
const Ask = lazy(() => import('./ask/Ask'));
const Meeting = lazy(() => import('./meeting/Meeting'));
const Unreadable = lazy(() => import('./sites/Unreadable'));

export interface PanelProps {
  /** What the tab in front is about; null where nothing was found on it. */
  detection: Detection | null;
  people: readonly Prospect[];
  /** What is wrong with a page that should name somebody and doesn't; null: nothing. */
  unread?: UnreadPage | null;
  /** Whom the panel is about; null where the page names nobody and nobody was picked. */
  current: Prospect | null;
  /** The rep picked somebody who isn't on the page. */
  picked: boolean;
  /** The newest answer about `current`; null while there is none. */
  answer: BriefAnswer | null;
  /** The last whole brief of `current` since the browser started; null where there is none. */
  last: Brief | null;
  /** What the chosen model is at, where it lets wait or gave no brief. */
  model?: ModelStatus | null;
  modelActions?: ModelActions;
  /** When the rep last looked at this brief; null or absent where they never did. */
  since?: string | null;
  /** The brief of everybody in the meeting; null or absent where the page is none of several people. */
  meeting?: { answer: MeetingAnswer; shown: boolean; onShow: () => void } | null;
  /** Whether it is known whom this is about: before that not even that the page names nobody is. */
  ready: boolean;
  onChoose: (prospect: Prospect) => void;
  /** Back to what the page is about. */
  onBack: () => void;
  onRetry: () => void;
  onOpenOptions: () => void;
  actions: BriefActions;
  search: SearchProspects;
  quickLog: QuickLogProps;
  remember: Omit<RememberProps, 'people' | 'search'>;
  /** Who the person is by what was decided; null while that isn't known. */
  who?: WhoProps | null;
  view: ViewName;
  onView: (view: ViewName) => void;
  /** A view that is left out isn't offered. */
  week?: WeekProps;
  ask?: AskProps;
  /** The next meetings; shown where nobody is on the page, and above the week. */
  upNext?: UpNextProps;
}

/** The side panel: what to know in the minute before a call. */
export function Panel(props: PanelProps) {
  const { people, quickLog, view, onView, week, ask, upNext } = props;
  const views: [View, ...View[]] = [{ name: 'brief', content: <BriefOf {...props} /> }];
  if (week) {
    const content = (
      <>
        <Week {...week} />
        {upNext && <UpNext {...upNext} />}
      </>
    );
    views.push({ name: 'week', content });
  }
  if (ask) views.push({ name: 'ask', content: <Ask {...ask} /> });
  return (
    <div className="panel">
      <Views
        views={views}
        view={view}
        onView={onView}
        above={
          <>
            <p
              className="visually-hidden"
              role="status"
              aria-live="polite"
              data-testid="announcement"
            >
              {announcement(props)}
            </p>
            <Remember {...props.remember} people={people} search={props.search} />
          </>
        }
      />
      <LogDrawer>
        <QuickLog {...quickLog} />
      </LogDrawer>
    </div>
  );
}

/** The brief of whom the panel is about, or what to do where there is nobody. */
function BriefOf(props: PanelProps) {
  const { current, ready, people, onChoose, meeting } = props;
  if (ready && meeting?.shown) {
    return (
      <>
        <PeopleSwitch people={people} current={null} onChoose={onChoose} everyone={meeting} />
        <ActionsContext value={props.actions}>
          <Suspense fallback={<Skeleton />}>
            <Meeting detection={props.detection} answer={meeting.answer} onChoose={onChoose} />
          </Suspense>
        </ActionsContext>
        <SomebodyElse {...props} />
      </>
    );
  }
  return (
    <>
      <PeopleSwitch people={people} current={current} onChoose={onChoose} everyone={meeting} />
      {!ready && (
        <>
          <h1 className="visually-hidden">SalesMemory</h1>
          <Skeleton />
        </>
      )}
      {ready && !current && props.unread && (
        <Suspense>
          <Unreadable problem={props.unread} onCopy={props.actions.onCopy} onName={onChoose} />
        </Suspense>
      )}
      {ready && !current && !props.unread && <Empty {...props} />}
      {ready && current && <About {...props} prospect={current} />}
    </>
  );
}

function announcement({ current, answer, meeting, people }: PanelProps): string {
  if (meeting?.shown) {
    const names = people.map(({ name }) => name).join(', ');
    return meeting.answer?.ok ? t('meeting_announce', names) : '';
  }
  if (!current || !answer?.ok) return '';
  const { score, label, momentum, interactions } = answer.brief;
  if (interactions.count === 0) return t('panel_announce_new', current.name);
  return t(
    'panel_announce',
    current.name,
    score,
    bandName(label),
    momentumName(momentum).toLocaleLowerCase(locale()),
  );
}

/** Minutes after which a brief that stays on the screen says how old it is. */
const freshFor = 10;

/** A brief as it can be shown: whole or a part, and how old where it isn't of this moment. */
interface OnScreen {
  brief: Brief;
  partial: boolean;
  readAt: string | null;
}

/**
 * @returns the newest brief; while memory is read or fails, the last one with its age, and with what
 * waits in the browser in its timeline.
 */
function onScreen(answer: BriefAnswer | null, last: Brief | null, now: Date): OnScreen | null {
  if (answer?.ok) {
    const { generatedAt } = answer.brief;
    const minutes = (now.getTime() - new Date(generatedAt).getTime()) / 60_000;
    return {
      brief: answer.brief,
      partial: false,
      readAt: minutes > freshFor ? generatedAt : null,
    };
  }
  const waiting = answer?.brief?.timeline ?? [];
  if (!last) return answer?.brief ? { brief: answer.brief, partial: true, readAt: null } : null;
  const known = new Set(last.timeline.map(({ id }) => id));
  const timeline = [...waiting.filter(({ id }) => !known.has(id)), ...last.timeline];
  return { brief: { ...last, timeline }, partial: false, readAt: last.generatedAt };
}

function About(props: PanelProps & { prospect: Prospect }) {
  const { prospect, detection, picked, answer, last, people } = props;
  const now = useNow();
  const shown = useMemo(() => onScreen(answer, last, now), [answer, last, now]);
  return (
    <>
      <Header
        prospect={prospect}
        detection={picked ? null : detection}
        interactions={shown && !shown.partial ? shown.brief.interactions : null}
        readAt={shown?.readAt ?? null}
      />
      {picked && people.length > 0 && (
        <p className="quiet">
          {t('panel_not_on_page')}{' '}
          <button type="button" className="link" onClick={props.onBack}>
            <Phrase of="panel_back_to" with={[<bdi key="name">{people[0]?.name}</bdi>]} />
          </button>
        </p>
      )}
      {props.who && <WhichPerson key={whichKey(props.who)} {...props.who} />}
      {!shown && answer === null && <Skeleton />}
      {answer?.ok === false && (
        <MemoryProblem
          failure={answer}
          below={shown && (shown.partial ? 'waiting' : 'earlier')}
          onRetry={props.onRetry}
          onOpenOptions={props.onOpenOptions}
        />
      )}
      {/* A key of its own per prospect: what was opened about one stays closed for the next. */}
      {shown && (
        <ActionsContext value={props.actions}>
          <BriefView
            key={prospectKey(prospect)}
            brief={shown.brief}
            partial={shown.partial}
            model={props.model}
            modelActions={props.modelActions}
            since={props.since}
          />
        </ActionsContext>
      )}
      {answer !== null && <SomebodyElse {...props} />}
    </>
  );
}

function SomebodyElse({ search, who, onChoose, onOpenOptions }: PanelProps) {
  const [open, setOpen] = useState(false);
  const [editing, setEditing] = useState(false);
  return (
    <section className="somebody-else">
      <button
        type="button"
        className="link"
        aria-expanded={open}
        data-testid="somebody-else"
        onClick={() => setOpen(!open)}
      >
        {t('panel_somebody_else')}
      </button>
      {open && (
        <ProspectPicker
          label={t('panel_known')}
          search={search}
          onPick={({ prospect }) => {
            setOpen(false);
            onChoose(prospect);
          }}
        />
      )}
      {who && (
        <button
          type="button"
          className="link"
          aria-expanded={editing}
          data-testid="edit-person-toggle"
          onClick={() => setEditing(!editing)}
        >
          {t('person_edit')}
        </button>
      )}
      <OptionsLink onOpenOptions={onOpenOptions} />
      {who && editing && (
        <Suspense>
          <EditPerson
            key={prospectKey(who.who.person)}
            who={who.who}
            search={search}
            onChange={who.onChange}
          />
        </Suspense>
      )}
    </section>
  );
}

function OptionsLink({ onOpenOptions }: Pick<PanelProps, 'onOpenOptions'>) {
  return (
    <button type="button" className="link" data-testid="open-options" onClick={onOpenOptions}>
      {t('panel_options')}
    </button>
  );
}

function Empty({ search, onChoose, onOpenOptions, upNext }: PanelProps) {
  return (
    <section className="empty" data-testid="empty-state">
      <h1>{t('panel_empty_title')}</h1>
      <p className="quiet">{t('panel_empty_text')}</p>
      {upNext && <UpNext {...upNext} />}
      <ProspectPicker
        label={t('panel_known')}
        search={search}
        onPick={({ prospect }) => onChoose(prospect)}
      />
      <OptionsLink onOpenOptions={onOpenOptions} />
    </section>
  );
}

/** Stands in for a brief only while there is nothing at all to show. */
function Skeleton() {
  return (
    <div className="skeleton" data-testid="skeleton" aria-hidden="true">
      <span />
      <span />
      <span />
    </div>
  );
}
