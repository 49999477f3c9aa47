import { lazy, memo, Suspense, useMemo } from 'react';
import { newsSince } from '../../lib/brief/since';
import type { Brief } from '../../lib/brief/types';
import { t } from '../../lib/i18n';
import { prospectKey } from '../../lib/identity/key';
import { Advice } from './Advice';
import { AlreadyKnown } from './AlreadyKnown';
import { Footnotes } from './Footnotes';
import { FreshContext, useFresh } from './fresh';
import { Glide } from './Glide';
import { Health } from './Health';
import { MemoriesContext } from './Memories';
import type { ModelActions, ModelStatus } from './ModelLine';
import { NewsPart } from './NewsPart';
import { Covered, Sections } from './Sections';
import { Timeline } from './Timeline';

// Seldom there, and looked at seldom: they load when they are.
const ModelLine = lazy(() => import('./ModelLine'));
const Ledger = lazy(() => import('./Ledger'));

interface BriefViewProps {
  brief: Brief;
  /**
   * The brief rests on what waits in this browser alone. Score, advice, risk and warnings of a part
   * of the history would be wrong, so only what was said is shown.
   */
  partial: boolean;
  /** What the chosen model is at, where it lets wait or gave no brief. */
  model?: ModelStatus | null;
  modelActions?: ModelActions;
  /** When the rep last looked; what happened since is news. */
  since?: string | null;
}

/** Everything known about one prospect, in the order of use. Drawn anew only where it is another. */
export const BriefView = memo(function BriefView({
  brief,
  partial,
  model,
  modelActions,
  since,
}: BriefViewProps) {
  const memories = useMemo(
    () => new Map(brief.timeline.map((memory) => [memory.id, memory])),
    [brief.timeline],
  );
  const news = useMemo(() => (since ? newsSince(brief, since) : null), [brief, since]);
  const fresh = useFresh(brief);
  const isNew = brief.interactions.count === 0;
  const sections = sectionsOf(brief, partial, news !== null);
  return (
    <MemoriesContext value={memories}>
      <FreshContext value={fresh}>
        <Glide of={`${brief.reader} ${brief.generatedAt} ${news?.since}`}>
          <article data-testid="brief" data-reader={brief.reader} aria-label={t('brief_label')}>
            {isNew && (
              <p className="new-prospect" data-testid="no-history">
                {t('brief_new')}
              </p>
            )}
            {isNew && <AlreadyKnown person={prospectKey(brief.prospect)} />}
            {!isNew && !partial && (
              <Health brief={brief}>
                <Suspense fallback={null}>
                  <Ledger entries={brief.ledger} score={brief.score} />
                </Suspense>
              </Health>
            )}
            {!partial && <Advice brief={brief} />}
            <Covered items={sections.covered} />
            {news && !partial && <NewsPart news={news} score={brief.score} />}
            <Sections sections={sections} />
            <Timeline memories={brief.timeline} />
            {!isNew && <Footnotes brief={brief} />}
            {model && modelActions && (
              <Suspense fallback={null}>
                <ModelLine status={model} actions={modelActions} />
              </Suspense>
            )}
          </article>
        </Glide>
      </FreshContext>
    </MemoriesContext>
  );
});

/** The parts to show: without what a part of the history can't tell, and nothing twice. */
function sectionsOf({ sections }: Brief, partial: boolean, hasNews: boolean): Brief['sections'] {
  if (partial) return { ...sections, warnings: [], shifts: [], changed: [] };
  // What is new since the rep looked is told above, with what the newest interaction changed in it.
  return hasNews ? { ...sections, changed: [] } : sections;
}
