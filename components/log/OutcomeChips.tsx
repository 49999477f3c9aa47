import { t } from '../../lib/i18n';
import { type Outcome, outcomes } from '../../lib/outcomes';

/**
 * @returns the outcome that a number key stands for, or null. In a field a number is text; there it
 * takes Alt, and a key that types nothing that anybody writes with it.
 */
export function outcomeOfKey(event: KeyboardEvent): Outcome | null {
  if (event.ctrlKey || event.metaKey) return null;
  if (isTyping(event.target) && (!event.altKey || typesWithAlt(event))) return null;
  // The place of the key and not its letter: with Alt, a Mac types other characters.
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  return digit === undefined ? null : (outcomes[Number(digit)] ?? null);
}

/** Windows takes Alt and a number pad for a character's code; many a Mac's keyboard has @, [ or | there. */
function typesWithAlt({ code, key }: KeyboardEvent): boolean {
  return code.startsWith('N') || (navigator.platform.startsWith('Mac') && /^[!-/:-~]$/.test(key));
}

function isTyping(target: EventTarget | null): boolean {
  const element = target as HTMLElement;
  return element.matches('textarea, select, input:not([type="radio"])');
}

interface OutcomeChipsProps {
  value: Outcome;
  onChange: (outcome: Outcome) => void;
}

/** What the call ended with: one of a closed list, as radio buttons; the first ten have number keys. */
export function OutcomeChips({ value, onChange }: OutcomeChipsProps) {
  return (
    <fieldset className="outcomes">
      <legend className="visually-hidden">{t('log_outcome')}</legend>
      {outcomes.map((outcome, index) => (
        <label key={outcome} className="chip">
          <input
            type="radio"
            name="outcome"
            value={outcome}
            checked={value === outcome}
            aria-keyshortcuts={index < 10 ? `Alt+${index}` : undefined}
            data-testid={`outcome-${outcome}`}
            onChange={() => onChange(outcome)}
          />
          <span data-key={index < 10 ? index : undefined}>{t(`outcome_${outcome}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
