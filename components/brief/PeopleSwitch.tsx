import { useEffect, useRef } from 'react';
import { t } from '../../lib/i18n';
import { prospectKey } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';

interface PeopleSwitchProps {
  people: readonly Prospect[];
  current: Prospect | null;
  onChoose: (prospect: Prospect) => void;
  /** All of them together, where that can be shown. */
  everyone?: { shown: boolean; onShow: () => void } | null;
}

/** The people of a page to choose from; nothing where there is no choice. */
export function PeopleSwitch({ people, current, onChoose, everyone }: PeopleSwitchProps) {
  const chosen = current && prospectKey(current);
  const nav = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice may be out of sight
  useEffect(() => {
    nav.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  if (people.length < 2) return null;
  return (
    <nav ref={nav} className="people" aria-label={t('panel_people')}>
      {everyone && (
        <button
          type="button"
          aria-pressed={everyone.shown}
          data-testid="everyone"
          onClick={everyone.onShow}
        >
          {t('meeting_everyone')}
        </button>
      )}
      {people.map((person) => {
        const key = prospectKey(person);
        return (
          <button
            key={key}
            type="button"
            aria-pressed={key === chosen}
            title={person.email ?? person.company}
            onClick={() => onChoose(person)}
          >
            <bdi>{person.name}</bdi>
          </button>
        );
      })}
    </nav>
  );
}
