import type { News } from '../../lib/brief/since';
import { t, tn } from '../../lib/i18n';
import { Ago } from '../common/Ago';
import { Phrase } from '../common/Phrase';
import { ClaimText } from './ClaimText';

/** Moves that are told; the ledger has them all. */
const most = 3;

const signed = (points: number) => (points < 0 ? `−${-points}` : `+${points}`);

/** What became of the deal since the rep last looked at it. */
export function NewsPart({ news, score }: { news: News; score: number }) {
  const { since, scoreThen, interactions, moves } = news;
  return (
    <section className="news" aria-labelledby="news-title" data-testid="news">
      <h2 id="news-title">
        <Phrase of="news_title" with={[<Ago key="at" at={since} />]} />
      </h2>
      <p className="quiet">
        {interactions === 0 ? t('news_calendar') : tn('interactions', interactions)}
        {scoreThen !== null && scoreThen !== score && `, ${t('news_score', scoreThen, score)}`}
      </p>
      <ul className="claims">
        {moves.slice(0, most).map((move) => (
          <li key={`${move.points}|${move.text}|${move.evidence[0]?.memoryId ?? ''}`}>
            <span className={`points ${move.points < 0 ? 'minus' : 'plus'}`}>
              {signed(move.points)}
            </span>{' '}
            <ClaimText claim={move} />
          </li>
        ))}
      </ul>
    </section>
  );
}
