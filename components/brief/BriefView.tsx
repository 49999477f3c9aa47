import { useMemo } from 'react';
import type { Brief, ReaderName } from '../../lib/brief/types';
import { counted } from '../common/words';
import { ClaimText } from './ClaimText';
import { CopyButton } from './CopyButton';
import { Health } from './Health';
import { MemoriesContext } from './Memories';
import { Covered, Sections } from './Sections';
import { Timeline } from './Timeline';

const readerWords: Record<ReaderName, string> = {
  basic: 'Read by the basic reader, by rules, on this device.',
  groq: 'Read by Groq.',
  chrome: 'Read by Chrome’s model, on this device.',
  hindsight: 'Read by the memory server’s model.',
  openai_compatible: 'Read by your own model.',
};

interface BriefViewProps {
  brief: Brief;
  /**
   * The brief rests on what waits in this browser alone. Score, advice, risk and warnings of a part
   * of the history would be wrong, so only what was said is shown.
   */
  partial: boolean;
}

/** Everything known about one prospect, in the order of use. */
export function BriefView({ brief, partial }: BriefViewProps) {
  const memories = useMemo(
    () => new Map(brief.timeline.map((memory) => [memory.id, memory])),
    [brief.timeline],
  );
  const isNew = brief.interactions.count === 0;
  const sections = partial
    ? { ...brief.sections, warnings: [], shifts: [], changed: [] }
    : brief.sections;
  return (
    <MemoriesContext value={memories}>
      <article data-testid="brief" data-reader={brief.reader} aria-label="Brief">
        {isNew && (
          <p className="new-prospect" data-testid="no-history">
            Nothing is remembered yet: this would be the first conversation on record. General
            advice:
          </p>
        )}
        {!isNew && !partial && <Health brief={brief} />}
        {!partial && <Advice brief={brief} />}
        <Covered items={sections.covered} />
        <Sections sections={sections} />
        <Timeline memories={brief.timeline} />
        {!isNew && <Footnotes brief={brief} />}
      </article>
    </MemoriesContext>
  );
}

/** What to do, and what could go wrong. */
function Advice({ brief }: { brief: Brief }) {
  return (
    <>
      <section className="action" aria-labelledby="action-title">
        <div className="part-head">
          <h2 id="action-title">Do this</h2>
          <CopyButton text={brief.recommended_action.text} what="the recommended action" />
        </div>
        <div data-testid="recommended-action">
          <ClaimText claim={brief.recommended_action} />
        </div>
      </section>
      {brief.risk && (
        <section className="risk" aria-labelledby="risk-title">
          <h2 id="risk-title">Risk</h2>
          <div data-testid="risk">
            <ClaimText claim={brief.risk} />
          </div>
        </section>
      )}
    </>
  );
}

/** Who read the memories, what it has to say about itself, and what was left out. */
function Footnotes({ brief }: { brief: Brief }) {
  const { dropped, notes, reader } = brief;
  const why = Object.entries(dropped.reasons)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${reason} (${count})`)
    .join(', ');
  return (
    <footer className="footnotes quiet">
      <p>{readerWords[reader]}</p>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {dropped.count > 0 && (
        <p data-testid="dropped">
          {counted(dropped.count, 'claim')} left out for want of proof{why && `: ${why}`}.
        </p>
      )}
    </footer>
  );
}
