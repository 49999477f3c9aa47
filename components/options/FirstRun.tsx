import { type ReactNode, useState } from 'react';
import { t } from '../../lib/i18n';

interface FirstRunProps {
  /** What each step asks, in order: the same forms that the options have. */
  steps: readonly { title: string; content: ReactNode }[];
  /** The last page, once the steps are through. */
  end: ReactNode;
  onDone: () => void;
}

/** Three steps to begin with. Each can be skipped: everything stands in the options afterwards. */
export function FirstRun({ steps, end, onDone }: FirstRunProps) {
  const [at, setAt] = useState(0);
  const step = steps[at];
  return (
    <section className="first-run" aria-labelledby="first-run-title" data-testid="first-run">
      <h2 id="first-run-title" tabIndex={-1}>
        {step ? t('first_run_step', at + 1, steps.length, step.title) : t('first_run_ready')}
      </h2>
      {step ? step.content : end}
      <p className="buttons">
        {step && (
          <button
            type="button"
            className="primary"
            data-testid="first-run-next"
            onClick={() => setAt(at + 1)}
          >
            {t('first_run_next')}
          </button>
        )}
        {at > 0 && step && (
          <button type="button" data-testid="first-run-back" onClick={() => setAt(at - 1)}>
            {t('first_run_back')}
          </button>
        )}
        <button
          type="button"
          className={step ? 'link' : 'primary'}
          data-testid="first-run-done"
          onClick={onDone}
        >
          {t(step ? 'first_run_skip' : 'first_run_finish')}
        </button>
      </p>
    </section>
  );
}
