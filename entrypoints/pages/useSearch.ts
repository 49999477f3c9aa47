import { useEffect, useState } from 'react';
import type { SearchProspects } from '../../components/common/ProspectPicker';
import { searchProspects } from './ask';
import { onChange } from './changes';

/** @returns the search over known prospects; another one whenever memory changed, so that lists ask anew. */
export function useSearch(): SearchProspects {
  const [search, setSearch] = useState<SearchProspects>(() => searchProspects);
  useEffect(
    () =>
      onChange((what) => {
        if (what === 'memory') setSearch(() => (query: string) => searchProspects(query));
      }),
    [],
  );
  return search;
}
