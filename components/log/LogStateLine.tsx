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
  if (log.state === 'saving') return t('saving');
  return 'message' in log ? t(`log_${log.state}`, log.message) : t(`log_${log.state}`);
}
