import { useState } from 'react';
import type { News } from '../../lib/brief/since';
import { t, tn } from '../../lib/i18n';
import { Ago } from '../common/Ago';
import { Phrase } from '../common/Phrase';
import { signedPoints } from '../common/words';
import { ClaimText } from './ClaimText';

/** Moves that are told before the rep asks for the others. */
const most = 3;

/** What became of the deal since the rep last looked at it. */
export function NewsPart({ news, score }: { news: News; score: number }) {
  const { since, scoreThen, interactions, moves } = news;
  const [all, setAll] = useState(false);
  const hidden = all ? 0 : Math.max(0, moves.length - most);
  return (
    <section className="news" aria-labelledby="news-title" data-testid="news">
      <h2 id="news-title">
        <Phrase of="news_title" with={[<Ago key="at" at={since} />]} />
      </h2>
      <p className="quiet">
        <bdi>
          {interactions === 0 ? t('news_calendar') : tn('interactions', interactions)}
          {scoreThen !== null && scoreThen !== score && `, ${t('news_score', scoreThen, score)}`}
        </bdi>
      </p>
      <ul className="claims">
        {moves.slice(0, all ? moves.length : most).map((move) => (
          <li key={`${move.points}|${move.text}|${move.evidence[0]?.memoryId}`}>
            <span className={`points ${move.points < 0 ? 'minus' : 'plus'}`}>
              {signedPoints(move.points)}
            </span>{' '}
            <ClaimText claim={move} />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t('more', hidden)}
        </button>
      )}
    </section>
  );
}
