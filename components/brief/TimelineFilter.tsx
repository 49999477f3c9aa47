import { t } from '../../lib/i18n';
import type { Interaction, InteractionType, Outcome } from '../../lib/interaction';
import { interactionTypes, outcomes as outcomeOrder } from '../../lib/outcomes';
import { countsOf, type Filter } from './filter';

interface TimelineFilterProps {
  memories: readonly Interaction[];
  filter: Filter;
  onChange: (filter: Filter) => void;
}

/** A search in what was said, and choices among the outcomes and kinds that occur. */
export default function TimelineFilter({ memories, filter, onChange }: TimelineFilterProps) {
  const outcomes = countsOf(memories, ({ outcome }) => outcome);
  const kinds = countsOf(memories, ({ type }) => type);
  return (
    <search className="timeline-filter">
      <input
        type="search"
        aria-label={t('timeline_search')}
        placeholder={t('timeline_search')}
        data-testid="timeline-search"
        value={filter.words}
        onChange={(event) => onChange({ ...filter, words: event.target.value })}
      />
      <select
        aria-label={t('timeline_outcome')}
        data-testid="timeline-outcome"
        value={filter.outcome}
        onChange={(event) => onChange({ ...filter, outcome: event.target.value as Outcome | '' })}
      >
        <option value="">{t('timeline_every_outcome')}</option>
        {outcomeOrder
          .filter((outcome) => outcomes.has(outcome))
          .map((outcome) => (
            <option key={outcome} value={outcome}>
              {t('timeline_option', t(`outcome_${outcome}`), outcomes.get(outcome) ?? 0)}
            </option>
          ))}
      </select>
      {kinds.size > 1 && (
        <select
          aria-label={t('timeline_kind')}
          data-testid="timeline-kind"
          value={filter.kind}
          onChange={(event) =>
            onChange({ ...filter, kind: event.target.value as InteractionType | '' })
          }
        >
          <option value="">{t('timeline_every_kind')}</option>
          {interactionTypes
            .filter((kind) => kinds.has(kind))
            .map((kind) => (
              <option key={kind} value={kind}>
                {t('timeline_option', t(`kind_${kind}`), kinds.get(kind) ?? 0)}
              </option>
            ))}
        </select>
      )}
    </search>
  );
}
