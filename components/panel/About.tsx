import { lazy, Suspense, useMemo } from 'react';
import { t } from '../../lib/i18n';
import { namedKey, prospectKey } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';
import { ActionsContext } from '../brief/Actions';
import { BriefView } from '../brief/BriefView';
import { Header } from '../brief/Header';
import { MemoryProblem } from '../brief/MemoryProblem';
import { useNow } from '../common/Now';
import { Phrase } from '../common/Phrase';
import { onScreen } from './onScreen';
import type { PanelProps } from './props';
import { Skeleton } from './Skeleton';
import { SomebodyElse } from './SomebodyElse';

// Loaded where somebody else has the name, too, or had: seldom.
const WhichPerson = lazy(() => import('../people/WhichPerson'));

/** The brief of one prospect, and what to do where memory can't be read. */
export function About(props: PanelProps & { prospect: Prospect }) {
  const { prospect, detection, picked, answer, last, people, who } = props;
  const isAsked = who && (who.who.decided || who.who.namesakes.length > 0);
  const now = useNow();
  const shown = useMemo(() => onScreen(answer, last, now), [answer, last, now]);
  return (
    <>
      <Header
        prospect={prospect}
        detection={picked ? null : detection}
        interactions={shown && !shown.partial ? shown.brief.interactions : null}
        readAt={shown?.readAt ?? null}
      />
      {picked && people.length > 0 && (
        <p className="quiet">
          {t('panel_not_on_page')}{' '}
          <button type="button" className="link" onClick={props.onBack}>
            <Phrase of="panel_back_to" with={[<bdi key="name">{people[0]?.name}</bdi>]} />
          </button>
        </p>
      )}
      {isAsked && (
        <Suspense>
          <WhichPerson key={namedKey(who.named, who.pageId)} {...who} />
        </Suspense>
      )}
      {!shown && answer === null && <Skeleton />}
      {answer?.ok === false && (
        <MemoryProblem
          failure={answer}
          below={shown && (shown.partial ? 'waiting' : 'earlier')}
          onRetry={props.onRetry}
          onOpenOptions={props.onOpenOptions}
        />
      )}
      {/* A key of its own per prospect: what was opened about one stays closed for the next. */}
      {shown && (
        <ActionsContext value={props.actions}>
          <BriefView
            key={prospectKey(prospect)}
            brief={shown.brief}
            partial={shown.partial}
            model={props.model}
            modelActions={props.modelActions}
            since={props.since}
          />
        </ActionsContext>
      )}
      {answer !== null && <SomebodyElse {...props} />}
    </>
  );
}
