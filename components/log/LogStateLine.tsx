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
          Undo
        </button>
      )}
    </p>
  );
}

function words(log: LogState): string {
  switch (log.state) {
    case 'saving':
      return 'Saving…';
    case 'here':
      return 'Saved here, waits for memory';
    case 'sending':
      return 'Saved here, sending…';
    case 'for_good':
      return 'Saved for good';
    case 'needs_you':
      return `Needs you: ${log.message}`;
    case 'failed':
      return `Not saved: ${log.message}`;
    case 'undone':
      return 'Taken back. The words are in the field again.';
  }
}
