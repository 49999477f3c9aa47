import { t } from '../lib/i18n';
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
        <h1>{t('log_title')}</h1>
        <button type="button" data-testid="open-panel" onClick={onOpenPanel}>
          {t('log_open_brief')}
        </button>
        <button type="button" data-testid="open-options" onClick={onOpenOptions}>
          {t('panel_options')}
        </button>
      </header>
      <QuickLog {...quickLog} autoFocus />
      <OutboxList items={outbox} onRetry={onRetry} />
    </main>
  );
}
