import { topicWords } from '../../lib/digest/markdown';
import type { ObjectionRow } from '../../lib/digest/types';
import { t } from '../../lib/i18n';
import { screenWording } from '../common/wording';

/** What was objected to over all deals, as a table to take to a manager. */
export function Objections({ rows }: { rows: readonly ObjectionRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section className="section" data-testid="week-objections">
      <h2 id="week-objections">{t('week_objections')}</h2>
      <table className="objections" aria-labelledby="week-objections">
        <thead>
          <tr>
            <th scope="col">{t('week_objection')}</th>
            <th scope="col">{t('week_objection_deals')}</th>
            <th scope="col">{t('week_objection_times')}</th>
            <th scope="col">{t('week_objection_open')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ topic, deals, times, open }) => (
            <tr key={topic}>
              <th scope="row">{topicWords(topic, screenWording())}</th>
              <td>{deals}</td>
              <td>{times}</td>
              <td>{open}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
