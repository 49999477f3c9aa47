import { useId, useState } from 'react';
import { t } from '../../lib/i18n';
import { KnownList, type SearchProspects, useProspectSearch } from '../common/ProspectPicker';
import { type Draft, fieldsOf } from './draft';

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
          <input
            id={`${id}-name`}
            type="text"
            maxLength={200}
            autoComplete="off"
            placeholder={t('log_name')}
            data-testid="log-prospect-name"
            value={draft.name}
            onChange={(event) => {
              setLooking(true);
              onChange({ name: event.target.value, email: '', company: '' });
            }}
            onKeyDown={(event) => event.key === 'Escape' && setLooking(false)}
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
      {looking && found?.ok && found.prospects.length > 0 && (
        <KnownList
          prospects={found.prospects.slice(0, 4)}
          onPick={({ prospect }) => {
            setLooking(false);
            onChange(fieldsOf(prospect));
          }}
        />
      )}
    </div>
  );
}
