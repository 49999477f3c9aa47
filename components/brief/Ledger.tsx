import type { LedgerEntry } from '../../lib/brief/types';
import { t } from '../../lib/i18n';
import {
  bands,
  confidenceFrom,
  momentumThreshold,
  type RubricRule,
  rubric,
  signed,
  silence,
} from '../../prompts/rubric';
import { Ago } from '../common/Ago';
import { Disclosure } from '../common/Disclosure';
import { screenWording } from '../common/wording';
import { bandName } from '../common/words';
import { useMemory } from './Memories';
import { LoggedWords } from './Source';

/** The sum behind the score: every addition and deduction, and the table they come from. */
export default function Ledger({ entries, score }: { entries: LedgerEntry[]; score: number }) {
  return (
    <div className="ledger" data-testid="ledger">
      <p className="quiet">{screenWording().ledger.meaning}</p>
      <ul className="ledger-entries">
        {keyed(entries).map(([key, entry]) => (
          <Entry key={key} entry={entry} />
        ))}
      </ul>
      <p className="ledger-sum">
        <span className="points" data-testid="ledger-sum">
          {score}
        </span>
        {t('ledger_sum')}
      </p>
      <Disclosure label={t('ledger_how')}>
        <Rubric />
      </Disclosure>
    </div>
  );
}

/**
 * @returns each entry under a name that it keeps in the next brief, so that the words opened below one
 * stay below it; of two that are alike, the second is told by its place among them.
 */
function keyed(entries: readonly LedgerEntry[]): [key: string, entry: LedgerEntry][] {
  const alike = new Map<string, number>();
  return entries.map((entry) => {
    const name = `${entry.text}|${entry.source}|${entry.at}`;
    const place = alike.get(name) ?? 0;
    alike.set(name, place + 1);
    return [`${name}|${place}`, entry];
  });
}

function Entry({ entry }: { entry: LedgerEntry }) {
  const memory = useMemory(entry.source ?? '');
  const line = (
    <>
      {entry.text} <Ago at={entry.at} />
    </>
  );
  return (
    <li data-testid="ledger-entry" data-points={entry.points}>
      <span className={`points ${entry.points < 0 ? 'minus' : 'plus'}`}>
        {signed(entry.points)}
      </span>
      <div>
        {memory ? (
          <Disclosure label={line} className="ledger-line">
            <LoggedWords memory={memory} />
          </Disclosure>
        ) : (
          <span className="ledger-line">{line}</span>
        )}
      </div>
    </li>
  );
}

function Rubric() {
  const words = screenWording().ledger;
  const rows = Object.entries(rubric).filter(([, { points }]) => points !== 0);
  const said = (rule: string) => words.rows[rule as RubricRule];
  return (
    <div className="rubric">
      <table>
        <caption className="visually-hidden">{t('ledger_points')}</caption>
        <tbody>
          {rows.map(([rule, row]) => (
            <tr key={rule}>
              <td className="points">{signed(row.points)}</td>
              <td>{'most' in row ? t('ledger_most', said(rule), row.most) : said(rule)}</td>
            </tr>
          ))}
          {[...silence].reverse().map(({ days, points }) => (
            <tr key={days}>
              <td className="points">{signed(points)}</td>
              <td>{t('ledger_silence', days)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption className="visually-hidden">{t('ledger_labels')}</caption>
        <tbody>
          {bands.map(({ from, to, label }) => (
            <tr key={label}>
              <td className="points">
                {from}–{to}
              </td>
              <td>
                {bandName(label)}: {words.labels[label]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">
        {t('ledger_moves', momentumThreshold)}{' '}
        {t(
          'ledger_confidence',
          confidenceFrom.medium,
          confidenceFrom.high,
          confidenceFrom.staleAfterDays,
        )}
      </p>
    </div>
  );
}
