import { type ReactNode, useEffect, useRef, useState } from 'react';
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
  /** Something was typed that isn't saved yet: going on would lose it. */
  const [typed, setTyped] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const shown = useRef(at);
  const step = steps[at];
  useEffect(() => {
    // Another step begins at its head, for who reads with the keyboard or a screen reader too.
    if (shown.current !== at) title.current?.focus();
    shown.current = at;
  }, [at]);
  const go = (to: number) => {
    setTyped(false);
    setAt(to);
  };
  const next = () => {
    const form = typed ? place.current?.querySelector('form') : null;
    // It says below the form what became of it; the next click goes on.
    if (form) form.requestSubmit();
    else go(at + 1);
  };
  return (
    <section className="first-run" aria-labelledby="first-run-title" data-testid="first-run">
      <h2 ref={title} id="first-run-title" tabIndex={-1}>
        {step ? t('first_run_step', at + 1, steps.length, step.title) : t('first_run_ready')}
      </h2>
      <div
        key={at}
        ref={place}
        className="first-run"
        onInput={() => setTyped(true)}
        onSubmit={() => setTyped(false)}
      >
        {step ? step.content : end}
      </div>
      <p className="buttons">
        {step && (
          <button type="button" className="primary" data-testid="first-run-next" onClick={next}>
            {t(typed ? 'save' : 'first_run_next')}
          </button>
        )}
        {at > 0 && step && (
          <button type="button" data-testid="first-run-back" onClick={() => go(at - 1)}>
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
