import type { Outcome } from '../../lib/interaction';
import { outcomeNames, outcomeOrder } from '../common/words';

interface OutcomeChipsProps {
  value: Outcome;
  onChange: (outcome: Outcome) => void;
}

/** What the call ended with: one of a closed list, as a group of radio buttons. */
export function OutcomeChips({ value, onChange }: OutcomeChipsProps) {
  return (
    <fieldset className="outcomes">
      <legend className="visually-hidden">Outcome</legend>
      {outcomeOrder.map((outcome) => (
        <label key={outcome} className="chip">
          <input
            type="radio"
            name="outcome"
            value={outcome}
            checked={value === outcome}
            data-testid={`outcome-${outcome}`}
            onChange={() => onChange(outcome)}
          />
          <span>{outcomeNames[outcome]}</span>
        </label>
      ))}
    </fieldset>
  );
}
