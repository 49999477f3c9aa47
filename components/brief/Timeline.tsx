import { lazy, Suspense, useState } from 'react';
import { t, tn } from '../../lib/i18n';
import type { Interaction } from '../../lib/interaction';
import { Ago } from '../common/Ago';
import { exactWords } from '../common/dates';
import { useBriefActions } from './Actions';
import { everything, type Filter, filtered, matchesIn } from './filter';
import { stretchesOf } from './quotes';
import { Stretches } from './Stretches';

// Loaded when a log is edited or looked for: reading is what the panel is for.
const EditMemory = lazy(() => import('./EditMemory'));
const TimelineFilter = lazy(() => import('./TimelineFilter'));

/** How many memories are drawn before the rep asks for more, and how many more each time. */
const step = 6;
/** Characters above which a memory is folded. */
const long = 240;
/** Up to so many memories are read at a glance: a filter would only take room. */
const atAGlance = 3;

/** What was said, newest first. */
export function Timeline({ memories }: { memories: readonly Interaction[] }) {
  const [shown, setShown] = useState(step);
  const [filter, setFilter] = useState<Filter | null>(null);
  if (memories.length === 0) return null;
  const found = filter ? filtered(memories, filter) : memories;
  const hidden = found.length - shown;
  return (
    <section className="section" aria-labelledby="timeline-title" data-testid="timeline">
      <div className="part-head">
        <h2 id="timeline-title">{t('timeline_title')}</h2>
        {memories.length > atAGlance && (
          <button
            type="button"
            className="link"
            aria-expanded={filter !== null}
            data-testid="timeline-filter-toggle"
            onClick={() => setFilter(filter ? null : everything)}
          >
            {t(filter ? 'timeline_show_all' : 'timeline_filter')}
          </button>
        )}
      </div>
      {filter && (
        <Suspense>
          <TimelineFilter
            memories={memories}
            filter={filter}
            onChange={(next) => {
              setFilter(next);
              setShown(step);
            }}
          />
          <p className="quiet" role="status" data-testid="timeline-found">
            {found.length === memories.length
              ? t('timeline_all', tn('memories', memories.length))
              : t('timeline_found', found.length, tn('memories', memories.length))}
          </p>
        </Suspense>
      )}
      <ol className="timeline">
        {found.slice(0, shown).map((memory) => (
          <Memory key={memory.id} memory={memory} search={filter?.words ?? ''} />
        ))}
      </ol>
      {hidden > 0 && (
        <button type="button" className="link" onClick={() => setShown(shown + 5 * step)}>
          {t('timeline_earlier', Math.min(hidden, 5 * step))}
        </button>
      )}
    </section>
  );
}

/** What was said: as much as is read at a glance, or the place that a search found. */
function Words({ summary, search }: { summary: string; search: string }) {
  const [open, setOpen] = useState(false);
  const found = search.trim() === '' ? null : stretchesOf(summary, matchesIn(summary, search));
  if (found) {
    return (
      <p className="words" dir="auto">
        <Stretches stretches={found} />
      </p>
    );
  }
  const foldable = summary.length > long;
  return (
    <>
      <p className={foldable && !open ? 'words folded' : 'words'} dir="auto">
        {summary}
      </p>
      {foldable && (
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'timeline_less' : 'timeline_all_of_it')}
        </button>
      )}
    </>
  );
}

function Memory({ memory, search }: { memory: Interaction; search: string }) {
  // Null until it was edited: who closes the form is back where they opened it.
  const [editing, setEditing] = useState<boolean | null>(null);
  const canEdit = useBriefActions()?.logs !== undefined;
  if (editing) {
    return (
      <li data-testid="timeline-item" data-id={memory.id}>
        <Suspense>
          <EditMemory memory={memory} onDone={() => setEditing(false)} />
        </Suspense>
      </li>
    );
  }
  return (
    <li data-testid="timeline-item" data-id={memory.id}>
      <p className="timeline-head">
        <Ago at={memory.at} />
        {memory.outcome !== 'none' && <span className="tag">{t(`outcome_${memory.outcome}`)}</span>}
        {memory.type !== 'call_log' && <span className="tag">{t(`kind_${memory.type}`)}</span>}
        {memory.pending && <span className="tag pending">{t('not_sent_yet')}</span>}
        {memory.rep && <bdi className="quiet">{memory.rep}</bdi>}
        {canEdit && (
          <button
            type="button"
            className="link timeline-edit"
            data-testid="timeline-edit"
            // biome-ignore lint/a11y/noAutofocus: the form that had the focus has just gone
            autoFocus={editing === false}
            onClick={() => setEditing(true)}
          >
            {t('edit')}
            <span className="visually-hidden">: {exactWords(memory.at)}</span>
          </button>
        )}
      </p>
      <Words summary={memory.summary} search={search} />
    </li>
  );
}
