import { t, tn } from '../../lib/i18n';
import type { ImportPlan } from '../../lib/transfer/plan';
import { Dotted } from '../common/Dotted';
import { exactWords } from '../common/dates';

/** Logs shown before an import, and rows that are named as wrong. */
const mostShown = 5;
const mostProblems = 20;

/** What an import would do: the first logs, what is left out and why, row by row. */
export function ImportPreview({ plan }: { plan: ImportPlan }) {
  const { interactions, problems, repeated, planned, encoding } = plan;
  const more = problems.length - mostProblems;
  return (
    <div data-testid="import-preview">
      <p data-testid="import-ready">{tn('import_ready', interactions.length)}</p>
      {encoding === 'windows-1252' && <p className="quiet">{t('import_encoding')}</p>}
      {repeated > 0 && <p className="quiet">{tn('import_repeated', repeated)}</p>}
      {planned > 0 && <p className="quiet">{tn('import_planned', planned)}</p>}
      {interactions.length > 0 && (
        <ul className="preview">
          {interactions.slice(0, mostShown).map((log) => (
            <li key={log.id} data-testid="import-log">
              <strong>{log.prospect}</strong>{' '}
              <span className="quiet">
                <Dotted parts={[log.email, log.company, exactWords(log.at)]} />
                {log.outcome !== 'none' && ` · ${t(`outcome_${log.outcome}`)}`}
              </span>
              <span className="words folded" dir="auto">
                {log.summary}
              </span>
            </li>
          ))}
        </ul>
      )}
      {problems.length > 0 && (
        <div data-testid="import-problems">
          <p className="problem">{tn('import_problems', problems.length)}</p>
          <ul>
            {problems.slice(0, mostProblems).map(({ row, column, message }) => (
              <li key={`${row}|${column}|${message}`}>
                {column === null
                  ? t('import_problem_row', row, message)
                  : t('import_problem_field', row, column, message)}
              </li>
            ))}
          </ul>
          {more > 0 && <p className="quiet">{t('import_more_problems', more)}</p>}
        </div>
      )}
    </div>
  );
}
