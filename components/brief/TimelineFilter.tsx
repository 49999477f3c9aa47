import type { Interaction, InteractionType, Outcome } from '../../lib/interaction';
import { outcomeNames, outcomeOrder } from '../common/words';
import { countsOf, type Filter, typeNames } from './filter';

interface TimelineFilterProps {
  memories: readonly Interaction[];
  filter: Filter;
  onChange: (filter: Filter) => void;
}

const kindOrder = Object.keys(typeNames) as InteractionType[];

/** A search in what was said, and choices among the outcomes and kinds that occur. */
export function TimelineFilter({ memories, filter, onChange }: TimelineFilterProps) {
  const outcomes = countsOf(memories, ({ outcome }) => outcome);
  const kinds = countsOf(memories, ({ type }) => type);
  return (
    <search className="timeline-filter">
      <input
        type="search"
        aria-label="Search in what was said"
        placeholder="Search in what was said"
        data-testid="timeline-search"
        value={filter.words}
        onChange={(event) => onChange({ ...filter, words: event.target.value })}
      />
      <select
        aria-label="Outcome"
        data-testid="timeline-outcome"
        value={filter.outcome}
        onChange={(event) => onChange({ ...filter, outcome: event.target.value as Outcome | '' })}
      >
        <option value="">Every outcome</option>
        {outcomeOrder
          .filter((outcome) => outcomes.has(outcome))
          .map((outcome) => (
            <option key={outcome} value={outcome}>
              {outcomeNames[outcome]} ({outcomes.get(outcome)})
            </option>
          ))}
      </select>
      {kinds.size > 1 && (
        <select
          aria-label="Kind"
          data-testid="timeline-kind"
          value={filter.kind}
          onChange={(event) =>
            onChange({ ...filter, kind: event.target.value as InteractionType | '' })
          }
        >
          <option value="">Every kind</option>
          {kindOrder
            .filter((kind) => kinds.has(kind))
            .map((kind) => (
              <option key={kind} value={kind}>
                {typeNames[kind]} ({kinds.get(kind)})
              </option>
            ))}
        </select>
      )}
    </search>
  );
}
