import { t } from '../../lib/i18n';
import type { LogState } from './draft';

interface LogStateLineProps {
  log: LogState;
  onUndo: (id: string) => void;
}

/** What became of the log that was just saved, told to screen readers too. */
export function LogStateLine({ log, onUndo }: LogStateLineProps) {
  const canUndo = 'id' in log;
  return (
    <p className={`log-state ${log.state}`}>
      <span role="status" data-testid="log-state" data-state={log.state}>
        {words(log)}
      </span>
      {canUndo && (
        <button
          type="button"
          className="link"
          data-testid="log-undo"
          onClick={() => onUndo(log.id)}
        >
          {t('undo')}
        </button>
      )}
    </p>
  );
}

function words(log: LogState): string {
  switch (log.state) {
    case 'saving':
      return t('saving');
    case 'here':
      return t('log_here');
    case 'sending':
      return t('log_sending');
    case 'for_good':
      return t('log_for_good');
    case 'needs_you':
      return t('log_needs_you', log.message);
    case 'failed':
      return t('log_failed', log.message);
    case 'undone':
      return t('log_undone');
  }
}
