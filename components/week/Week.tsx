import { type ReactNode, useState } from 'react';
import { digestAsMarkdown, mailLink } from '../../lib/digest/markdown';
import { type DigestRun, isBusy } from '../../lib/digest/run';
import { type Bucket, buckets, type Digest } from '../../lib/digest/types';
import { locale, t } from '../../lib/i18n';
import type { Prospect } from '../../lib/identity/prospect';
import { ageWords } from '../common/dates';
import { useNow } from '../common/Now';
import { useCopied } from '../common/useCopied';
import { Entry } from './Entry';
import { Objections } from './Objections';
import { ReminderForm, type ReminderFormProps } from './ReminderForm';
import { Statement } from './Statement';

/** What the view of the week is drawn from. */
export interface WeekProps extends ReminderFormProps {
  /** How far the newest digest has come; null where none was asked for since the browser started. */
  run: DigestRun | null;
  digest: Digest | null;
  /** The reminder went off, and nobody has looked since. */
  due: boolean;
  /** The rep's own address, or nothing. */
  address: string;
  onStart: () => void;
  onStop: () => void;
  onGoOn: () => void;
  /** Opens a brief; absent where there is no place for one. */
  onOpen?: (prospect: Prospect) => void;
  onCopy: (text: string) => Promise<boolean>;
  /** Opens the print view; absent where this is it. */
  onPrint?: () => void;
}

/** Every deal of the week, the most pressing first. */
export default function Week(props: WeekProps) {
  const { run, digest, due } = props;
  const now = useNow();
  return (
    <section className="week" data-testid="week">
      <h1>{t('week_title')}</h1>
      {due && (
        <p className="notice" role="status" data-testid="week-due">
          {t('week_due_title')}
        </p>
      )}
      {!run && <p className="quiet">{t('week_intro')}</p>}
      <Progress {...props} age={digest && ageWords(digest.generatedAt, now)} />
      {digest && <DigestView {...props} digest={digest} />}
      <ReminderForm {...props} />
    </section>
  );
}

const number = (count: number) => count.toLocaleString(locale());

/** What the digest is at, and what can be done about it. */
function Progress({
  run,
  age,
  onStart,
  onStop,
  onGoOn,
}: WeekProps & {
  /** How old the digest on the screen is; null where there is none. */
  age: string | null;
}) {
  const start = (label: string, primary = false) => (
    <button
      type="button"
      className={primary ? 'primary' : undefined}
      data-testid="week-start"
      onClick={onStart}
    >
      {label}
    </button>
  );
  const goOn = (label: string) => (
    <button type="button" className="primary" data-testid="week-go-on" onClick={onGoOn}>
      {label}
    </button>
  );
  if (!run) return <div className="buttons">{start(t('week_start'), true)}</div>;
  if (isBusy(run)) return <Busy run={run} onStop={onStop} />;
  const { state, message, estimate, total } = run;
  return (
    <div className="week-state" data-testid="week-state" data-state={state}>
      {state !== 'done' && (
        <p role="status" className={state === 'failed' ? 'problem' : 'quiet'}>
          {state === 'failed' && message}
          {state === 'stopped' && t('week_stopped')}
          {state === 'asking' &&
            estimate &&
            t('week_estimate', number(total), number(estimate.calls), number(estimate.tokens))}
        </p>
      )}
      <div className="buttons">
        {state === 'asking' && goOn(t('week_compare'))}
        {(state === 'stopped' || state === 'failed') && goOn(t('week_go_on'))}
        {start(t('week_again'))}
        {age !== null && <span className="quiet week-age">{age}</span>}
      </div>
    </div>
  );
}

function Busy({ run, onStop }: { run: DigestRun; onStop: () => void }) {
  const { state, read, total, calls, batchesLeft, waiting } = run;
  const reading = state === 'reading';
  const words = () => {
    if (!reading) return t('week_comparing');
    return total === 0 ? t('week_looking') : t('week_reading', number(read), number(total));
  };
  return (
    <div className="week-state" data-testid="week-state" data-state={state}>
      <p role="status">{words()}</p>
      <progress
        aria-label={words()}
        max={reading ? Math.max(total, 1) : calls + batchesLeft + 1}
        value={reading ? (total === 0 ? undefined : read) : calls}
      />
      {!reading && <p className="quiet">{t('week_calls', number(calls), number(batchesLeft))}</p>}
      {waiting !== null && <p className="quiet">{t('week_waiting', number(waiting))}</p>}
      <div className="buttons">
        <button type="button" data-testid="week-stop" onClick={onStop}>
          {t('week_stop')}
        </button>
      </div>
    </div>
  );
}

function DigestView(props: WeekProps & { digest: Digest }) {
  const { digest, run, onOpen } = props;
  const { entries, objections } = digest;
  const all = props.onPrint === undefined;
  if (entries.length === 0) {
    return (
      <p className="quiet" data-testid="week-nobody">
        {t('week_nobody')}
      </p>
    );
  }
  return (
    <>
      {buckets.map((bucket) => {
        const mine = entries.filter((entry) => entry.bucket === bucket);
        return (
          mine.length > 0 && (
            <Folded
              key={`${bucket}${run?.now ?? ''}`}
              bucket={bucket}
              title={
                <>
                  <span className="dot" aria-hidden="true" />
                  {t(`week_${bucket}`)} ({number(mine.length)})
                </>
              }
              all={all}
            >
              {mine.map((entry) => (
                <Entry key={entry.key} entry={entry} onOpen={onOpen} />
              ))}
            </Folded>
          )
        );
      })}
      <Objections rows={objections} />
      <Take {...props} />
      <Statement digest={digest} />
    </>
  );
}

/** How many deals of a bucket stand there at first, and how many more each time. */
const atFirst = 10;
const more = 50;

/** A bucket that shows its first deals: four thousand would make no screen. */
function Folded({
  bucket,
  title,
  all,
  children,
}: {
  bucket: Bucket;
  title: ReactNode;
  all: boolean;
  children: ReactNode[];
}) {
  const [shown, setShown] = useState(atFirst);
  const rest = all ? 0 : children.length - shown;
  return (
    <section className={`bucket ${bucket}`} data-testid={`bucket-${bucket}`}>
      <h2>{title}</h2>
      <ol className="entries">{rest > 0 ? children.slice(0, shown) : children}</ol>
      {rest > 0 && (
        <button
          type="button"
          className="link"
          data-testid="week-more"
          onClick={() => setShown(shown + more)}
        >
          {t('week_more', number(Math.min(rest, more)))}
        </button>
      )}
    </section>
  );
}

/** Ways to take the digest along: nothing of it is kept or sent by us. */
function Take({ digest, address, onCopy, onPrint }: WeekProps & { digest: Digest }) {
  const { copy, said } = useCopied(onCopy, 'week_copy');
  return (
    <div className="buttons take">
      <button type="button" data-testid="week-copy" onClick={() => copy(digestAsMarkdown(digest))}>
        <span role="status">{t(said)}</span>
      </button>
      {onPrint ? (
        <button type="button" data-testid="week-print" onClick={onPrint}>
          {t('week_print')}
        </button>
      ) : (
        <button type="button" data-testid="week-print-now" onClick={() => window.print()}>
          {t('week_print_now')}
        </button>
      )}
      <a className="button" data-testid="week-mail" href={mailLink(digest, address)}>
        {t('week_mail')}
      </a>
    </div>
  );
}
