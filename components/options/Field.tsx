import { type ReactNode, useId } from 'react';

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'url' | 'password' | 'email';
  /** In characters. */
  maxLength?: number;
  required?: boolean;
  hint?: ReactNode;
  placeholder?: string;
  testId?: string;
  /** Several lines, one entry each. */
  lines?: boolean;
  /** Values to choose from; others can be typed. */
  choices?: readonly string[];
}

/** A labelled field with its hint. */
export function Field(props: FieldProps) {
  const { label, value, onChange, type = 'text', hint, placeholder, testId, lines } = props;
  const { choices = [], maxLength, required } = props;
  const id = useId();
  const common = {
    id,
    value,
    placeholder,
    maxLength,
    required,
    'data-testid': testId,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    autoComplete: 'off',
    spellCheck: false,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {lines ? (
        <textarea {...common} rows={3} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          {...common}
          type={type}
          list={choices.length > 0 ? `${id}-choices` : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {choices.length > 0 && (
        <datalist id={`${id}-choices`}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
      {hint && (
        <p id={`${id}-hint`} className="quiet">
          {hint}
        </p>
      )}
    </div>
  );
}
