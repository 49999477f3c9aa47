import { t } from '../../lib/i18n';
import { type Outcome, outcomes } from '../../lib/outcomes';

interface OutcomeChipsProps {
  value: Outcome;
  onChange: (outcome: Outcome) => void;
}

/** What the call ended with: one of a closed list, as a group of radio buttons. */
export function OutcomeChips({ value, onChange }: OutcomeChipsProps) {
  return (
    <fieldset className="outcomes">
      <legend className="visually-hidden">{t('log_outcome')}</legend>
      {outcomes.map((outcome) => (
        <label key={outcome} className="chip">
          <input
            type="radio"
            name="outcome"
            value={outcome}
            checked={value === outcome}
            data-testid={`outcome-${outcome}`}
            onChange={() => onChange(outcome)}
          />
          <span>{t(`outcome_${outcome}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
