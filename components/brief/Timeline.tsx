import { useState } from 'react';
import type { Interaction } from '../../lib/interaction';
import { Ago } from '../common/Ago';
import { outcomeNames } from '../common/words';

/** How many memories are drawn before the rep asks for more, and how many more each time. */
const step = 6;
/** Characters above which a memory is folded. */
const long = 240;

/** What was said, newest first. */
export function Timeline({ memories }: { memories: readonly Interaction[] }) {
  const [shown, setShown] = useState(step);
  if (memories.length === 0) return null;
  const hidden = memories.length - shown;
  return (
    <section className="section" aria-labelledby="timeline-title" data-testid="timeline">
      <h2 id="timeline-title">Timeline</h2>
      <ol className="timeline">
        {memories.slice(0, shown).map((memory) => (
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

const typeNames: Record<Interaction['type'], string | null> = {
  call_log: null,
  note: 'Note',
  import: 'Import',
};

function Memory({ memory }: { memory: Interaction }) {
  const [open, setOpen] = useState(false);
  const foldable = memory.summary.length > long;
  const kind = typeNames[memory.type];
  return (
    <li data-testid="timeline-item" data-id={memory.id}>
      <p className="timeline-head">
        <Ago at={memory.at} />
        {memory.outcome !== 'none' && <span className="tag">{outcomeNames[memory.outcome]}</span>}
        {kind && <span className="tag">{kind}</span>}
        {memory.pending && <span className="tag pending">Not sent yet</span>}
        {memory.rep && <span className="quiet">{memory.rep}</span>}
      </p>
      <p className={foldable && !open ? 'words folded' : 'words'}>{memory.summary}</p>
      {foldable && (
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Less' : 'All of it'}
        </button>
      )}
    </li>
  );
}
