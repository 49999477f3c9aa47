import { topicWords } from '../../lib/digest/markdown';
import type { DigestEntry } from '../../lib/digest/types';
import { t, tn } from '../../lib/i18n';
import type { Prospect } from '../../lib/identity/prospect';
import { ClaimText } from '../brief/ClaimText';
import { Ago } from '../common/Ago';
import { Phrase } from '../common/Phrase';
import { screenWording } from '../common/wording';
import { bandName, momentumName, timesWords } from '../common/words';

/** One deal on its line: why it stands here, what to do, and what that rests on. */
export function Entry({
  entry,
  onOpen,
}: {
  entry: DigestEntry;
  onOpen: ((prospect: Prospect) => void) | undefined;
}) {
  const { prospect, score, label, momentum, daysSince, warnings, why, action, held } = entry;
  const kinds = [...new Set(warnings.map(({ kind }) => kind))];
  return (
    <li className="entry" data-testid="week-entry" data-key={entry.key}>
      <div className="entry-head">
        {onOpen ? (
          <button
            type="button"
            className="link entry-name"
            title={t('week_open_brief', prospect.name)}
            data-testid="week-open"
            onClick={() => onOpen(prospect)}
          >
            <Who prospect={prospect} />
          </button>
        ) : (
          <strong>
            <Who prospect={prospect} />
          </strong>
        )}
        <span className="entry-score">
          <span className="visually-hidden">{t('week_score', score)}</span>
          <span aria-hidden="true">{score}</span>
        </span>
      </div>
      <p className="entry-facts quiet">
        {bandName(label)} · <span className={`momentum ${momentum}`}>{momentumName(momentum)}</span>{' '}
        · {daysSince === null ? t('week_never') : tn('week_since', daysSince)}
        {kinds.map((kind) => (
          <span key={kind}>
            {' '}
            <span className="tag">{t(`warning_${kind}`)}</span>
          </span>
        ))}
      </p>
      <div className="entry-why">
        <ClaimText claim={why} />
      </div>
      <div className="entry-do">
        <strong>{t('week_do')}</strong> <ClaimText claim={action} />
      </div>
      <Returning entry={entry} />
      {held && <p className="quiet">{t('week_held', t(`week_held_${held.rule}`))}</p>}
    </li>
  );
}

function Who({ prospect: { name, company } }: { prospect: Prospect }) {
  return (
    <>
      <bdi>{name}</bdi>
      {company && (
        <>
          , <bdi>{company}</bdi>
        </>
      )}
    </>
  );
}

/** The concern that came back most, with its dates. */
function Returning({ entry: { returning } }: { entry: DigestEntry }) {
  if (!returning) return null;
  const dates = returning.dates.map((at, index) => (
    <span key={at}>
      {index > 0 && ', '}
      <Ago at={at} />
    </span>
  ));
  return (
    <p className="quiet" data-testid="week-returning">
      <Phrase
        of="week_came_back"
        with={[
          topicWords(returning.topic, screenWording()),
          timesWords(returning.dates.length),
          dates,
        ]}
      />
    </p>
  );
}
