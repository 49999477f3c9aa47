import { useState } from 'react';
import type { PanelProps } from '../../components/Panel';
import { samePerson } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';
import type { PageContext } from '../../lib/messages';
import { openOptions } from '../pages/ask';
import { useOutbox } from '../pages/useOutbox';
import { usePageContext } from '../pages/usePageContext';
import { useQuickLog } from '../pages/useQuickLog';
import { useSearch } from '../pages/useSearch';
import { useBrief } from './useBrief';

/** What a choice holds for: another tab or another invite asks anew. */
function surfaceOf(context: PageContext | null): string {
  return `${context?.tabId ?? ''}|${context?.detection?.pageId ?? ''}`;
}

/** Everything the side panel shows and does. */
export function usePanel(): PanelProps {
  const context = usePageContext();
  const [choice, setChoice] = useState<{ prospect: Prospect; surface: string } | null>(null);
  const surface = surfaceOf(context);
  const people = context?.prospects ?? [];
  const chosen = choice?.surface === surface ? choice.prospect : null;
  const current = chosen ?? people[0] ?? null;
  const { answer, reload } = useBrief(current);
  const outbox = useOutbox();
  const quickLog = useQuickLog(current, outbox);

  return {
    detection: context?.detection ?? null,
    people,
    current,
    picked: chosen !== null && !people.some((person) => samePerson(person, chosen)),
    answer,
    ready: context !== null,
    onChoose: (prospect) => setChoice({ prospect, surface }),
    onBack: () => setChoice(null),
    onRetry: () => {
      outbox.retry();
      reload();
    },
    onOpenOptions: openOptions,
    search: useSearch(),
    quickLog: { ...quickLog, autoFocus: true },
  };
}
