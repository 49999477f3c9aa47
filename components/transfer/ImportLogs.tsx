import { useRef, useState } from 'react';
import { t, tn } from '../../lib/i18n';
import type { ImportChoices, ImportPlan } from '../../lib/transfer/plan';
import type { ImportEnd, ImportProgress } from '../../lib/transfer/run';
import { ColumnChoice } from './ColumnChoice';
import { ImportPreview } from './ImportPreview';
import { Ended, Running } from './ImportProgress';

export interface ImportProps {
  /** Reads a file as a table, and says what its import would do. */
  onRead: (file: File, choices: ImportChoices) => Promise<ImportPlan | { unreadable: string }>;
  /** Imports what a plan says. */
  onRun: (
    plan: ImportPlan,
    onProgress: (progress: ImportProgress) => void,
    signal: AbortSignal,
  ) => Promise<ImportEnd>;
}

type State =
  | { is: 'empty' }
  | { is: 'reading' }
  | { is: 'unreadable'; message: string }
  | { is: 'planned'; plan: ImportPlan }
  | { is: 'running'; plan: ImportPlan; progress: ImportProgress }
  | { is: 'ended'; plan: ImportPlan; end: ImportEnd };

/** Logs from a file: what would be imported, then how far it is, then what became of it. */
export function ImportLogs({ onRead, onRun }: ImportProps) {
  const [state, setState] = useState<State>({ is: 'empty' });
  const [file, setFile] = useState<File | null>(null);
  const [choices, setChoices] = useState<ImportChoices>({});
  const stop = useRef<AbortController | null>(null);

  const read = async (from: File, chosen: ImportChoices) => {
    setFile(from);
    setChoices(chosen);
    setState({ is: 'reading' });
    const plan = await onRead(from, chosen);
    setState(
      'unreadable' in plan
        ? { is: 'unreadable', message: plan.unreadable }
        : { is: 'planned', plan },
    );
  };
  const choose = (patch: ImportChoices) => file && void read(file, { ...choices, ...patch });
  const start = async (plan: ImportPlan) => {
    const controller = new AbortController();
    stop.current = controller;
    const show = (progress: ImportProgress) => setState({ is: 'running', plan, progress });
    const end = await onRun(plan, show, controller.signal);
    setState({ is: 'ended', plan, end });
  };
  return (
    <section className="card transfer" aria-labelledby="import-title" data-testid="import">
      <h2 id="import-title">{t('import_title')}</h2>
      <p className="quiet">{t('import_text')}</p>
      <input
        type="file"
        accept=".csv,.tsv,.txt,.json"
        aria-label={t('import_file')}
        data-testid="import-file"
        disabled={state.is === 'running' || state.is === 'reading'}
        // The same file, mended, is a choice too; the browser tells of none that is there already.
        onClick={(event) => {
          event.currentTarget.value = '';
        }}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen) void read(chosen, {});
        }}
      />
      <div role="status">
        {state.is === 'reading' && <p>{t('import_reading')}</p>}
        {state.is === 'unreadable' && (
          <p className="problem" data-testid="import-unreadable">
            {state.message}
          </p>
        )}
      </div>
      {state.is === 'planned' && (
        <>
          <ColumnChoice plan={state.plan} onChoose={choose} />
          <ImportPreview plan={state.plan} />
          <p className="buttons">
            <button
              type="button"
              className="primary"
              data-testid="import-start"
              disabled={state.plan.interactions.length === 0}
              onClick={() => void start(state.plan)}
            >
              {tn('import_start', state.plan.interactions.length)}
            </button>
          </p>
        </>
      )}
      {state.is === 'running' && (
        <Running progress={state.progress} onCancel={() => stop.current?.abort()} />
      )}
      {state.is === 'ended' && <Ended end={state.end} onAgain={() => void start(state.plan)} />}
    </section>
  );
}
