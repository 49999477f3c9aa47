import { useId } from 'react';
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
        Said just now.{' '}
        <button
          type="button"
          className="link"
          data-testid="log-when-choose"
          onClick={() => onChange(asTyped(now))}
        >
          Another time
        </button>
      </p>
    );
  }
  return (
    <div className="log-when">
      <label htmlFor={id}>When</label>
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
        Now
      </button>
    </div>
  );
}
