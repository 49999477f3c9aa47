import { t } from '../../lib/i18n';
import type { Prospect } from '../../lib/identity/prospect';
import type { KnownProspect } from '../../lib/messages';
import { Ago } from '../common/Ago';

interface RecentProps {
  prospects: readonly KnownProspect[];
  onOpen: (prospect: Prospect) => void;
}

/** Whom the rep spoke to last, one click from their brief; nothing where nobody is known. */
export function Recent({ prospects, onOpen }: RecentProps) {
  if (prospects.length === 0) return null;
  return (
    <section className="recent" aria-labelledby="recent-title" data-testid="recent">
      <h2 id="recent-title">{t('popup_recent')}</h2>
      <ul>
        {prospects.map(({ prospect, lastAt }) => (
          <li key={`${prospect.email}|${prospect.name}|${prospect.company}`}>
            <button
              type="button"
              title={[prospect.company, prospect.email].filter(Boolean).join(' · ')}
              data-testid="recent-prospect"
              onClick={() => onOpen(prospect)}
            >
              <span dir="auto">{prospect.name}</span>
              {lastAt && (
                <span className="quiet">
                  <Ago at={lastAt} />
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
