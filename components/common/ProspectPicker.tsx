import { useEffect, useId, useState } from 'react';
import { t } from '../../lib/i18n';
import type { Answer, KnownProspect } from '../../lib/messages';
import { PeopleField } from './PeopleField';

/** Looks known prospects up by a part of name, address or company. Another function asks anew. */
export type SearchProspects = (query: string) => Promise<Answer<{ prospects: KnownProspect[] }>>;

/** Milliseconds of quiet before a search goes out. */
const patience = 150;
/** Milliseconds without any answer before it is said that one is awaited: a large bank takes seconds. */
const long = 1_000;

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

/** @returns whether something has been so for long. */
function useLong(isSo: boolean): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => setPassed(true), long);
    return () => {
      clearTimeout(timer);
      setPassed(false);
    };
  }, [isSo]);
  return isSo && passed;
}

/** Prospects listed at once. */
const most = 12;

interface ProspectPickerProps {
  label: string;
  search: SearchProspects;
  onPick: (known: KnownProspect) => void;
}

/** A search field over the known prospects, with its answers in a list that is always shown. */
export function ProspectPicker({ label, search, onPick }: ProspectPickerProps) {
  const [query, setQuery] = useState('');
  const found = useProspectSearch(search, query);
  const isAwaited = useLong(found === null);
  const id = useId();
  const prospects = found?.ok ? found.prospects : [];
  return (
    <div className="picker">
      <label htmlFor={id}>{label}</label>
      <PeopleField
        id={id}
        value={query}
        onValue={setQuery}
        items={prospects.slice(0, most)}
        onPick={onPick}
        open={prospects.length > 0}
        testId="prospect-search"
        placeholder={t('picker_placeholder')}
      />
      <div role="status">
        {isAwaited && <p className="quiet">{t('picker_looking')}</p>}
        {found && !found.ok && <p className="problem">{found.message}</p>}
        {found?.ok && found.prospects.length === 0 && (
          <p className="quiet">{t(query ? 'picker_nobody' : 'picker_none')}</p>
        )}
      </div>
      {prospects.length > most && (
        <p className="quiet">{t('picker_more', prospects.length - most)}</p>
      )}
    </div>
  );
}
