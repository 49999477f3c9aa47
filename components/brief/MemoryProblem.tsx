import { type MessageKey, t } from '../../lib/i18n';
import type { MemoryFailure } from '../../lib/messages';

type Reason = MemoryFailure['reason'];

const settingsWords: Record<Reason, MessageKey> = {
  unreachable: 'problem_check_address',
  not_allowed: 'problem_allow_address',
  not_hindsight: 'problem_check_address',
  too_old: 'problem_check_settings',
  refused: 'problem_change_key',
  no_bank: 'problem_change_bank',
  broken: 'problem_check_settings',
  not_configured: 'problem_connect',
};

/** Failures that may heal by asking again; a wrong key or a missing address doesn't. */
const mayHeal: ReadonlySet<Reason> = new Set(['unreachable', 'broken']);

interface MemoryProblemProps {
  /** Its message says what happened, in one sentence, then what is safe and what to do. */
  failure: { reason: Reason; message: string };
  onRetry: () => void;
  onOpenOptions: () => void;
  /** What stands below: logs that wait in this browser, an earlier brief, or nothing. */
  below: 'waiting' | 'earlier' | null;
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
      {below && <p>{t(`problem_below_${below}`)}</p>}
      {rest && <p className={below ? 'quiet' : undefined}>{rest}</p>}
      <p className="buttons">
        {reason !== 'not_configured' && (
          <button type="button" className={retryFirst ? 'primary' : ''} onClick={onRetry}>
            {t('retry')}
          </button>
        )}
        <button type="button" className={retryFirst ? '' : 'primary'} onClick={onOpenOptions}>
          {t(settingsWords[reason])}
        </button>
      </p>
    </section>
  );
}
