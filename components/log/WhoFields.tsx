import { useId, useState } from 'react';
import { t } from '../../lib/i18n';
import { PeopleField } from '../common/PeopleField';
import { type SearchProspects, useProspectSearch } from '../common/ProspectPicker';
import { type Draft, fieldsOf } from './draft';

/** Prospects offered at once: as many as fit over the field for what was said. */
const most = 4;

interface WhoFieldsProps {
  draft: Draft;
  onChange: (fields: Pick<Draft, 'name' | 'email' | 'company'>) => void;
  search: SearchProspects;
}

/**
 * Whom a log is about: a name that looks known prospects up as it is typed, and an address. Typing
 * another name lets go of the former person's address and company: they are somebody else's.
 */
export function WhoFields({ draft, onChange, search }: WhoFieldsProps) {
  const [looking, setLooking] = useState(false);
  const found = useProspectSearch(search, draft.name, looking);
  const id = useId();
  return (
    <div className="who-fields">
      <div className="field-pair">
        <div>
          <label htmlFor={`${id}-name`}>{t('log_about')}</label>
          <PeopleField
            id={`${id}-name`}
            value={draft.name}
            onValue={(name) => onChange({ name, email: '', company: '' })}
            items={found?.ok ? found.prospects.slice(0, most) : []}
            onPick={({ prospect }) => {
              setLooking(false);
              onChange(fieldsOf(prospect));
            }}
            open={looking}
            onOpen={setLooking}
            testId="log-prospect-name"
            placeholder={t('log_name')}
          />
        </div>
        <div>
          <label htmlFor={`${id}-email`}>{t('log_email')}</label>
          <input
            id={`${id}-email`}
            type="email"
            maxLength={320}
            autoComplete="off"
            placeholder={t('log_optional')}
            data-testid="log-prospect-email"
            value={draft.email}
            onChange={(event) =>
              onChange({ name: draft.name, email: event.target.value, company: draft.company })
            }
          />
        </div>
      </div>
    </div>
  );
}
