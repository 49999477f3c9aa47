import type { MemoryFailure } from '../../lib/messages';

type Reason = MemoryFailure['reason'];

const titles: Record<Reason, string> = {
  unreachable: 'Memory can’t be reached',
  refused: 'Memory refused the key',
  no_bank: 'There is no such memory bank',
  broken: 'Memory answered with something unreadable',
  not_configured: 'No memory is connected yet',
};

const safe: Record<Reason, string> = {
  unreachable:
    'Nothing is lost: what is stored stays stored, and new logs wait in this browser until the server answers.',
  refused: 'Nothing is lost: new logs wait in this browser until the key is right.',
  no_bank: 'Nothing is lost: new logs wait in this browser until the bank exists.',
  broken: 'Nothing is lost: new logs wait in this browser.',
  not_configured: 'You can log calls now; they wait in this browser until a memory is connected.',
};

const settingsWords: Record<Reason, string> = {
  unreachable: 'Check the address',
  refused: 'Change the key',
  no_bank: 'Create the bank',
  broken: 'Check the settings',
  not_configured: 'Connect a memory',
};

interface MemoryProblemProps {
  failure: { reason: Reason; message: string };
  onRetry: () => void;
  onOpenOptions: () => void;
  /** A brief stands below, from the logs that wait in this browser. */
  partial: boolean;
}

/** Why memory couldn't answer: what happened, what is safe, what to do. */
export function MemoryProblem({ failure, onRetry, onOpenOptions, partial }: MemoryProblemProps) {
  const { reason, message } = failure;
  // A key that was refused, or none at all, doesn't heal by asking again.
  const retryFirst = reason === 'unreachable' || reason === 'broken';
  return (
    <section
      className={`memory-problem ${reason}`}
      data-testid="memory-error"
      data-reason={reason}
      role="alert"
    >
      <h2>{titles[reason]}</h2>
      {message && <p>{message}</p>}
      <p>{safe[reason]}</p>
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
