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

const belowWords = {
  waiting: 'Below is only what waits in this browser: no score and no advice from a part.',
  earlier: 'Below is the brief as it was last read; logs since then are in its timeline only.',
} as const;

interface MemoryProblemProps {
  /** Its message says what happened, in one sentence, then what is safe and what to do. */
  failure: { reason: Reason; message: string };
  onRetry: () => void;
  onOpenOptions: () => void;
  /** What stands below: logs that wait in this browser, an earlier brief, or nothing. */
  below: keyof typeof belowWords | null;
}

/** Why memory couldn't answer: what happened, what is safe, what to do. */
export function MemoryProblem({ failure, onRetry, onOpenOptions, below }: MemoryProblemProps) {
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
      {below && <p>{belowWords[below]}</p>}
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
