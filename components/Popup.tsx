import type { OutboxItemView } from '../lib/messages';
import { OutboxList } from './log/OutboxList';
import { QuickLog, type QuickLogProps } from './log/QuickLog';

export interface PopupProps {
  quickLog: QuickLogProps;
  /** Logs that the server hasn't confirmed. */
  outbox: readonly OutboxItemView[];
  onRetry: () => void;
  onOpenPanel: () => void;
  onOpenOptions: () => void;
}

/** The toolbar popup: a call logged, and what still waits. */
export function Popup({ quickLog, outbox, onRetry, onOpenPanel, onOpenOptions }: PopupProps) {
  return (
    <main className="popup">
      <header className="popup-head">
        <h1>Log a call</h1>
        <button type="button" data-testid="open-panel" onClick={onOpenPanel}>
          Open brief
        </button>
        <button type="button" data-testid="open-options" onClick={onOpenOptions}>
          Options
        </button>
      </header>
      <QuickLog {...quickLog} autoFocus />
      <OutboxList items={outbox} onRetry={onRetry} />
    </main>
  );
}
