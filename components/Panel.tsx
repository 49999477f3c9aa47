import { type ReactNode, useState } from 'react';
import type { Detection } from '../lib/detect/detection';
import { prospectKey } from '../lib/identity/key';
import type { Prospect } from '../lib/identity/prospect';
import type { BriefAnswer } from '../lib/messages';
import { BriefView } from './brief/BriefView';
import { Header } from './brief/Header';
import { MemoryProblem } from './brief/MemoryProblem';
import { PeopleSwitch } from './brief/PeopleSwitch';
import { ProspectPicker, type SearchProspects } from './common/ProspectPicker';
import { QuickLog, type QuickLogProps } from './log/QuickLog';

export interface PanelProps {
  /** What the tab in front is about; null where nothing was found on it. */
  detection: Detection | null;
  people: readonly Prospect[];
  /** Whom the panel is about; null where the page names nobody and nobody was picked. */
  current: Prospect | null;
  /** The rep picked somebody who isn't on the page. */
  picked: boolean;
  /** The newest answer about `current`; null while there is none. */
  answer: BriefAnswer | null;
  /** Whether the page has been asked yet: before that nothing is known, not even that it is empty. */
  ready: boolean;
  onChoose: (prospect: Prospect) => void;
  /** Back to what the page is about. */
  onBack: () => void;
  onRetry: () => void;
  onOpenOptions: () => void;
  search: SearchProspects;
  quickLog: QuickLogProps;
}

/** The side panel: what to know in the minute before a call. */
export function Panel(props: PanelProps) {
  const { current, answer, ready, people, onChoose, quickLog } = props;
  return (
    <div className="panel">
      <main className="panel-body">
        <p className="visually-hidden" role="status" aria-live="polite" data-testid="announcement">
          {announcement(current, answer)}
        </p>
        <PeopleSwitch people={people} current={current} onChoose={onChoose} />
        {!ready && (
          <>
            <h1 className="visually-hidden">SalesMemory</h1>
            <Skeleton />
          </>
        )}
        {ready && !current && <Empty {...props} />}
        {ready && current && <About {...props} prospect={current} />}
      </main>
      <LogDrawer>
        <QuickLog {...quickLog} />
      </LogDrawer>
    </div>
  );
}

function announcement(current: Prospect | null, answer: BriefAnswer | null): string {
  if (!current || !answer?.ok) return '';
  const { score, label, momentum, interactions } = answer.brief;
  if (interactions.count === 0) return `Brief for ${current.name}: nothing is remembered yet.`;
  return `Brief for ${current.name}: ${score} of 100, ${label}, ${momentum}.`;
}

function About(props: PanelProps & { prospect: Prospect }) {
  const { prospect, detection, picked, answer, people } = props;
  return (
    <>
      <Header
        prospect={prospect}
        detection={picked ? null : detection}
        interactions={answer?.ok ? answer.brief.interactions : null}
      />
      {picked && people.length > 0 && (
        <p className="quiet">
          Not on this page.{' '}
          <button type="button" className="link" onClick={props.onBack}>
            Back to {people[0]?.name}
          </button>
        </p>
      )}
      {answer === null && <Skeleton />}
      {answer?.ok === false && (
        <MemoryProblem
          failure={answer}
          partial={answer.brief !== null}
          onRetry={props.onRetry}
          onOpenOptions={props.onOpenOptions}
        />
      )}
      {/* A key of its own per prospect: what was opened about one stays closed for the next. */}
      {answer?.brief && (
        <BriefView key={prospectKey(prospect)} brief={answer.brief} partial={!answer.ok} />
      )}
      {answer !== null && <SomebodyElse {...props} />}
    </>
  );
}

function SomebodyElse({ search, onChoose, onOpenOptions }: PanelProps) {
  const [open, setOpen] = useState(false);
  return (
    <section className="somebody-else">
      <button
        type="button"
        className="link"
        aria-expanded={open}
        data-testid="somebody-else"
        onClick={() => setOpen(!open)}
      >
        Look up somebody else
      </button>
      {open && (
        <ProspectPicker
          label="Known prospects"
          search={search}
          onPick={({ prospect }) => {
            setOpen(false);
            onChoose(prospect);
          }}
        />
      )}
      <OptionsLink onOpenOptions={onOpenOptions} />
    </section>
  );
}

function OptionsLink({ onOpenOptions }: Pick<PanelProps, 'onOpenOptions'>) {
  return (
    <button type="button" className="link" data-testid="open-options" onClick={onOpenOptions}>
      Options
    </button>
  );
}

function Empty({ search, onChoose, onOpenOptions }: PanelProps) {
  return (
    <section className="empty" data-testid="empty-state">
      <h1>Nobody to prepare for on this page</h1>
      <p className="quiet">
        Open a calendar invite or a CRM record with a prospect on it, or look somebody up.
      </p>
      <ProspectPicker
        label="Known prospects"
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

function LogDrawer({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <section className="log-drawer" aria-label="Log a call">
      <button
        type="button"
        className="log-drawer-toggle disclosure"
        aria-expanded={open}
        data-testid="quick-log-toggle"
        onClick={() => setOpen(!open)}
      >
        Log a call
      </button>
      {open && children}
    </section>
  );
}
