import { t } from '../../lib/i18n';
import type { ImportEnd, ImportProgress } from '../../lib/transfer/run';

/** How far an import is, and how to end it. */
export function Running({
  progress,
  onCancel,
}: {
  progress: ImportProgress;
  onCancel: () => void;
}) {
  const { done, total, stored, known } = progress;
  return (
    <div data-testid="import-running">
      <progress max={total} value={done} aria-label={t('import_title')} />
      <p className="quiet">{t('import_progress', done, total, stored, known)}</p>
      <p className="buttons">
        <button type="button" data-testid="import-cancel" onClick={onCancel}>
          {t('edit_cancel')}
        </button>
      </p>
    </div>
  );
}

/** How an import ended, and how to go on with one that isn’t complete. */
export function Ended({ end, onAgain }: { end: ImportEnd; onAgain: () => void }) {
  const { done, total, stored, known } = end;
  return (
    <div data-testid="import-ended" data-ended={end.ended}>
      <p role="status" className={end.ended === 'failed' ? 'problem' : undefined}>
        {end.ended === 'complete' && t('import_complete', stored, known)}
        {end.ended === 'cancelled' && t('import_cancelled', done, total, stored)}
        {end.ended === 'failed' && t('import_failed', end.message, done, total)}
      </p>
      {end.ended !== 'complete' && (
        <p className="buttons">
          <button type="button" data-testid="import-again" onClick={onAgain}>
            {t('import_go_on')}
          </button>
        </p>
      )}
    </div>
  );
}
