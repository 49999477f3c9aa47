import { useId } from 'react';
import { t } from '../../lib/i18n';
import { useNow } from '../common/Now';
import { asTyped } from './draft';

interface WhenFieldProps {
  /** As typed; undefined means now. */
  value: string | undefined;
  onChange: (when: string | undefined) => void;
}

/** When it was: now, which takes no room, or a time that the rep chooses. */
export function WhenField({ value, onChange }: WhenFieldProps) {
  const now = useNow();
  const id = useId();
  if (value === undefined) {
    return (
      <p className="log-when quiet">
        {t('log_when_just_now')}{' '}
        <button
          type="button"
          className="link"
          data-testid="log-when-choose"
          onClick={() => onChange(asTyped(now))}
        >
          {t('log_when_another')}
        </button>
      </p>
    );
  }
  return (
    <div className="log-when">
      <label htmlFor={id}>{t('log_when')}</label>
      <input
        id={id}
        type="datetime-local"
        max={asTyped(now)}
        data-testid="log-when"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <button
        type="button"
        className="link"
        data-testid="log-when-now"
        onClick={() => onChange(undefined)}
      >
        {t('log_when_now')}
      </button>
    </div>
  );
}
