import {
  type FormEvent,
  type KeyboardEvent,
  lazy,
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import type { DueMeeting } from '../../lib/due';
import { t } from '../../lib/i18n';
import { samePerson } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';
import { Phrase } from '../common/Phrase';
import type { SearchProspects } from '../common/ProspectPicker';
import type { FollowUpProps } from '../follow-up/FollowUp';
import { DictateButton, type Dictation } from './DictateButton';
import { asTyped, type Draft, fieldsOf, type LogState, missingIn, prospectOf } from './draft';
import { hintFor } from './hint';
import { LogStateLine } from './LogStateLine';
import { OutcomeChips, outcomeOfKey } from './OutcomeChips';
import { WhenField } from './WhenField';
import { WhoFields } from './WhoFields';

// Seldom there at the start: a meeting that ended, and the mail after a log.
const Due = lazy(() => import('./Due'));
const FollowUp = lazy(() => import('../follow-up/FollowUp'));

export interface QuickLogProps {
  draft: Draft;
  onDraft: (draft: Draft) => void;
  /** Whom the page is about; offered where the draft is about somebody else. */
  about: Prospect | null;
  /** What became of the last log; null before there is one. */
  log: LogState | null;
  onSave: (draft: Draft) => void;
  onUndo: (id: string) => void;
  search: SearchProspects;
  /** The meeting that ended last and has no log yet. */
  due: DueMeeting | null;
  onDismissDue: (id: string) => void;
  dictation: Dictation | null;
  /** The mail after the log that was saved last; absent before there is one. */
  followUp?: FollowUpProps | null;
  autoFocus?: boolean;
}

/** Two to five sentences and an outcome: a call logged in ten seconds. */
export function QuickLog(props: QuickLogProps) {
  const { draft, onDraft, about, log, onSave, onUndo, search, autoFocus = false } = props;
  const { due, onDismissDue, dictation } = props;
  const [missing, setMissing] = useState<string | null>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const saving = log?.state === 'saving';

  useEffect(() => {
    if (autoFocus) words.current?.focus();
  }, [autoFocus]);

  const change = (patch: Partial<Draft>) => {
    setMissing(null);
    onDraft({ ...draft, ...patch });
  };
  const save = () => {
    if (saving) return;
    const lack = missingIn(draft);
    setMissing(lack);
    if (lack !== null) return;
    // What is said from now on is no part of this log.
    if (dictation?.state === 'listening') dictation.onToggle();
    onSave(draft);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const logDue = (prospect: Prospect, meeting: DueMeeting) => {
    change({ ...fieldsOf(prospect), when: asTyped(new Date(meeting.endsAt)) });
    words.current?.focus();
  };
  const byKeys = (event: KeyboardEvent) => {
    // An input method's own keys: the word isn't there yet.
    if (event.nativeEvent.isComposing) return;
    const outcome = outcomeOfKey(event.nativeEvent);
    if (outcome !== null) {
      event.preventDefault();
      change({ outcome });
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    }
  };
  const person = prospectOf(draft);
  // Once the draft is about somebody of the meeting, there is nothing left to offer.
  const offered = due?.people.some((one) => person && samePerson(one, person)) ? null : due;
  const hint = hintFor(draft.summary);
  // Words that name nobody yet may well be about the page's prospect; without words they are already.
  const isElsewhere = person ? about && !samePerson(person, about) : draft.summary.trim() !== '';
  const elsewhere = isElsewhere ? about : null;

  return (
    <form
      className="quick-log"
      data-testid="quick-log"
      noValidate
      onSubmit={submit}
      onKeyDown={byKeys}
    >
      {offered && (
        <Suspense>
          <Due meeting={offered} onLog={logDue} onDismiss={onDismissDue} />
        </Suspense>
      )}
      <WhoFields draft={draft} onChange={change} search={search} />
      {elsewhere && (
        <p className="quiet">
          {person && <Phrase of="log_draft_about" with={[<bdi key="name">{draft.name}</bdi>]} />}{' '}
          <button
            type="button"
            className="link"
            data-testid="log-about-page"
            onClick={() => change(fieldsOf(elsewhere))}
          >
            <Phrase of="log_make_about" with={[<bdi key="name">{elsewhere.name}</bdi>]} />
          </button>
        </p>
      )}
      <label htmlFor={id} className="visually-hidden">
        {t('log_words')}
      </label>
      <textarea
        ref={words}
        id={id}
        dir="auto"
        rows={4}
        maxLength={50_000}
        placeholder={t('log_placeholder')}
        data-testid="log-text"
        value={draft.summary}
        onChange={(event) => change({ summary: event.target.value })}
      />
      <div className="log-help">
        <p className="quiet" data-testid="log-hint">
          {hint && t(hint)}
        </p>
        <DictateButton dictation={dictation} />
      </div>
      <OutcomeChips value={draft.outcome} onChange={(outcome) => change({ outcome })} />
      <WhenField value={draft.when} onChange={(when) => change({ when })} />
      <div className="log-foot">
        <button type="submit" className="primary" data-testid="log-save" aria-disabled={saving}>
          {t('save')}
        </button>
        <div className="log-said">
          {missing && (
            <p className="problem" role="alert" data-testid="log-missing">
              {missing}
            </p>
          )}
          {!missing && log && <LogStateLine log={log} onUndo={onUndo} />}
          {!missing && !log && (
            <p className="quiet">
              <Phrase
                of="log_keys"
                with={['Ctrl', '⌘', 'Enter', 'Alt', '0–9'].map((key) => <kbd key={key}>{key}</kbd>)}
              />
            </p>
          )}
        </div>
      </div>
      {!missing && log && 'id' in log && props.followUp && (
        <Suspense>
          <FollowUp {...props.followUp} />
        </Suspense>
      )}
    </form>
  );
}
