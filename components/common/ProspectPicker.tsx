import { useEffect, useId, useState } from 'react';
import { t, tn } from '../../lib/i18n';
import type { Answer, KnownProspect } from '../../lib/messages';
import { Ago } from './Ago';

/** Looks known prospects up by a part of name, address or company. Another function asks anew. */
export type SearchProspects = (query: string) => Promise<Answer<{ prospects: KnownProspect[] }>>;

/** Milliseconds of quiet before a search goes out. */
const patience = 150;

/** @returns what the search found for the newest query; null while there is no answer to it. */
export function useProspectSearch(search: SearchProspects, query: string, active = true) {
  const [found, setFound] = useState<Answer<{ prospects: KnownProspect[] }> | null>(null);
  useEffect(() => {
    if (!active) {
      setFound(null);
      return;
    }
    let stale = false;
    const timer = setTimeout(
      async () => {
        const answer = await search(query);
        if (!stale) setFound(answer);
      },
      query === '' ? 0 : patience,
    );
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [search, query, active]);
  return found;
}

/** Prospects listed at once. */
const most = 12;

interface ProspectPickerProps {
  label: string;
  search: SearchProspects;
  onPick: (known: KnownProspect) => void;
}

/** A search field over the known prospects, and its answers as buttons. */
export function ProspectPicker({ label, search, onPick }: ProspectPickerProps) {
  const [query, setQuery] = useState('');
  const found = useProspectSearch(search, query);
  const id = useId();
  return (
    <div className="picker">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        placeholder={t('picker_placeholder')}
        data-testid="prospect-search"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <div role="status">
        {found && !found.ok && <p className="problem">{found.message}</p>}
        {found?.ok && found.prospects.length === 0 && (
          <p className="quiet">{t(query ? 'picker_nobody' : 'picker_none')}</p>
        )}
      </div>
      {found?.ok && <KnownList prospects={found.prospects.slice(0, most)} onPick={onPick} />}
      {found?.ok && found.prospects.length > most && (
        <p className="quiet">{t('picker_more', found.prospects.length - most)}</p>
      )}
    </div>
  );
}

interface KnownListProps {
  prospects: KnownProspect[];
  onPick: (known: KnownProspect) => void;
}

/** Known prospects as buttons, each with what tells two of one name apart. */
export function KnownList({ prospects, onPick }: KnownListProps) {
  return (
    <ul className="known">
      {prospects.map((known) => {
        const { name, email, company } = known.prospect;
        return (
          <li key={`${email ?? ''}|${name}|${company ?? ''}`}>
            <button type="button" data-testid="known-prospect" onClick={() => onPick(known)}>
              <span className="known-name">{name}</span>
              <span className="quiet">
                {tn('interactions', known.count)}
                {known.lastAt && (
                  <>
                    , <Ago at={known.lastAt} />
                  </>
                )}
              </span>
              <span className="known-where quiet">
                {[company, email].filter(Boolean).join(' · ') || t('picker_no_address')}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
