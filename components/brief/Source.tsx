import type { Evidence } from '../../lib/brief/types';
import { t } from '../../lib/i18n';
import type { Interaction } from '../../lib/interaction';
import { exactWords } from '../common/dates';
import { Phrase } from '../common/Phrase';
import { useMemory } from './Memories';
import { stretchesOf } from './quotes';
import { Stretches } from './Stretches';

/** The words that were logged, with what is quoted of them marked, the date and the outcome. */
export function Source({ evidence }: { evidence: readonly [Evidence, ...Evidence[]] }) {
  const [{ memoryId, at }] = evidence;
  const memory = useMemory(memoryId);
  const quotes = evidence.map(({ quote }) => quote);
  const stretches = memory ? stretchesOf(memory.summary, quotes) : null;
  return (
    <figure className="source" data-testid="source">
      <blockquote dir="auto">
        {stretches ? (
          <Stretches stretches={stretches} />
        ) : (
          quotes.map((quote) => <mark key={quote}>{quote}</mark>)
        )}
      </blockquote>
      <Caption at={at} memory={memory} />
    </figure>
  );
}

/** A whole memory in the words that were logged. */
export function LoggedWords({ memory }: { memory: Interaction }) {
  return (
    <figure className="source" data-testid="source">
      <blockquote dir="auto">{memory.summary}</blockquote>
      <Caption at={memory.at} memory={memory} />
    </figure>
  );
}

function Caption({ at, memory }: { at: string; memory: Interaction | undefined }) {
  return (
    <figcaption>
      <time dir="auto" dateTime={at}>
        {exactWords(at)}
      </time>
      {memory && memory.outcome !== 'none' && ` · ${t(`outcome_${memory.outcome}`)}`}
      {memory?.rep && (
        <>
          {' · '}
          <Phrase of="source_logged_by" with={[<bdi key="rep">{memory.rep}</bdi>]} />
        </>
      )}
      {memory?.pending && ` · ${t('source_pending')}`}
    </figcaption>
  );
}
