import { useEffect, useMemo, useRef, useState } from 'react';
import type { BriefActions } from '../../components/brief/Actions';
import { keptNote } from '../../components/brief/kept';
import type { ModelActions } from '../../components/brief/ModelLine';
import type { PanelProps } from '../../components/panel/props';
import { t } from '../../lib/i18n';
import { prospectKey, samePerson } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';
import { hasJointBrief } from '../../lib/joint-brief';
import { type Answer, type PageContext, sendMessage } from '../../lib/messages';
import { asked, openOptions, openWeek } from '../pages/ask';
import { readAnew } from '../pages/changes';
import { copy } from '../pages/clipboard';
import { useOutbox } from '../pages/useOutbox';
import { usePageContext } from '../pages/usePageContext';
import { useQuickLog } from '../pages/useQuickLog';
import { useSearch } from '../pages/useSearch';
import { useUpNext } from '../pages/useUpNext';
import { useWeek } from '../pages/useWeek';
import { meantPerson, useWho } from '../pages/useWho';
import { onWanted } from '../pages/wanted';
import type { AtOnce } from './atOnce';
import { useAsk } from './useAsk';
import { useBrief } from './useBrief';
import { useLook } from './useLook';
import { useMeeting } from './useMeeting';
import { useRemember } from './useRemember';

/** What a choice holds for: another tab or another invite asks anew. */
function surfaceOf(context: PageContext | null): string {
  return `${context?.tabId ?? ''}|${context?.detection?.pageId ?? ''}`;
}

/** Whom the rep chose, and on which surface; null where none was known yet. */
interface Choice {
  prospect: Prospect;
  surface: string | null;
}

/** Logs words that aren't a call's: a promise kept, or what the rep knows from elsewhere. */
async function logNote(prospect: Prospect | null, summary: string): Promise<Answer<object>> {
  if (!prospect) return { ok: false, reason: 'nobody', message: t('failure_nobody') };
  return asked(sendMessage('saveLog', { prospect, summary, outcome: 'none', type: 'note' }));
}

/** What to do about a model that is gone; never made anew, since a list is asked for once. */
const otherModels = {
  onListModels: () => asked(sendMessage('modelsAt', null)),
  onUseModel: (model: string) => asked(sendMessage('useModel', model)),
  onOpenOptions: openOptions,
};

/** Everything the side panel shows and does. */
export function usePanel(first: AtOnce): PanelProps {
  const context = usePageContext(first.context);
  const [choice, setChoice] = useState<Choice | null>(
    first.wanted && { prospect: first.wanted, surface: null },
  );
  const surface = surfaceOf(context);
  const [view, setView] = useState<PanelProps['view']>('brief');
  const onPage = context?.prospects ?? [];
  // Another invite was opened: whatever was looked at, now it is about these people. A page about
  // nobody leaves a question or the week as they are.
  const somebody = onPage.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the surface is what changes it
  useEffect(() => {
    if (somebody) setView('brief');
  }, [surface]);
  const holds = choice !== null && (choice.surface ?? surface) === surface;
  const chosen = holds ? choice.prospect : null;
  const here = useRef<string | null>(null);
  here.current = context && surface;
  // Whoever was wanted before the page was known is wanted on it.
  const isEarly = choice?.surface === null && context !== null;
  useEffect(() => {
    if (isEarly) setChoice((early) => early && { ...early, surface: here.current });
  }, [isEarly]);
  // From the popup or the address bar: somebody to be shown until another invite is opened.
  useEffect(
    () =>
      onWanted((prospect) => {
        setChoice({ prospect, surface: here.current });
        setView('brief');
      }),
    [],
  );
  const named = chosen ?? onPage[0] ?? null;
  const who = useWho(named, chosen ? null : (context?.detection?.pageId ?? null));
  const meant = who && meantPerson(who);
  // A bare name stands for whom the rep said that it means; an address is the person it says.
  const people = onPage.map((one) => (meant && named && samePerson(one, named) ? meant : one));
  const current = meant ?? named;
  const currentKey = current && prospectKey(current);
  const handed = context?.brief ?? null;
  const { answer, last, model, reload } = useBrief(current, handed, first.brief, surface);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what makes it another person
  const actions = useMemo<BriefActions>(
    () => ({
      onCopy: copy,
      logs: {
        onEdit: (log) => asked(sendMessage('editLog', log)),
        onForget: (id) => asked(sendMessage('undoLog', id)),
      },
      onKept: (promise) => logNote(current, keptNote(promise.text)),
      onKnown: (text) => logNote(current, text),
      onImport: openOptions,
    }),
    [currentKey],
  );
  const modelActions = useMemo<ModelActions>(() => ({ ...otherModels, onRetry: reload }), [reload]);
  const several = hasJointBrief(context?.detection?.kind, people.length);
  const whole = several && chosen === null;
  const meeting = useMeeting(several ? people : null);
  const since = useLook(answer?.ok && !whole ? current : null);
  const outbox = useOutbox();
  const quickLog = useQuickLog(current, outbox);

  const choose = (prospect: Prospect) => {
    setChoice({ prospect, surface });
    setView('brief');
  };
  const ask = useAsk(current, choose);
  const upNext = useUpNext(choose);
  const week = useWeek(view === 'week', { onOpen: choose, onPrint: openWeek });

  return {
    detection: context?.detection ?? null,
    people,
    unread: context?.unread ?? null,
    current,
    picked: chosen !== null && !people.some((person) => samePerson(person, chosen)),
    answer,
    last,
    model,
    modelActions,
    since,
    meeting: several ? { answer: meeting, shown: whole, onShow: () => setChoice(null) } : null,
    // Whoever was asked for is known before the page is.
    ready: context !== null || chosen !== null,
    onChoose: choose,
    onBack: () => setChoice(null),
    onRetry: () => {
      outbox.retry();
      readAnew();
    },
    onOpenOptions: openOptions,
    actions,
    who,
    search: useSearch(),
    quickLog: { ...quickLog, autoFocus: true },
    remember: useRemember(),
    view,
    onView: setView,
    week,
    ask,
    upNext,
  };
}
