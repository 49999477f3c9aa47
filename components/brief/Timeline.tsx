import { useState } from 'react';
import type { Interaction } from '../../lib/interaction';
import { Ago } from '../common/Ago';
import { counted, outcomeNames } from '../common/words';
import { everything, type Filter, filtered, typeNames } from './filter';
import { TimelineFilter } from './TimelineFilter';

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
        <h2 id="timeline-title">Timeline</h2>
        {memories.length > atAGlance && (
          <button
            type="button"
            className="link"
            aria-expanded={filter !== null}
            data-testid="timeline-filter-toggle"
            onClick={() => setFilter(filter ? null : everything)}
          >
            {filter ? 'Show all' : 'Search and filter'}
          </button>
        )}
      </div>
      {filter && (
        <>
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
              ? `All ${counted(memories.length, 'memory', 'memories')}`
              : `${found.length} of ${counted(memories.length, 'memory', 'memories')}`}
          </p>
        </>
      )}
      <ol className="timeline">
        {found.slice(0, shown).map((memory) => (
          <Memory key={memory.id} memory={memory} />
        ))}
      </ol>
      {hidden > 0 && (
        <button type="button" className="link" onClick={() => setShown(shown + 5 * step)}>
          {Math.min(hidden, 5 * step)} earlier
        </button>
      )}
    </section>
  );
}

function Memory({ memory }: { memory: Interaction }) {
  const [open, setOpen] = useState(false);
  const foldable = memory.summary.length > long;
  return (
    <li data-testid="timeline-item" data-id={memory.id}>
      <p className="timeline-head">
        <Ago at={memory.at} />
        {memory.outcome !== 'none' && <span className="tag">{outcomeNames[memory.outcome]}</span>}
        {memory.type !== 'call_log' && <span className="tag">{typeNames[memory.type]}</span>}
        {memory.pending && <span className="tag pending">Not sent yet</span>}
        {memory.rep && <span className="quiet">{memory.rep}</span>}
      </p>
      <p className={foldable && !open ? 'words folded' : 'words'} dir="auto">
        {memory.summary}
      </p>
      {foldable && (
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Less' : 'All of it'}
        </button>
      )}
    </li>
  );
}
