import { t } from '../../lib/i18n';
import type { Prospect } from '../../lib/identity/prospect';
import type { ChipView } from '../../lib/messages';
import { Icon, type IconName } from '../common/Icon';
import { bandName, momentumName } from '../common/words';

/** Somebody and how the deal stands, as far as it is known. */
export interface Standing {
  prospect: Prospect;
  /** Null until it is known. */
  view: ChipView | null;
  /** Why memory can't say, or no longer; null where it can. The first sentence says what happened. */
  away?: string | null;
}

interface AboutPageProps {
  /** Whom the page in front is about; null where nobody was found on it. */
  standing: Standing | null;
  /** How many others are on the page. */
  others: number;
  onOpenPanel: () => void;
}

const trends: Record<NonNullable<ChipView['momentum']>, IconName> = {
  improving: 'rising',
  steady: 'level',
  declining: 'falling',
};

/** Whom the page is about and how the deal stands, and the way to the brief. */
export function AboutPage({ standing, others, onOpenPanel }: AboutPageProps) {
  return (
    <section className="about-page" aria-label={t('popup_about')} data-testid="popup-about">
      <div className="about-who">
        <p className="about-name">
          <bdi>{standing ? standing.prospect.name : t('popup_nobody')}</bdi>
          {others > 0 && <bdi className="quiet"> {t('popup_others', others)}</bdi>}
        </p>
        {standing && (standing.view || !standing.away) && <Score view={standing.view} />}
        {standing?.away && (
          <p className="quiet" title={standing.away} data-testid="popup-away">
            {standing.away.split(/(?<=\.) /)[0]}
          </p>
        )}
      </div>
      <button type="button" data-testid="open-panel" onClick={onOpenPanel}>
        <Icon name="brief" /> {t('log_open_brief')}
      </button>
    </section>
  );
}

function Score({ view }: { view: ChipView | null }) {
  if (!view) return <p className="quiet">{t('popup_reading')}</p>;
  const { score, label, momentum } = view;
  if (score === null) return <p className="quiet">{t('popup_no_history')}</p>;
  return (
    <p data-testid="popup-score">
      <strong>{score}</strong>
      <span className="visually-hidden"> {t('health_of_100')}</span> {label && bandName(label)}
      {momentum && (
        <span className={`momentum ${momentum}`}>
          {' '}
          <Icon name={trends[momentum]} />
          <span className="visually-hidden">{momentumName(momentum)}</span>
        </span>
      )}
    </p>
  );
}
