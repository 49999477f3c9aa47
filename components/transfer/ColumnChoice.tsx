import { useId } from 'react';
import { type MessageKey, t } from '../../lib/i18n';
import type { ColumnMap, ImportField } from '../../lib/transfer/columns';
import type { ImportChoices, ImportPlan } from '../../lib/transfer/plan';

/** The fields that a rep may want to look for in another column. */
const shown = [
  ['at', 'import_field_at'],
  ['name', 'import_field_name'],
  ['email', 'import_field_email'],
  ['company', 'import_field_company'],
  ['outcome', 'import_field_outcome'],
  ['subject', 'import_field_subject'],
  ['summary', 'import_field_summary'],
] as const satisfies [ImportField, MessageKey][];

interface ColumnChoiceProps {
  plan: ImportPlan;
  onChoose: (choices: ImportChoices) => void;
}

/** Which column of the file holds what, and which of two figures of a date is the month. */
export function ColumnChoice({ plan, onChoose }: ColumnChoiceProps) {
  const id = useId();
  const { headers, columns, source } = plan;
  const choose = (field: ImportField, column: string) => {
    const changed: ColumnMap = { ...columns };
    if (column === '') delete changed[field];
    else changed[field] = Number(column);
    onChoose({ columns: changed });
  };
  return (
    <fieldset className="columns">
      <legend>{t('import_columns')}</legend>
      {source !== 'other' && <p className="quiet">{t('import_source', sourceNames[source])}</p>}
      {shown.map(([field, name]) => (
        <div key={field} className="column">
          <label htmlFor={`${id}-${field}`}>{t(name)}</label>
          <select
            id={`${id}-${field}`}
            data-testid={`import-column-${field}`}
            value={columns[field] ?? ''}
            onChange={(event) => choose(field, event.target.value)}
          >
            <option value="">{t('import_no_column')}</option>
            {headers.map((header, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the file
              <option key={index} value={index}>
                {header || `${index + 1}`}
              </option>
            ))}
          </select>
        </div>
      ))}
      {plan.dateOrderIsGuess && (
        <div className="column">
          <label htmlFor={`${id}-order`}>{t('import_date_order')}</label>
          <select
            id={`${id}-order`}
            data-testid="import-date-order"
            value={plan.dateOrder}
            onChange={(event) =>
              onChoose({
                columns,
                dateOrder: event.target.value === 'day first' ? 'day first' : 'month first',
              })
            }
          >
            <option value="month first">{t('import_month_first')}</option>
            <option value="day first">{t('import_day_first')}</option>
          </select>
        </div>
      )}
    </fieldset>
  );
}

const sourceNames = {
  salesmemory: 'SalesMemory',
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  pipedrive: 'Pipedrive',
} as const;
