import type { Evidence } from '../../lib/brief/types';
import { t } from '../../lib/i18n';
import type { Interaction } from '../../lib/interaction';
import { exactWords } from '../common/dates';
import { useMemory } from './Memories';

/** Characters of the memory shown before and after a quote; imports can be pages long. */
const around = 320;

/** Cuts a memory into what stands before, in and after the quote; null where it isn't in there. */
function splitAt(summary: string, quote: string): [string, string, string] | null {
  const start = summary.indexOf(quote);
  if (start < 0 || quote === '') return null;
  const end = start + quote.length;
  const from = Math.max(0, start - around);
  const to = Math.min(summary.length, end + around);
  return [
    `${from > 0 ? '…' : ''}${summary.slice(from, start)}`,
    quote,
    `${summary.slice(end, to)}${to < summary.length ? '…' : ''}`,
  ];
}

/** The words that were logged, with the quote marked in them, the date and the outcome. */
export function Source({ evidence }: { evidence: Evidence }) {
  const memory = useMemory(evidence.memoryId);
  const parts = memory ? splitAt(memory.summary, evidence.quote) : null;
  return (
    <figure className="source" data-testid="source">
      <blockquote dir="auto">
        {parts ? (
          <>
            {parts[0]}
            <mark>{parts[1]}</mark>
            {parts[2]}
          </>
        ) : (
          <mark>{evidence.quote}</mark>
        )}
      </blockquote>
      <Caption at={evidence.at} memory={memory} />
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
      <time dateTime={at}>{exactWords(at)}</time>
      {memory && memory.outcome !== 'none' && ` · ${t(`outcome_${memory.outcome}`)}`}
      {memory?.rep && ` · ${t('source_logged_by', memory.rep)}`}
      {memory?.pending && ` · ${t('source_pending')}`}
    </figcaption>
  );
}
