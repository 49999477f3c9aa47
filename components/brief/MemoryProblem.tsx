import type { MemoryFailure } from '../../lib/messages';

type Reason = MemoryFailure['reason'];

const settingsWords: Record<Reason, string> = {
  unreachable: 'Check the address',
  refused: 'Change the key',
  no_bank: 'Change the bank',
  broken: 'Check the settings',
  not_configured: 'Connect a memory',
};

/** Failures that may heal by asking again; a wrong key or a missing address doesn't. */
const mayHeal: ReadonlySet<Reason> = new Set(['unreachable', 'broken']);

interface MemoryProblemProps {
  /** Its message says what happened, in one sentence, then what is safe and what to do. */
  failure: { reason: Reason; message: string };
  onRetry: () => void;
  onOpenOptions: () => void;
  /** A brief stands below, from the logs that wait in this browser. */
  partial: boolean;
}

/** Why memory couldn't answer: what happened, what is safe, what to do. */
export function MemoryProblem({ failure, onRetry, onOpenOptions, partial }: MemoryProblemProps) {
  const { reason, message } = failure;
  const [, what = message, rest = ''] = /^(.*?[.!?])\s+(.*)$/s.exec(message) ?? [];
  const retryFirst = mayHeal.has(reason);
  return (
    <section
      className={`memory-problem ${reason}`}
      data-testid="memory-error"
      data-reason={reason}
      role="alert"
    >
      <h2>{what}</h2>
      {rest && <p>{rest}</p>}
      {partial && (
        <p>Below is only what waits in this browser: no score and no advice from a part.</p>
      )}
      <p className="buttons">
        {reason !== 'not_configured' && (
          <button type="button" className={retryFirst ? 'primary' : ''} onClick={onRetry}>
            Try again
          </button>
        )}
        <button type="button" className={retryFirst ? '' : 'primary'} onClick={onOpenOptions}>
          {settingsWords[reason]}
        </button>
      </p>
    </section>
  );
}
